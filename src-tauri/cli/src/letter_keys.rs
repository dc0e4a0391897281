//! The keys of each kind of letter; a test sees to it that they are those of the choices.
use kindly_practice::correspond::stated_fields;
use kindly_practice::records::{
    LetterKind,
    fields::{
        FieldSpec,
        Shape::{self, Day, Line, OneOf, YesNo},
        in_a_row,
    },
};

use crate::error::CliError;

const fn free(key: &'static str, shape: Shape) -> FieldSpec {
    FieldSpec { key, shape, needed: false }
}

/// The key of a kind of letter with a name.
pub(crate) fn find(kind: LetterKind, key: &str) -> Result<&'static FieldSpec, CliError> {
    let key = key.replace('-', "_");
    of(kind).iter().find(|field| field.key == key).ok_or_else(|| {
        let facts = stated_fields(kind);
        let known: Vec<&str> = of(kind)
            .iter()
            .map(|field| field.key)
            .chain(facts.iter().map(|field| field.key.as_str()))
            .collect();
        let what = format!("a letter of the kind {}", kind.name());
        CliError::UnknownKey { what, key, known: in_a_row(&known, "or") }
    })
}

const LANGUAGE: Shape = OneOf(&["en-GB", "en-US", "de-DE", "fr-FR", "es-ES"]);
const PAPER: Shape = OneOf(&["a4", "us_letter"]);
const REGISTER: Shape = OneOf(&["warm", "formal"]);

/// The keys that are the letter's own and no choice.
pub(crate) const OWN: &[&str] = &["date", "language", "paper", "register"];

/// The keys of a kind of letter.
pub(crate) fn of(kind: LetterKind) -> &'static [FieldSpec] {
    match kind {
        LetterKind::RenewalRefusal => REFUSAL,
        LetterKind::ProspectDecline => DECLINE,
        _ => OTHERS,
    }
}

/// Only the keys that the kind heeds: one that would change nothing is refused by its name.
const REFUSAL: &[FieldSpec] = &[
    free("reason", OneOf(&["other_field", "fewer_engagements", "closing_practice", "not_the_time_it_needs"])),
    free("thanks", OneOf(&["work_together", "since", "trust", "hospitality", "none"])),
    free("handover_by", Day),
    free("ask_confirm_receipt", YesNo),
    free("notice_override", YesNo),
    free("for_following_end", YesNo),
    free("referral", Line),
    free("details_passed_on", YesNo),
    free("client_consented", YesNo),
    free("date", Day),
    free("language", LANGUAGE),
    free("paper", PAPER),
    free("register", REGISTER),
];

/// Of every other kind; what such a letter states besides are its facts.
const OTHERS: &[FieldSpec] = &[
    free("referral", Line),
    free("details_passed_on", YesNo),
    free("client_consented", YesNo),
    free("handover_by", Day),
    free("date", Day),
    free("language", LANGUAGE),
    free("paper", PAPER),
    free("register", REGISTER),
];

const DECLINE: &[FieldSpec] = &[
    free(
        "reason",
        OneOf(&["outside_my_field", "not_the_time_it_needs", "needs_a_team", "other_commitments"]),
    ),
    free("reason_line", Line),
    free("time_may_matter", YesNo),
    free("nothing_owed", YesNo),
    free("after_call", YesNo),
    free("papers", OneOf(&["none", "returned", "deleted"])),
    free("referral", Line),
    free("details_passed_on", YesNo),
    free("client_consented", YesNo),
    free("date", Day),
    free("language", LANGUAGE),
    free("paper", PAPER),
    free("register", REGISTER),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kindly_practice::records::{LetterChoices, fields::put};
    use serde_json::{Value, json};

    use super::*;

    /// Each value that a key can have, as the type has it.
    fn values(shape: Shape) -> Vec<Value> {
        match shape {
            YesNo => vec![true.into()],
            Day => vec!["2026-02-28".into()],
            OneOf(words) => words.iter().map(|word| (*word).into()).collect(),
            _ => vec!["x".into()],
        }
    }

    /// Every key with a value, the `turn`th of those it can have.
    fn filled(fields: &[FieldSpec], turn: usize) -> Value {
        let mut made = json!({});
        for field in fields {
            let values = values(field.shape);
            put(&mut made, field.key, values[turn % values.len()].clone());
        }
        made
    }

    fn keys_of(value: &Value) -> BTreeSet<String> {
        value.as_object().expect("choices make an object").keys().cloned().collect()
    }

    fn named(fields: &[FieldSpec]) -> BTreeSet<String> {
        fields.iter().map(|field| field.key.to_owned()).collect()
    }

    #[test]
    fn the_letters_have_the_keys_of_their_choices() {
        let mut ours: BTreeSet<String> = named(REFUSAL).union(&named(DECLINE)).cloned().collect();
        for own in OWN.iter().copied() {
            assert!(ours.remove(own), "the letter's own {own} can be set");
        }
        assert_eq!(ours, keys_of(&json!(LetterChoices::default())), "every choice can be made by some kind");
        for fields in [REFUSAL, DECLINE, OTHERS] {
            for turn in 0..5 {
                let mut made = filled(fields, turn);
                let parts = made.as_object_mut().expect("keys make an object");
                for apart in OWN.iter().copied().chain(["referral"]) {
                    parts.remove(apart);
                }
                let read = serde_json::from_value::<LetterChoices>(made);
                assert!(read.is_ok(), "the values are those of the choices: {read:?}");
            }
        }
    }
}
