//! The letter as an e-mail that a mail program opens as a draft: words, people and the PDF, in one `.eml` file.

use crate::convention::written;
use crate::error::LetterError;
use crate::spec::LetterSpec;
use chrono::{DateTime, Utc};
use mail_builder::MessageBuilder;
use mail_builder::headers::address::Address;
use mail_builder::headers::content_type::ContentType;
use mail_builder::headers::raw::Raw;
use mail_builder::mime::MimePart;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What an e-mail's file is made of.
#[derive(Debug, Clone, Copy)]
pub struct EmlParts<'a> {
    /// The stated letter: it names who writes and to whom.
    pub spec: &'a LetterSpec,
    /// The subject line.
    pub subject: &'a str,
    /// The text, its lines parted by `\n`.
    pub body: &'a str,
    /// When it is made.
    pub date: DateTime<Utc>,
    /// The letter's PDF.
    pub pdf: &'a [u8],
    /// The name that the PDF carries.
    pub file_name: &'a str,
}

/// The bytes of the `.eml` (RFC 5322). `X-Unsent` lets mail programs open it as a draft to look at and send; nothing is
/// sent from here. The same parts give the same bytes. Without an e-mail address of the sender or the recipient its
/// line is left out, and the mail program asks for it.
///
/// # Errors
/// [`LetterError::File`] where it cannot be put together.
pub fn as_eml(parts: &EmlParts<'_>) -> Result<Vec<u8>, LetterError> {
    let fingerprint = fingerprint(parts);
    let (sender, recipient) = (&parts.spec.sender, &parts.spec.recipient);
    let person = one_line(&format!("{} {}", recipient.given_name, recipient.family_name));
    let company = recipient.company.as_deref().map(one_line).unwrap_or_default();
    let to_name = if person.is_empty() { company } else { person };

    let language = parts.spec.language.tag();
    let text = MimePart::new("text/plain", format!("{}\n", parts.body.trim_end())).language(language);
    let pdf = MimePart::new("application/pdf", parts.pdf).attachment(one_line(parts.file_name));
    let boundary = format!("kindly-{}", &fingerprint[..32]);
    let mixed = ContentType::new("multipart/mixed").attribute("boundary", boundary);

    let mut message = MessageBuilder::new();
    if let Some(email) = address(sender.email.as_ref()) {
        message = message.from(Address::new_address(Some(one_line(&sender.name)), email));
    }
    if let Some(email) = address(recipient.email.as_ref()) {
        message = message.to(Address::new_address(Some(to_name), email));
    }
    message
        .subject(one_line(parts.subject))
        .date(parts.date.timestamp())
        // No server's name is known, and none is made up: this top-level domain never exists (RFC 2606).
        .message_id(format!("{fingerprint}@kindly.invalid"))
        .header("X-Unsent", Raw::new("1"))
        .body(MimePart::new(mixed, vec![text, pdf]))
        .write_to_vec()
        .map_err(|error| LetterError::File { problem: error.to_string() })
}

/// An address has no space in it: what follows one is no part of it.
fn address(email: Option<&String>) -> Option<String> {
    written(email)?.split_whitespace().next().map(one_line)
}

/// SHA-256 over everything that the file holds, in hexadecimal.
fn fingerprint(parts: &EmlParts<'_>) -> String {
    let (sender, recipient) = (&parts.spec.sender, &parts.spec.recipient);
    let date = parts.date.timestamp().to_string();
    let texts = [
        sender.name.as_str(),
        sender.email.as_deref().unwrap_or_default(),
        &recipient.given_name,
        &recipient.family_name,
        recipient.email.as_deref().unwrap_or_default(),
        parts.subject,
        parts.body,
        &date,
        parts.file_name,
    ];
    let mut hash = Sha256::new();
    for text in texts {
        // A length before each text: otherwise two texts could share their border and hash alike.
        hash.update(text.len().to_be_bytes());
        hash.update(text);
    }
    hash.update(parts.pdf);
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes every text");
        hex
    })
}

/// On one line and without control characters: a line feed in a name would begin a header of its own.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
