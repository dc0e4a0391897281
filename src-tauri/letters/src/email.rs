//! The letter as a plain e-mail, for "copy as e-mail".

use crate::compose::{Draft, Medium, compose};
use crate::convention::{salutation, written};
use crate::kinds;
use crate::spec::LetterSpec;
use crate::typography::typographic;
use crate::words::words;
use serde::Serialize;

/// A plain-text e-mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Email {
    /// The subject line.
    pub subject: String,
    /// The text: paragraphs parted by an empty line, lines by `\n`.
    pub body: String,
}

/// The draft as an e-mail: words that nobody touched are said the shorter way of an e-mail, edited ones stay as they
/// are. Where the agreement asks for notice on paper, the e-mail says that a letter follows.
pub fn as_email(spec: &LetterSpec, draft: &Draft) -> Email {
    let words = words(spec.language, spec.register);
    let untouched = LetterSpec { paragraphs: None, ..spec.clone() };
    let paragraphs = match compose(&untouched) {
        Ok(composed) if composed.paragraphs == draft.paragraphs => {
            texts(&kinds::written(spec, words, Medium::Email, false).paragraphs)
        }
        _ => own_words(spec, draft),
    };
    let sender = &spec.sender;
    let mut signature = vec![words.email_closing.clone(), typographic(words, sender.name.trim())];
    signature.extend(written(sender.trade_name.as_ref()).map(str::to_owned));
    signature.extend(written(sender.phone.as_ref()).map(str::to_owned));

    let mut body = vec![typographic(words, &salutation(words, &spec.recipient, Medium::Email))];
    body.extend(paragraphs);
    body.push(signature.join("\n"));
    Email { subject: draft.subject.clone(), body: body.join("\n\n") }
}

fn own_words(spec: &LetterSpec, draft: &Draft) -> Vec<String> {
    let words = words(spec.language, spec.register);
    let mut paragraphs: Vec<String> = texts(&draft.paragraphs)
        .into_iter()
        .map(|text| text.replace(&words.this_letter_is_notice, &words.this_is_notice))
        .collect();
    if let Some(follows) = spec.facts.paper_follows(words)
        && !paragraphs.is_empty()
        && !paragraphs.iter().any(|text| text.contains(&follows))
    {
        paragraphs.insert(1, follows);
    }
    paragraphs
}

fn texts(paragraphs: &[crate::compose::Paragraph]) -> Vec<String> {
    paragraphs
        .iter()
        .map(|paragraph| paragraph.text.trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}
