//! The keys of each kind of record and letter; a test sees to it that they are those of the types.
use kindly_practice::records::{Kind, LetterKind};

use super::{
    Field,
    Shape::{self, Amount, Client, Count, Currency, Day, Lines, OneOf, Text, Titled, Whole, YesNo},
};

const fn needed(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, needed: true }
}

const fn free(key: &'static str, shape: Shape) -> Field {
    Field { key, shape, needed: false }
}

const LANGUAGE: Shape = OneOf(&["en-GB", "en-US"]);
const PAPER: Shape = OneOf(&["a4", "us_letter"]);
const ENGAGEMENT: Shape = Titled(Kind::Engagement);
const DELIVERABLE: Shape = Titled(Kind::Deliverable);

pub(super) fn of_record(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Client => CLIENT,
        Kind::Enquiry => ENQUIRY,
        Kind::Engagement => AGREEMENT,
        Kind::Deliverable => DELIVERED,
        Kind::CheckIn => CHECK_IN,
        Kind::Obligation => OBLIGATION,
        Kind::Invoice => INVOICE,
        Kind::Concession => CONCESSION,
        Kind::Incident => INCIDENT,
        Kind::Complaint => COMPLAINT,
        Kind::Profile => PROFILE,
        // A letter is written from the records, not recorded by its keys.
        Kind::Letter => &[],
    }
}

pub(super) fn of_letter(kind: LetterKind) -> &'static [Field] {
    match kind {
        LetterKind::RenewalRefusal => REFUSAL,
        LetterKind::ProspectDecline => DECLINE,
    }
}

const CLIENT: &[Field] = &[
    needed("name", Text),
    free("status", OneOf(&["prospect", "active", "ended", "archived"])),
    free("contact.salutation", Text),
    free("contact.given_name", Text),
    free("contact.family_name", Text),
    free("contact.email", Text),
    free("address", Lines),
    free("country", Text),
    free("language", LANGUAGE),
    free("currency", Currency),
    free("notes", Text),
];

const ENQUIRY: &[Field] = &[
    needed("client", Client),
    needed("received_on", Day),
    needed("subject", Text),
    free("words", Text),
    free("answered_on", Day),
];

const AGREEMENT: &[Field] = &[
    needed("client", Client),
    needed("title", Text),
    needed("agreed_on", Day),
    free("success", Text),
    free("starts_on", Day),
    free("term_ends_on", Day),
    free("renews_by_months", Count),
    free("notice.count", Count),
    free("notice.unit", OneOf(&["months", "weeks", "days"])),
    free("notice_form", OneOf(&["letter", "registered", "email"])),
    free("notice_counts", OneOf(&["received_by", "sent_by"])),
    free("ended_on", Day),
];

const DELIVERED: &[Field] = &[
    needed("client", Client),
    needed("title", Text),
    needed("due_on", Day),
    free("engagement", ENGAGEMENT),
    free("delivered_on", Day),
    free("outcome", OneOf(&["pending", "met", "partial", "late", "rejected", "excused"])),
    free("notes", Text),
];

const CHECK_IN: &[Field] = &[
    needed("client", Client),
    needed("on", Day),
    needed("scale", OneOf(&["csat", "nps", "ces"])),
    needed("value", Whole),
    free("said_by", OneOf(&["them", "my_impression"])),
    free("deliverable", DELIVERABLE),
    free("words", Text),
];

const OBLIGATION: &[Field] = &[
    needed("client", Client),
    needed("title", Text),
    needed("due_on", Day),
    free("what", OneOf(&["brief", "access", "feedback", "approval", "decision"])),
    free("engagement", ENGAGEMENT),
    free("met_on", Day),
    free("notes", Text),
];

const INVOICE: &[Field] = &[
    needed("client", Client),
    needed("number", Text),
    needed("issued_on", Day),
    needed("amount", Amount),
    needed("due_on", Day),
    free("currency", Currency),
    free("paid_on", Day),
];

const CONCESSION: &[Field] = &[
    needed("client", Client),
    needed("on", Day),
    needed("what", Text),
    free("amount", Amount),
    free("currency", Currency),
    free("minutes", Count),
    free("reason", Text),
];

const INCIDENT: &[Field] = &[
    needed("client", Client),
    needed("on", Day),
    needed("what", OneOf(&["blame", "conduct", "threat", "pressure_on_price"])),
    needed("observed", Text),
    free("other_reading", Text),
];

const COMPLAINT: &[Field] = &[
    needed("client", Client),
    needed("on", Day),
    needed("theme", Text),
    free("words", Text),
    free("answered_on", Day),
    free("resolved_on", Day),
];

const PROFILE: &[Field] = &[
    free("trade_name", Text),
    free("name", Text),
    free("role", Text),
    free("address", Lines),
    free("country", Text),
    free("email", Text),
    free("phone", Text),
    free("website", Text),
    free("place", Text),
    free("language", LANGUAGE),
    free("paper", PAPER),
    free("currency", Currency),
    free("postal_margin_working_days", Count),
];

/// Only the keys that the kind heeds: one that would change nothing is refused by its name.
const REFUSAL: &[Field] = &[
    free("reason", OneOf(&["other_field", "fewer_engagements", "closing_practice", "not_the_time_it_needs"])),
    free("thanks", OneOf(&["work_together", "since", "trust", "hospitality", "none"])),
    free("handover_by", Day),
    free("ask_confirm_receipt", YesNo),
    free("notice_override", YesNo),
    free("for_following_end", YesNo),
    free("referral", Text),
    free("details_passed_on", YesNo),
    free("client_consented", YesNo),
    free("date", Day),
    free("language", LANGUAGE),
    free("paper", PAPER),
];

