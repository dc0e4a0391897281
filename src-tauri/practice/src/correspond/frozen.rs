//! A finished letter as it is shown: from what was frozen, not from what the records say by now.
use kindly_letters::{Draft, Paragraph, Part};
use kindly_records::FinishedLetter;

use super::view::{self, Fact, LetterView};

/// The words that were frozen, for the forms in which they leave beside the PDF.
pub(super) fn words(frozen: &FinishedLetter) -> Draft {
    let own = |text: &String| Paragraph { parts: vec![Part::OwnWords], text: text.clone() };
    Draft {
        subject: frozen.subject.clone(),
        salutation: frozen.salutation.clone(),
        paragraphs: frozen.paragraphs.iter().map(|paragraph| own(&paragraph.text)).collect(),
        closing: frozen.closing.clone(),
        facts: Vec::new(),
    }
}

/// Fills a view from what was frozen.
pub(super) fn fill(view: &mut LetterView, frozen: &FinishedLetter) {
    view.facts = frozen
        .facts
        .iter()
        .map(|fact| Fact {
            key: fact.key.clone(),
            values: vec![fact.wording.clone()],
            kind: fact.kind,
            id: fact.id.clone(),
        })
        .collect();
    view.subject.clone_from(&frozen.subject);
    view.salutation.clone_from(&frozen.salutation);
    view.closing.clone_from(&frozen.closing);
    view.paragraphs = frozen
        .paragraphs
        .iter()
        .map(|paragraph| view::Paragraph {
            part: paragraph.part.clone(),
            text: paragraph.text.clone(),
            own: false,
            tone: Vec::new(),
        })
        .collect();
    view.pages = frozen.pages;
}
