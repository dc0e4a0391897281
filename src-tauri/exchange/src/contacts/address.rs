//! The parts of an address to the lines of an envelope.
use super::country::code_of;

/// The parts of a postal address, as address books keep them.
#[derive(Clone, Copy, Default)]
pub(crate) struct Place<'a> {
    /// The whole, as it would be written; used where the parts are empty.
    pub(crate) formatted: &'a str,
    pub(crate) street: &'a str,
    pub(crate) extended: &'a str,
    pub(crate) po_box: &'a str,
    pub(crate) city: &'a str,
    pub(crate) region: &'a str,
    pub(crate) code: &'a str,
    /// Its name or code.
    pub(crate) country: &'a str,
}

impl Place<'_> {
    /// The lines below the name, and the country's code. A country that is not known stands as the last line.
    pub(super) fn lines(&self) -> (Vec<String>, String) {
        let code = code_of(self.country).unwrap_or_default();
        let mut lines: Vec<String> = Vec::new();
        let mut put = |text: &str| {
            let parts = text.split(['\n', '\r']).map(|line| line.trim().trim_end_matches(',').trim_end());
            lines.extend(parts.filter(|line| !line.is_empty()).map(str::to_owned));
        };
        put(self.street);
        put(self.extended);
        if self.po_box.chars().all(|c| c.is_ascii_digit()) && !self.po_box.is_empty() {
            put(&format!("PO Box {}", self.po_box));
        } else {
            put(self.po_box);
        }
        let joined = |parts: &[&str]| {
            let parts: Vec<&str> =
                parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            parts.join(" ")
        };
        match code.as_str() {
            "US" | "CA" | "AU" => put(&joined(&[self.city, self.region, self.code])),
            "GB" | "IE" => {
                put(self.city);
                put(self.region);
                put(self.code);
            }
            _ => {
                put(&joined(&[self.code, self.city]));
                put(self.region);
            }
        }
        if lines.is_empty() {
            let country = self.country.trim();
            let whole: Vec<&str> = self.formatted.lines().map(str::trim).collect();
            let whole =
                whole.into_iter().filter(|line| !line.is_empty() && (code.is_empty() || *line != country));
            return (whole.map(str::to_owned).collect(), code);
        }
        if code.is_empty() && !self.country.trim().is_empty() {
            lines.push(self.country.trim().to_owned());
        }
        (lines, code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_set_as_its_country_does() {
        let check = |place: Place<'_>, expected: &[&str], code: &str| {
            assert_eq!(place.lines(), (expected.iter().map(ToString::to_string).collect(), code.to_owned()));
        };
        let place = Place {
            street: "12 Quay Street\nUnit 4",
            city: "Galway",
            code: "H91 X2Y3",
            country: "Ireland",
            ..Place::default()
        };
        check(place, &["12 Quay Street", "Unit 4", "Galway", "H91 X2Y3"], "IE");
        check(
            Place { country: "Deutschland", ..place },
            &["12 Quay Street", "Unit 4", "H91 X2Y3 Galway"],
            "DE",
        );
        let american =
            Place { region: "IL", code: "62701", city: "Springfield", country: "USA", ..Place::default() };
        check(Place { po_box: "77", ..american }, &["PO Box 77", "Springfield IL 62701"], "US");
        check(
            Place { country: "Atlantis", ..place },
            &["12 Quay Street", "Unit 4", "H91 X2Y3 Galway", "Atlantis"],
            "",
        );
        let formatted =
            Place { formatted: "1 Main Street\nCork\nIreland", country: "Ireland", ..Place::default() };
        check(formatted, &["1 Main Street", "Cork"], "IE");
        check(Place::default(), &[], "");
    }
}