const DECLINE: &[Field] = &[
    free(
        "reason",
        OneOf(&["outside_my_field", "not_the_time_it_needs", "needs_a_team", "other_commitments"]),
    ),
    free("reason_line", Text),
    free("time_may_matter", YesNo),
    free("nothing_owed", YesNo),
    free("after_call", YesNo),
    free("papers", OneOf(&["none", "returned", "deleted"])),
    free("referral", Text),
    free("details_passed_on", YesNo),
    free("client_consented", YesNo),
    free("date", Day),
    free("language", LANGUAGE),
    free("paper", PAPER),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use kindly_practice::records::{LetterChoices, Profile, Record};
    use serde_json::{Value, json};

    use super::*;
    use crate::fields::put;

    /// Each value that a key can have, as the type has it.
    fn values(shape: Shape) -> Vec<Value> {
        match shape {
            Text => vec!["x".into()],
            Lines => vec![json!(["x"])],
            Whole | Count => vec![1.into()],
            YesNo => vec![true.into()],
            Day => vec!["2026-02-28".into()],
            OneOf(words) => words.iter().map(|word| (*word).into()).collect(),
            Currency => vec!["EUR".into()],
            Amount => vec![json!({ "minor": 1, "currency": "EUR" })],
            Client | Titled(_) => vec!["01890a5d-ac96-774b-bcce-b302099a8057".into()],
        }
    }

    /// Every key with a value, the `turn`th of those it can have.
    fn filled(fields: &[Field], turn: usize) -> Value {
        let mut made = json!({});
        for field in fields {
            let values = values(field.shape);
            put(&mut made, field.key, values[turn % values.len()].clone());
        }
        made
    }

    /// The keys that hold something, parts with a dot.
    fn keys(value: &Value, before: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(parts) if !parts.contains_key("minor") => {
                for (key, part) in parts {
                    let dot = if before.is_empty() { "" } else { "." };
                    keys(part, &format!("{before}{dot}{key}"), found);
                }
            }
            _ => {
                found.insert(before.to_owned());
            }
        }
    }

    fn keys_of(value: &Value) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        keys(value, "", &mut found);
        found
    }

    fn named(fields: &[Field]) -> BTreeSet<String> {
        fields.iter().map(|field| field.key.to_owned()).collect()
    }

    #[test]
    fn a_record_has_the_keys_of_its_table() {
        for kind in [
            Kind::Client,
            Kind::Enquiry,
            Kind::Engagement,
            Kind::Deliverable,
            Kind::CheckIn,
            Kind::Obligation,
            Kind::Invoice,
            Kind::Concession,
            Kind::Incident,
            Kind::Complaint,
        ] {
            let fields = of_record(kind);
            for turn in 0..6 {
                let mut made = filled(fields, turn);
                made["kind"] = json!(kind);
                let record: Record = serde_json::from_value(made)
                    .unwrap_or_else(|error| panic!("the values of a {kind} are those of its type: {error}"));
                let mut theirs = keys_of(&json!(record));
                theirs.remove("kind");
                // Whether a client belongs to the sample is not for anybody to say.
                theirs.remove("sample");
                let mut ours = named(fields);
                // The currency of an amount is part of it.
                if fields.iter().any(|field| field.shape == Amount) {
                    ours.remove("currency");
                }
                assert_eq!(ours, theirs, "no key of a {kind} is missing, and none is too many");
            }
            // A record of only what is needed is one; without any of it, it is none.
            let needed: Vec<Field> = fields.iter().filter(|field| field.needed).copied().collect();
            let mut made = filled(&needed, 0);
            made["kind"] = json!(kind);
            if kind == Kind::Client {
                made["currency"] = "EUR".into();
            }
            let record = serde_json::from_value::<Record>(made.clone());
            assert!(record.is_ok(), "a {kind} needs no more than its table says: {record:?}");
            for field in needed {
                let mut less = made.clone();
                less.as_object_mut().expect("keys make an object").remove(field.key);
                let record = serde_json::from_value::<Record>(less);
                assert!(record.is_err(), "a {kind} needs its {}", field.key);
            }
        }
    }

    #[test]
    fn the_letterhead_has_the_keys_of_its_table() {
        let profile: Profile =
            serde_json::from_value(filled(PROFILE, 0)).expect("the values are of its type");
        assert_eq!(named(PROFILE), keys_of(&json!(profile)), "no key is missing, and none is too many");
    }

    #[test]
    fn the_letters_have_the_keys_of_their_choices() {
        let mut ours: BTreeSet<String> = named(REFUSAL).union(&named(DECLINE)).cloned().collect();
        for own in ["date", "language", "paper"] {
            assert!(ours.remove(own), "the letter's own {own} can be set");
        }
        assert_eq!(ours, keys_of(&json!(LetterChoices::default())), "every choice can be made by some kind");
        for fields in [REFUSAL, DECLINE] {
            for turn in 0..5 {
                let mut made = filled(fields, turn);
                let parts = made.as_object_mut().expect("keys make an object");
                for apart in ["date", "language", "paper", "referral"] {
                    parts.remove(apart);
                }
                let read = serde_json::from_value::<LetterChoices>(made);
                assert!(read.is_ok(), "the values are those of the choices: {read:?}");
            }
        }
    }
}
