//! The fields of each kind; a test sees to it that they are those of the types.
use super::{
    FieldSpec,
    Shape::{
        self, Amount, Client, Count, Currency, Day, Line, Lines, Minutes, OneOf, People, Record, Seconds,
        Text, Whole, Words, YesNo,
    },
};
use crate::Kind;

const fn needed(key: &'static str, shape: Shape) -> FieldSpec {
    FieldSpec { key, shape, needed: true }
}

const fn free(key: &'static str, shape: Shape) -> FieldSpec {
    FieldSpec { key, shape, needed: false }
}

const LANGUAGE: Shape = OneOf(&["en-GB", "en-US", "de-DE", "fr-FR", "es-ES"]);
const SCALE: Shape = OneOf(&["csat", "nps", "ces"]);
const OWED: Shape = OneOf(&["brief", "access", "feedback", "approval", "decision", "payment"]);
const ENGAGEMENT: FieldSpec = free("engagement", Record(Kind::Engagement));
const DELIVERABLE: FieldSpec = free("deliverable", Record(Kind::Deliverable));
const CLIENT: FieldSpec = needed("client", Client);
const ON: FieldSpec = needed("on", Day);
const NOTES: FieldSpec = free("notes", Text);
const FROM_MEMORY: FieldSpec = free("from_memory", YesNo);

pub(super) fn of(kind: Kind) -> &'static [FieldSpec] {
    match kind {
        Kind::Client => CLIENTS,
        Kind::Enquiry => ENQUIRIES,
        Kind::Engagement => ENGAGEMENTS,
        Kind::Deliverable => DELIVERABLES,
        Kind::CheckIn => CHECK_INS,
        Kind::Obligation => OBLIGATIONS,
        Kind::Invoice => INVOICES,
        Kind::Concession => CONCESSIONS,
        Kind::Incident => INCIDENTS,
        Kind::Complaint => COMPLAINTS,
        Kind::Praise => PRAISE,
        Kind::Payment => PAYMENTS,
        Kind::TimeEntry => TIME_ENTRIES,
        Kind::Conversation => CONVERSATIONS,
        Kind::Request => REQUESTS,
        Kind::Attention => ATTENTION,
        Kind::Decision => DECISIONS,
        Kind::Ending => ENDINGS,
        Kind::ReferralContact => REFERRAL_CONTACTS,
        Kind::Document => DOCUMENTS,
        Kind::Template => TEMPLATES,
        Kind::Snooze => SNOOZES,
        Kind::Profile => PROFILE,
        Kind::Improvement => IMPROVEMENTS,
        Kind::CheckInRequest => CHECK_IN_REQUESTS,
        Kind::FitCriterion => FIT_CRITERIA,
        Kind::Letter | Kind::LetterTemplate => &[],
    }
}

const CLIENTS: &[FieldSpec] = &[
    needed("name", Line),
    free("status", OneOf(&["prospect", "active", "ended", "archived"])),
    free("contact.salutation", Line),
    free("contact.given_name", Line),
    free("contact.family_name", Line),
    free("contact.email", Line),
    free("contact.phone", Line),
    free("contact.role", Line),
    free("people", People),
    free("address", Lines),
    free("country", Line),
    free("language", LANGUAGE),
    free("currency", Currency),
    free("website", Line),
    free("tags", Words),
    free("check_in_every_days", Count),
    free("check_in_scale", SCALE),
    NOTES,
];

const ENQUIRIES: &[FieldSpec] = &[
    CLIENT,
    needed("received_on", Day),
    needed("subject", Line),
    free("words", Text),
    free("answered_on", Day),
];

const ENGAGEMENTS: &[FieldSpec] = &[
    CLIENT,
    needed("title", Line),
    needed("agreed_on", Day),
    free("success", Text),
    free("starts_on", Day),
    free("term_ends_on", Day),
    free("renews_by_months", Count),
    free("notice.count", Count),
    free("notice.unit", OneOf(&["months", "weeks", "days"])),
    free("notice_form", OneOf(&["letter", "registered", "email"])),
    free("notice_counts", OneOf(&["received_by", "sent_by"])),
    free("fee_model", OneOf(&["unknown", "fixed", "hourly", "daily", "retainer"])),
    free("rate", Amount),
    free("budget_minutes", Minutes),
    free("ended_on", Day),
    FROM_MEMORY,
];

const DELIVERABLES: &[FieldSpec] = &[
    CLIENT,
    needed("title", Line),
    needed("due_on", Day),
    ENGAGEMENT,
    free("delivered_on", Day),
    free("outcome", OneOf(&["pending", "met", "partial", "late", "rejected", "excused"])),
    free("scope", OneOf(&["agreed", "extra"])),
    free("acceptance", OneOf(&["unknown", "accepted", "accepted_after_rework", "refused"])),
    free("waits_for", Record(Kind::Obligation)),
    NOTES,
    FROM_MEMORY,
];

