//! Messages in the journal, and how a kind is called in a sentence.
use kindly_ledger::Label;
use kindly_records::Kind;

use super::Message;

impl Message {
    /// The message as the journal keeps it: its arguments are JSON texts, so that a count comes back as a count.
    pub(crate) fn label(&self) -> Label {
        let json = serde_json::to_value(self).expect("a message is plain data");
        let serde_json::Value::Object(mut fields) = json else { unreachable!("a tagged enum is an object") };
        let key = fields.remove("key").and_then(|key| key.as_str().map(str::to_owned)).unwrap_or_default();
        Label { key, arguments: fields.into_iter().map(|(name, value)| (name, value.to_string())).collect() }
    }

    /// The message of a journal's label; `None` for one that this version does not know.
    pub(crate) fn of_label(label: &Label) -> Option<Self> {
        let mut fields = serde_json::Map::new();
        for (name, text) in &label.arguments {
            fields.insert(name.clone(), serde_json::from_str(text).ok()?);
        }
        fields.insert("key".to_owned(), serde_json::Value::String(label.key.clone()));
        serde_json::from_value(serde_json::Value::Object(fields)).ok()
    }
}

/// "a check-in", "an invoice".
pub(crate) fn what(kind: Kind) -> String {
    let name = kind.to_string();
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_gives_its_message_back() {
        for message in [
            Message::DidLoadSample,
            Message::DidImport { file: "clients.csv".to_owned(), new: 3, updated: 1 },
            Message::DidAdd {
                kind: Kind::CheckIn,
                title: "CSAT 2".to_owned(),
                client: "Halden & Co".to_owned(),
            },
        ] {
            let label = message.label();
            assert!(!label.key.is_empty(), "the journal keeps the key apart: {label:?}");
            assert_eq!(Message::of_label(&label), Some(message), "what was kept is what is read");
        }
    }
}
