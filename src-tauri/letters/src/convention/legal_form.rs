//! A company without its legal form.

/// "Halden & Co Ltd" is addressed as "Halden & Co": people do not speak the legal form.
pub(super) fn without_legal_form(company: &str) -> &str {
    const FORMS: [&str; 44] = [
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "inc",
        "incorporated",
        "corp",
        "corporation",
        "gmbh",
        "ag",
        "kg",
        "ug",
        "se",
        "sa",
        "sas",
        "sarl",
        "srl",
        "bv",
        "nv",
        "oy",
        "ab",
        "mbh",
        "kgaa",
        "ohg",
        "gbr",
        "ek",
        "ev",
        "eg",
        "partg",
        "partgmbb",
        "sl",
        "slu",
        "sau",
        "sll",
        "slp",
        "sc",
        "scoop",
        "sasu",
        "eurl",
        "snc",
        "sci",
        "scop",
        "selarl",
    ];
    let Some((name, last)) = company.rsplit_once(' ') else { return company };
    let form: String = last.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if FORMS.contains(&form.to_lowercase().as_str()) {
        // "Müller GmbH & Co. KG" is one form in two halves.
        let name = name.trim_end_matches([',', ' ']);
        let half = name.strip_suffix("& Co.").or_else(|| name.strip_suffix("& Co")).map(str::trim_end);
        match half.map(|half| (half, without_legal_form(half))) {
            Some((half, shorter)) if shorter != half => shorter,
            _ => name,
        }
    } else {
        company
    }
}
