//! A finished letter as it is shown: from what was frozen, not from what the records say by now.
use kindly_records::FinishedLetter;

use super::view::{Fact, LetterView, Paragraph};

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
        .map(|paragraph| Paragraph {
            part: paragraph.part.clone(),
            text: paragraph.text.clone(),
            own: false,
            tone: Vec::new(),
        })
        .collect();
    view.pages = frozen.pages;
}
