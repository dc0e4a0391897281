//! What a line was understood as: data for a window, which has the words.
use kindly_records::{ClientId, Kind, Record};
use serde::Serialize;
use serde_json::{Map, Value};
use ts_rs::TS;
use uuid::Uuid;

/// A line as it is understood so far. All places in the text are counted in UTF-16 code units, as a web page does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, TS)]
pub struct Understood {
    /// The parts of the line in their order, without gaps but for blanks; what was assumed stands at the end.
    pub tokens: Vec<Token>,
    /// Whose record it is, once that is clear.
    pub client: Option<ClientFound>,
    /// What the line does; there only when nothing is asked.
    pub intent: Option<Intent>,
    /// What is known of the record so far, for a form to go on with.
    pub draft: Option<LineDraft>,
    /// What is missing or can be read in several ways.
    pub asks: Vec<Ask>,
    /// How the word at the caret may go on, the likeliest first.
    pub completions: Vec<Completion>,
    /// Whether the line can be recorded as it stands.
    pub ready: bool,
}

/// A part of the line, and what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Token {
    /// Where it begins.
    pub start: usize,
    /// Where it ends: behind its last character.
    pub end: usize,
    /// What it is.
    pub role: Role,
    /// The key of the field that it fills, where it fills one.
    pub field: Option<&'static str>,
    /// What it was understood as: a name, a day like 2026-02-28, an amount, a word of the field.
    pub value: String,
    /// Whether it does not stand in the line but was taken for granted; then it is empty, at the end of the text.
    pub assumed: bool,
}

/// What a part of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The client.
    Client,
    /// The word that says what is recorded.
    Kind,
    /// A value: a rating, or one of a field's words.
    Value,
    /// A day.
    Day,
    /// Free words.
    Words,
    /// Money.
    Amount,
    /// A stretch of time.
    Duration,
    /// The title or number of a record.
    Title,
    /// A person at the client's.
    Person,
    /// A word that only joins others.
    Joining,
    /// Not understood.
    Unknown,
}

/// A client that was recognised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClientFound {
    /// The id.
    pub id: ClientId,
    /// The whole name.
    pub name: String,
}

/// What a line does.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[serde(tag = "intent", rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "one is made a keystroke; a box would only burden its readers")]
pub enum Intent {
    /// It adds a record.
    Add {
        /// The record; it has passed its check.
        record: Record,
    },
    /// It changes fields of a record that is there.
    Change {
        /// The kind of record.
        record: Kind,
        /// Which one.
        #[ts(type = "string")]
        id: Uuid,
        /// What names it.
        title: String,
        /// The fields and their new values.
        patch: Vec<FieldChange>,
    },
}

/// The new value of a field.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct FieldChange {
    /// The field's key, as in [`kindly_records::fields`].
    pub field: &'static str,
    /// Its value, as the type has it in JSON.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// What is known of a record before it is whole.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LineDraft {
    /// Its kind.
    pub kind: Kind,
    /// The record that changes, where one does.
    #[ts(type = "string | null")]
    pub id: Option<Uuid>,
    /// The fields that are known, by their keys.
    #[ts(type = "{ [key: string]: unknown }")]
    pub values: Map<String, Value>,
}

/// Something to put into the line: `text` in place of what stands from `start` to `end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Completion {
    /// What to put in.
    pub text: String,
    /// How it is called in a list.
    pub label: String,
    /// Where what it replaces begins.
    pub start: usize,
    /// Where what it replaces ends.
    pub end: usize,
    /// What it is.
    pub what: Role,
}

/// Something that the line leaves open. Each choice answers it: put it in, and the line is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Ask {
    /// Nothing says what is to be recorded.
    What {
        /// Words that would.
        choices: Vec<Completion>,
    },
    /// No client is named, or several fit.
    Client {
        /// What stands there, empty where nothing does.
        text: String,
        /// The clients that fit; none where nothing is named.
        choices: Vec<Completion>,
    },
    /// Two clients have this very name, so that no line can tell them apart.
    SameName {
        /// The name.
        name: String,
    },
    /// A field that the record needs.
    Missing {
        /// The kind of record.
        record: Kind,
        /// The field's key.
        field: &'static str,
        /// Words that fill it, where there are such.
        choices: Vec<Completion>,
    },
    /// Several records fit, or none does.
    Which {
        /// The kind of record that is looked for.
        record: Kind,
        /// What stands there, empty where nothing does.
        text: String,
        /// Those that may be meant; none where the client has none.
        choices: Vec<Completion>,
    },
    /// A day that can be read in several ways, or two days for one field.
    Day {
        /// The field's key.
        field: &'static str,
        /// What each reading would be.
        choices: Vec<Completion>,
    },
    /// A day that is not on the calendar.
    NoSuchDay {
        /// What stands there.
        text: String,
    },
    /// Something that happened has a day that is still to come.
    Ahead {
        /// The field's key.
        field: &'static str,
        /// The day, as in 2026-02-28.
        day: String,
    },
    /// What the line says is recorded already.
    AlreadyDone {
        /// The kind of record.
        record: Kind,
        /// What names it.
        title: String,
    },
    /// Words that fit nowhere.
    NotUnderstood {
        /// The words.
        text: String,
        /// Where they begin.
        start: usize,
        /// Where they end.
        end: usize,
    },
    /// A record that cannot be kept as it is.
    Problem {
        /// Why, in one sentence.
        sentence: String,
    },
    /// More than one line holds.
    TooLong {
        /// Characters found.
        length: usize,
        /// Characters that are read.
        limit: usize,
    },
}
