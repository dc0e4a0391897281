//! What stands in a draft where a needed fact is missing: its name in brackets, seen at once.

use crate::compose::{FactShown, Paragraph};
use crate::convention::{full_date, full_date_inside, says_something};
use crate::fact::FactKey;
use crate::kinds::Facts;
use crate::kinds::renewal_refusal::Thanks;
use crate::spec::Language;
use crate::words::Words;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// "[end date]", "[Enddatum]".
pub(crate) fn gap(language: Language, key: FactKey) -> String {
    let label = labels(language).get(key.code()).map_or("…", String::as_str);
    format!("[{label}]")
}

/// The first gap that a text still has.
pub(crate) fn gap_in(language: Language, text: &str) -> Option<String> {
    let gaps = labels(language).values().map(|label| format!("[{label}]"));
    gaps.into_iter().find(|gap| text.contains(gap))
}

/// The facts of the two kinds that are said by hand, with a day that no letter can have in place of each that is
/// missing: its words are then turned into a gap.
pub(crate) fn stopped(facts: &Facts, language: Language) -> (Facts, Vec<Stop>) {
    let mut facts = facts.clone();
    let mut stops = Vec::new();
    let mut stop = |day: &mut Option<NaiveDate>, key: FactKey| {
        if day.is_none() {
            // Years that no file can state: each stands for one fact.
            let year = 9990 + i32::try_from(stops.len()).expect("a letter has few facts");
            *day = NaiveDate::from_ymd_opt(year, 12, 31);
            stops.extend(day.map(|day| Stop { day, gap: gap(language, key) }));
        }
    };
    match &mut facts {
        Facts::RenewalRefusal(facts) => {
            if facts.agreement_date.is_none() && facts.thanks == Thanks::Since {
                facts.thanks = Thanks::WorkTogether;
            }
            stop(&mut facts.agreement_date, FactKey::AgreementDate);
            stop(&mut facts.end_date, FactKey::EndDate);
        }
        Facts::ProspectDecline(facts) => {
            stop(&mut facts.enquiry_date, FactKey::EnquiryDate);
            if !facts.subject.as_deref().is_some_and(says_something) {
                facts.subject = Some(gap(language, FactKey::EnquirySubject));
            }
        }
        Facts::Stated(..) => {}
    }
    (facts, stops)
}

/// A day that stands for a missing one.
pub(crate) struct Stop {
    day: NaiveDate,
    gap: String,
}

/// The text with a gap for each day that stands for a missing one.
pub(crate) fn with_gaps(words: &Words, stops: &[Stop], text: &str) -> String {
    stops.iter().fold(text.to_owned(), |text, stop| {
        text.replace(&full_date_inside(words, stop.day), &stop.gap)
            .replace(&full_date(words, stop.day), &stop.gap)
    })
}

/// The same for paragraphs and the facts they show: a gap is none.
pub(crate) fn leave_gaps(
    words: &Words,
    stops: &[Stop],
    paragraphs: &mut [Paragraph],
    facts: &mut Vec<FactShown>,
) {
    for paragraph in paragraphs {
        paragraph.text = with_gaps(words, stops, &paragraph.text);
    }
    facts.retain(|fact| !stops.iter().any(|stop| fact.wording == full_date(words, stop.day)));
}

/// The names of the facts without which some letter cannot be finished.
fn labels(language: Language) -> &'static BTreeMap<String, String> {
    static READ: [OnceLock<BTreeMap<String, String>>; 5] = [const { OnceLock::new() }; 5];
    READ[language as usize].get_or_init(|| {
        let file = match language {
            Language::EnglishUk | Language::EnglishUs => include_str!("words/gaps.en.json"),
            Language::German => include_str!("words/gaps.de.json"),
            Language::French => include_str!("words/gaps.fr.json"),
            Language::Spanish => include_str!("words/gaps.es.json"),
        };
        serde_json::from_str(file).expect("the words ship with the crate as valid JSON")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Kind;
    use crate::kinds::stated::facts_of;

    #[test]
    fn every_needed_fact_has_a_name_in_every_language() {
        let needed = Kind::ALL.into_iter().flat_map(facts_of).filter(|used| used.needed).map(|used| used.key);
        let of_all = [
            FactKey::SenderName,
            FactKey::RecipientName,
            FactKey::AgreementDate,
            FactKey::EndDate,
            FactKey::EnquiryDate,
            FactKey::EnquirySubject,
        ];
        for key in needed.chain(of_all) {
            for language in Language::ALL {
                assert_ne!(gap(language, key), "[…]", "{key:?} has a name in {}", language.tag());
            }
        }
    }
}
