//! Countries by their code, under the names that stand on an envelope.
use iso_country::Country;

/// The short names of countries whose entry in ISO 3166 is longer than what anybody writes on a letter.
const SHORT: &[(&str, &str)] = &[
    ("BO", "Bolivia"),
    ("CD", "Democratic Republic of the Congo"),
    ("CZ", "Czechia"),
    ("FM", "Micronesia"),
    ("GB", "United Kingdom"),
    ("IR", "Iran"),
    ("KP", "North Korea"),
    ("KR", "South Korea"),
    ("LA", "Laos"),
    ("MD", "Moldova"),
    ("MK", "North Macedonia"),
    ("PS", "Palestine"),
    ("RU", "Russia"),
    ("SY", "Syria"),
    ("SZ", "Eswatini"),
    ("TR", "Türkiye"),
    ("TW", "Taiwan"),
    ("TZ", "Tanzania"),
    ("US", "United States"),
    ("VE", "Venezuela"),
    ("VN", "Vietnam"),
];

/// The English name of a country by its ISO 3166 alpha-2 code; `None` for a code that is not assigned.
#[must_use]
pub fn country_name(code: &str) -> Option<String> {
    let code = code.trim().to_ascii_uppercase();
    if let Some((_, name)) = SHORT.iter().find(|(short, _)| *short == code) {
        return Some((*name).to_owned());
    }
    // The list also has an entry for "unspecified", under an empty code and an empty name.
    code.parse::<Country>().ok().map(|country| country.name().to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_called_as_on_an_envelope() {
        let check = |code: &str, expected: Option<&str>| {
            assert_eq!(country_name(code).as_deref(), expected, "{code}");
        };
        check("GB", Some("United Kingdom"));
        check("us", Some("United States"));
        check("NO", Some("Norway"));
        check("CZ", Some("Czechia"));
        check("XX", None);
        check("", None);
    }
}
