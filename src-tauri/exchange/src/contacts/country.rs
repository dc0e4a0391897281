//! Countries as address books write them.
use std::{collections::HashMap, sync::LazyLock};

use kindly_records::country_name;

use crate::match_key;

/// Names beside the English one of ISO 3166 that people write often.
const ALSO: &[(&str, &str)] = &[
    ("usa", "US"),
    ("u.s.a.", "US"),
    ("u.s.", "US"),
    ("unitedstatesofamerica", "US"),
    ("uk", "GB"),
    ("u.k.", "GB"),
    ("greatbritain", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("northernireland", "GB"),
    ("republicofireland", "IE"),
    ("eire", "IE"),
    ("deutschland", "DE"),
    ("osterreich", "AT"),
    ("schweiz", "CH"),
    ("suisse", "CH"),
    ("svizzera", "CH"),
    ("espana", "ES"),
    ("italia", "IT"),
    ("nederland", "NL"),
    ("holland", "NL"),
    ("thenetherlands", "NL"),
    ("belgie", "BE"),
    ("belgique", "BE"),
    ("danmark", "DK"),
    ("sverige", "SE"),
    ("norge", "NO"),
    ("suomi", "FI"),
    ("polska", "PL"),
    ("czechrepublic", "CZ"),
    ("turkey", "TR"),
];

static BY_NAME: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let letters = 'A'..='Z';
    let codes = letters.clone().flat_map(|one| letters.clone().map(move |other| format!("{one}{other}")));
    let mut names: HashMap<String, String> =
        codes.filter_map(|code| country_name(&code).map(|name| (match_key(&name), code))).collect();
    names.extend(ALSO.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())));
    names
});

/// The ISO 3166 code of a country by its code or name; nothing where neither is known.
pub(super) fn code_of(text: &str) -> Option<String> {
    let text = text.trim();
    if text.len() == 2 {
        let code = text.to_ascii_uppercase();
        let code = if code == "UK" { "GB".to_owned() } else { code };
        return country_name(&code).map(|_| code);
    }
    BY_NAME.get(&match_key(text)).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_by_name() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(code_of(text).as_deref(), expected, "{text}");
        check("IE", Some("IE"));
        check("uk", Some("GB"));
        check("Ireland", Some("IE"));
        check("UNITED STATES", Some("US"));
        check("USA", Some("US"));
        check("Deutschland", Some("DE"));
        check("Österreich", Some("AT"));
        check("Czech Republic", Some("CZ"));
        check("Atlantis", None);
        check("XQ", None);
        check("", None);
    }
}