const CHECK_INS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("scale", SCALE),
    needed("value", Whole),
    free("said_by", OneOf(&["them", "my_impression"])),
    free("person", Line),
    DELIVERABLE,
    free("words", Text),
    FROM_MEMORY,
];

const OBLIGATIONS: &[FieldSpec] = &[
    CLIENT,
    needed("title", Line),
    needed("due_on", Day),
    free("what", OWED),
    ENGAGEMENT,
    free("met_on", Day),
    NOTES,
    FROM_MEMORY,
];

const INVOICES: &[FieldSpec] = &[
    CLIENT,
    needed("number", Line),
    needed("issued_on", Day),
    needed("amount", Amount),
    needed("due_on", Day),
    free("paid_on", Day),
    ENGAGEMENT,
    NOTES,
];

const CONCESSIONS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("what", Line),
    free("amount", Amount),
    free("minutes", Minutes),
    free("initiative", OneOf(&["unknown", "they_asked", "we_offered"])),
    ENGAGEMENT,
    free("reason", Text),
    FROM_MEMORY,
];

const INCIDENTS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("what", OneOf(&["blame", "conduct", "threat", "bypassing", "pressure_on_price"])),
    needed("observed", Text),
    free("other_reading", Text),
    free("review_on", Day),
];

const COMPLAINTS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("theme", Line),
    free("words", Text),
    free("cause", OneOf(&["unknown", "ours", "theirs", "shared"])),
    free("answered_on", Day),
    free("resolved_on", Day),
    free("resolution", Text),
];

const PRAISE: &[FieldSpec] =
    &[CLIENT, ON, needed("words", Text), free("person", Line), DELIVERABLE, free("thanked_on", Day)];

const PAYMENTS: &[FieldSpec] = &[
    CLIENT,
    needed("invoice", Record(Kind::Invoice)),
    ON,
    needed("amount", Amount),
    free("reference", Line),
];

const TIME_ENTRIES: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("seconds", Seconds),
    free("what", Text),
    free("billable", YesNo),
    free("hourly_rate", Amount),
    ENGAGEMENT,
    DELIVERABLE,
];

const CONVERSATIONS: &[FieldSpec] = &[
    CLIENT,
    ON,
    free("person", Line),
    free("asked", Text),
    free("explained", Text),
    free("agreed", Text),
    free("changed", Text),
];

const REQUESTS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("what", Line),
    free("answer", OneOf(&["open", "agreed_for_pay", "agreed_for_free", "declined"])),
    free("answered_on", Day),
    free("worth", Amount),
    ENGAGEMENT,
    NOTES,
];

const ATTENTION: &[FieldSpec] = &[CLIENT, ON, needed("minutes", Minutes), free("what", Text)];

const DECISIONS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("what", OneOf(&["renew", "raise_the_price", "change_the_scope", "part"])),
    free(
        "reason",
        OneOf(&[
            "goes_well",
            "costs_more_attention_than_it_returns",
            "unhappy_despite_delivery",
            "out_of_balance",
            "conduct",
            "ours_to_put_right",
            "direction",
            "other",
        ]),
    ),
    ENGAGEMENT,
    NOTES,
];

const ENDINGS: &[FieldSpec] = &[
    CLIENT,
    ON,
    needed("ended_by", OneOf(&["them", "us", "both", "work_done"])),
    free(
        "reason",
        OneOf(&[
            "unknown",
            "price",
            "our_work",
            "our_pace",
            "fit",
            "no_need",
            "went_elsewhere",
            "conduct",
            "non_payment",
            "work_done",
        ]),
    ),
    ENGAGEMENT,
    free("enquiry", Record(Kind::Enquiry)),
    free("words", Text),
];

const REFERRAL_CONTACTS: &[FieldSpec] = &[
    needed("name", Line),
    free("field", Line),
    free("business", Line),
    free("email", Line),
    free("phone", Line),
    free("website", Line),
    NOTES,
];

const DOCUMENTS: &[FieldSpec] =
    &[CLIENT, ON, needed("title", Line), needed("file", Line), free("sha256", Line), NOTES];

const TEMPLATES: &[FieldSpec] = &[
    free("client", Client),
    needed("what", OneOf(&["deliverable", "obligation", "check_in"])),
    needed("title", Line),
    ENGAGEMENT,
    free("obligation", OWED),
    free("scale", SCALE),
    free("first_due_on", Day),
    free("every_months", Count),
];

const SNOOZES: &[FieldSpec] =
    &[free("client", Client), needed("need", Line), needed("until", Day), needed("reason", Line)];

const IMPROVEMENTS: &[FieldSpec] =
    &[needed("what", Line), needed("from", Day), free("theme", Line), free("done_on", Day), NOTES];

const CHECK_IN_REQUESTS: &[FieldSpec] =
    &[CLIENT, ON, free("scale", SCALE), free("person", Line), DELIVERABLE];

