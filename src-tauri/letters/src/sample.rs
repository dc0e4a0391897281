//! A short letter that shows a letterhead.

use crate::fact::FactKey;
use crate::kinds::stated::{FactValue, Stated};
use crate::kinds::{Facts, Kind};
use crate::spec::{Language, LetterSpec, Recipient, SalutationTitle};

/// A short letter that shows a letterhead, from a spec that has only the letterhead's part.
pub fn sample_spec(spec: LetterSpec) -> LetterSpec {
    let recipient = Recipient {
        company: Some("Halden & Co".to_owned()),
        title: Some(SalutationTitle::Ms),
        given_name: "Petra".to_owned(),
        family_name: "Halden".to_owned(),
        address: vec!["12 Quay Street".to_owned(), "Bristol BS1 4ND".to_owned()],
        ..Recipient::default()
    };
    let delivered = match spec.language {
        Language::EnglishUk | Language::EnglishUs => "Year-end report",
        Language::German => "Jahresbericht",
        Language::French => "Rapport annuel",
        Language::Spanish => "Informe anual",
    };
    let values = [
        (FactKey::DoneOn, FactValue::Day(spec.date)),
        (FactKey::Delivered, FactValue::Lines(vec![delivered.to_owned()])),
    ];
    let facts = Facts::Stated(Kind::Closure, Stated { values: values.into_iter().collect() });
    LetterSpec { recipient, facts, subject: None, paragraphs: None, ..spec }
}
