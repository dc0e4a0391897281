//! Records by chance: every kind, every field, within what its type takes. The same seed gives the same ones.
use kindly_practice::{
    Practice,
    many::FieldText,
    records::{
        Kind,
        fields::{self, Shape},
    },
};

/// A source of chance that is the same on every machine (xorshift64*, Vigna 2016).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap_or(0) % limit.max(1)
    }

    pub(crate) fn of<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        if among.is_empty() { None } else { among.get(self.below(among.len())) }
    }

    pub(crate) fn yes(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// The kinds that are recorded by their fields.
pub(crate) fn kinds() -> Vec<Kind> {
    let by_fields = |kind: &Kind| !matches!(kind, Kind::Letter | Kind::LetterTemplate | Kind::Profile);
    Kind::ALL.into_iter().filter(by_fields).collect()
}

const WORDS: [&str; 8] = [
    "report",
    "Überraschung",
    "=SUM(A1)",
    "it’s “fine”",
    "two\nlines",
    "'quoted",
    "naïve, café; 10 %",
    "終わり",
];

/// Fields of a kind with texts by chance; `client` names whose it is.
pub(crate) fn texts(chance: &mut Chance, kind: Kind, client: &str, every: bool) -> Vec<FieldText> {
    let mut texts = Vec::new();
    for field in fields::of(kind) {
        if !(field.needed || every || chance.yes()) {
            continue;
        }
        let word = *chance.of(&WORDS).expect("there are words");
        let one_line = word.replace('\n', " ");
        let text = match field.shape {
            Shape::Client => client.to_owned(),
            // What is named must be there: links have tests of their own.
            Shape::Record(_) => continue,
            Shape::Text => word.to_owned(),
            Shape::Line => match field.key.rsplit('.').next().unwrap_or_default() {
                "email" => "ada@halden.example".to_owned(),
                "country" => "GB".to_owned(),
                "sha256" => continue,
                "name" | "number" | "need" => format!("{one_line} {}", chance.below(1_000_000)),
                _ => one_line,
            },
            Shape::Lines => "1 High Street / Leeds".to_owned(),
            Shape::Words => "retail, key account".to_owned(),
            Shape::People => "Ada | Halden | ada@halden.example | Finance".to_owned(),
            Shape::Whole => (1 + chance.below(5)).to_string(),
            Shape::Count => (1 + chance.below(24)).to_string(),
            Shape::Minutes | Shape::Seconds => format!("{}:{:02}", 1 + chance.below(9), chance.below(60)),
            Shape::YesNo => if chance.yes() { "yes" } else { "no" }.to_owned(),
            // Later fields have later days, so that nothing ends before it begins.
            Shape::Day => format!("2026-{:02}-{:02}", 1 + texts.len().min(10), 1 + chance.below(28)),
            Shape::OneOf(words) => (*chance.of(words).expect("there are words")).to_owned(),
            Shape::Currency => "EUR".to_owned(),
            Shape::Amount => format!("{}.{:02} EUR", 1 + chance.below(9_999), chance.below(100)),
        };
        texts.push(FieldText { key: field.key.to_owned(), text });
    }
    settle(kind, &mut texts);
    texts
}

/// What cannot be chosen by itself: an outcome wants its day, a rhythm its first.
fn settle(kind: Kind, texts: &mut Vec<FieldText>) {
    let mut set = |key: &str, text: Option<&str>| {
        texts.retain(|field| field.key != key);
        texts.extend(text.map(|text| FieldText { key: key.to_owned(), text: text.to_owned() }));
    };
    match kind {
        Kind::Deliverable => {
            set("outcome", Some("met"));
            set("delivered_on", Some("2026-11-20"));
        }
        Kind::Engagement => {
            set("renews_by_months", None);
            set("notice.count", None);
            set("notice.unit", None);
        }
        Kind::Concession => set("minutes", Some("45m")),
        Kind::Conversation => set("agreed", Some("Weekly calls")),
        Kind::Template => {
            set("every_months", None);
            set("first_due_on", None);
        }
        _ => {}
    }
}

/// The ids of all records of a kind.
pub(crate) fn ids(practice: &Practice, kind: Kind) -> Vec<uuid::Uuid> {
    let lines =
        practice.record_lines(kindly_practice::records::Moment::of_day(crate::room::day("2026-11-22")), kind);
    lines.expect("they can be read").iter().map(|line| line.id.parse().expect("an id")).collect()
}