const FIT_CRITERIA: &[FieldSpec] = &[
    needed("name", Line),
    free("weighs", OneOf(&["wish", "must_have", "deal_breaker"])),
    free("weight", Count),
    free("question", Line),
    free("offer", Text),
    free("learnt_from", Text),
    free("retired", YesNo),
];

const PROFILE: &[FieldSpec] = &[
    free("trade_name", Line),
    free("name", Line),
    free("role", Line),
    free("address", Lines),
    free("country", Line),
    free("email", Line),
    free("phone", Line),
    free("website", Line),
    free("place", Line),
    free("language", LANGUAGE),
    free("paper", OneOf(&["a4", "us_letter"])),
    free("currency", Currency),
    free("postal_margin_working_days", Count),
    free("register", OneOf(&["warm", "formal"])),
    free("layout", OneOf(&["din_5008_a", "din_5008_b", "us", "plain"])),
    free("typeface", OneOf(&["serif", "sans"])),
    free("accent", Line),
    free("fold_marks", YesNo),
    free("cooling_off_hours", Count),
    free("letter_numbers", Line),
    free("half_life_days", Count),
    free("delivery_bar_percent", Count),
    free("cost_per_hour", Amount),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::*;
    use crate::{Profile, fields::put};

    const RECORDED: [Kind; 25] = [
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
        Kind::Praise,
        Kind::Payment,
        Kind::TimeEntry,
        Kind::Conversation,
        Kind::Request,
        Kind::Attention,
        Kind::Decision,
        Kind::Ending,
        Kind::ReferralContact,
        Kind::Document,
        Kind::Template,
        Kind::Snooze,
        Kind::Improvement,
        Kind::CheckInRequest,
        Kind::FitCriterion,
    ];

    /// Each value that a field can have, as the type has it.
    fn values(shape: Shape) -> Vec<Value> {
        match shape {
            Line | Text => vec!["x".into()],
            Lines | Words => vec![json!(["x"])],
            People => vec![json!([crate::Contact::default()])],
            Whole | Count | Minutes | Seconds => vec![1.into()],
            YesNo => vec![true.into()],
            Day => vec!["2026-02-28".into()],
            OneOf(words) => words.iter().map(|word| (*word).into()).collect(),
            Currency => vec!["EUR".into()],
            Amount => vec![json!({ "minor": 1, "currency": "EUR" })],
            Client | Record(_) => vec!["01890a5d-ac96-774b-bcce-b302099a8057".into()],
        }
    }

    /// Every field with a value, the `turn`th of those it can have.
    fn filled(fields: &[FieldSpec], turn: usize) -> Value {
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

    fn named(fields: &[FieldSpec]) -> BTreeSet<String> {
        fields.iter().map(|field| field.key.to_owned()).collect()
    }

    #[test]
    fn a_record_has_the_fields_of_its_table() {
        for kind in RECORDED {
            let fields = of(kind);
            for turn in 0..10 {
                let mut made = filled(fields, turn);
                made["kind"] = json!(kind);
                let record: crate::Record = serde_json::from_value(made)
                    .unwrap_or_else(|error| panic!("the values of a {kind} are those of its type: {error}"));
                let mut theirs = keys_of(&json!(record));
                theirs.remove("kind");
                // Whether a client belongs to the sample is not for anybody to say.
                theirs.remove("sample");
                // How an enquiry answers the criteria is said beside them, not typed into a field.
                theirs.remove("fit");
                assert_eq!(named(fields), theirs, "no field of a {kind} is missing, and none is too many");
            }
            // A record of only what is needed is one; without any of it, it is none.
            let needed: Vec<FieldSpec> = fields.iter().filter(|field| field.needed).copied().collect();
            let mut made = filled(&needed, 0);
            made["kind"] = json!(kind);
            if kind == Kind::Client {
                made["currency"] = "EUR".into();
            }
            let record = serde_json::from_value::<crate::Record>(made.clone());
            assert!(record.is_ok(), "a {kind} needs no more than its table says: {record:?}");
            for field in needed {
                let mut less = made.clone();
                less.as_object_mut().expect("fields make an object").remove(field.key);
                let record = serde_json::from_value::<crate::Record>(less);
                assert!(record.is_err(), "a {kind} needs its {}", field.key);
            }
        }
    }

    #[test]
    fn the_letterhead_has_the_fields_of_its_table() {
        let profile: Profile =
            serde_json::from_value(filled(PROFILE, 0)).expect("the values are of its type");
        let mut theirs = keys_of(&json!(profile));
        for own in ["logo_sha256", "signature_sha256", "footer", "per_language"] {
            assert!(theirs.remove(own), "{own} is of the letterhead, and is no field that is typed");
        }
        assert_eq!(named(PROFILE), theirs, "no field is missing, and none is too many");
    }
}
