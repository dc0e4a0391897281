//! A check-in of one question, as a plain e-mail.
use std::sync::OnceLock;

use serde::Deserialize;

use crate::compose::Medium;
use crate::convention::salutation;
use crate::email::Email;
use crate::spec::{Language, Recipient, Register, Sender};
use crate::typography::typographic;
use crate::words::{fill, words};

/// The question of one of the field's scales, in its standard wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Customer satisfaction, 1 to 5.
    Csat,
    /// Likelihood to recommend, 0 to 10 (Reichheld 2003).
    Nps,
    /// Customer effort score 2.0, 1 to 7 (CEB 2013).
    Ces,
}

#[derive(Deserialize)]
struct Asked {
    subject: String,
    subject_about: String,
    opening: String,
    opening_about: String,
    csat: String,
    nps: String,
    ces: String,
    answer: String,
}

fn asked(language: Language) -> &'static Asked {
    static READ: [OnceLock<Asked>; 5] = [const { OnceLock::new() }; 5];
    READ[language as usize].get_or_init(|| {
        let file = match language {
            Language::EnglishUk | Language::EnglishUs => include_str!("words/question.en.json"),
            Language::German => include_str!("words/question.de.json"),
            Language::French => include_str!("words/question.fr.json"),
            Language::Spanish => include_str!("words/question.es.json"),
        };
        serde_json::from_str(file).expect("the words ship with the crate as valid JSON")
    })
}

/// The e-mail: how the person is addressed, one question, how to answer, and the signature. `about` is the title of
/// what was delivered last, where the question follows a delivery.
#[must_use]
pub fn question(
    language: Language,
    scale: Scale,
    recipient: &Recipient,
    sender: &Sender,
    about: Option<&str>,
) -> Email {
    let (words, asked) = (words(language, Register::Warm), asked(language));
    let (subject, opening) = match about {
        Some(about) => {
            (fill(&asked.subject_about, &[("about", about)]), fill(&asked.opening_about, &[("about", about)]))
        }
        None => (asked.subject.clone(), asked.opening.clone()),
    };
    let question = match scale {
        Scale::Csat => &asked.csat,
        Scale::Nps => &asked.nps,
        Scale::Ces => &asked.ces,
    };
    let mut signature = vec![words.email_closing.clone(), sender.name.trim().to_owned()];
    signature.extend(sender.trade_name.iter().map(|name| name.trim().to_owned()));
    signature.retain(|line| !line.is_empty());
    let parts = [
        salutation(words, recipient, Medium::Email),
        opening,
        question.clone(),
        asked.answer.clone(),
        signature.join("\n"),
    ];
    Email {
        subject: typographic(words, &subject),
        body: parts.map(|part| typographic(words, &part)).join("\n\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_is_one_question_with_its_scale() {
        let recipient: Recipient = serde_json::from_value(serde_json::json!({
            "company": "Halden & Co", "title": "Ms", "given_name": "Ada", "family_name": "Halden"
        }))
        .expect("a recipient");
        let sender: Sender =
            serde_json::from_value(serde_json::json!({ "name": "Robin Vale" })).expect("a sender");
        for (scale, ends) in [(Scale::Csat, ["1", "5"]), (Scale::Nps, ["0", "10"]), (Scale::Ces, ["1", "7"])]
        {
            for about in [None, Some("Quarterly report")] {
                let email = question(Language::EnglishUk, scale, &recipient, &sender, about);
                assert_eq!(email.body.matches('?').count(), 1, "one question: {}", email.body);
                for end in ends {
                    assert!(email.body.contains(end), "the scale's end {end} is said: {}", email.body);
                }
                assert!(email.body.starts_with("Dear Ms Halden"), "by name: {}", email.body);
                assert!(email.body.ends_with("Kind regards,\nRobin Vale"), "signed: {}", email.body);
                let named =
                    email.subject.contains("Quarterly report") && email.body.contains("Quarterly report");
                assert_eq!(named, about.is_some(), "what it is about is named where it is about something");
                assert!(!email.body.contains('{') && !email.subject.contains('{'), "nothing is left open");
            }
        }
    }
}
