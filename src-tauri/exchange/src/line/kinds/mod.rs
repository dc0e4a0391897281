//! How the line of each kind of record is read: what it takes from the words, in which order.
use kindly_records::Kind;

use super::{
    reading::{DayFields, Goal, Reading, Span},
    understood::Role,
    words::{BY, UNDER, Verb},
};

mod given;
mod heard;
mod invoice;
mod owed;
mod relation;
mod spent;
mod talked;

/// Something that happened on a day, with nothing due.
const ON_A_DAY: DayFields =
    DayFields { happened: Some("on"), due: None, plain_is_due: false, due_may_be_past: false };

/// Reads the line of a verb. All words that say what the line does are taken already.
pub(super) fn read(reading: &mut Reading<'_>, verb: Verb) {
    match verb {
        Verb::CheckIn(scale) => heard::check_in(reading, scale),
        Verb::Impression => heard::impression(reading),
        Verb::Complaint => heard::complaint(reading),
        Verb::Answered => heard::answered(reading),
        Verb::Resolved => heard::resolved(reading),
        Verb::Praise => heard::praise(reading),
        Verb::Incident(what) => heard::incident(reading, what),
        Verb::Due => owed::deliverable(reading),
        Verb::Extra => owed::extra(reading),
        Verb::Delivered => owed::delivered(reading),
        Verb::Accepted => owed::accepted(reading, "accepted"),
        Verb::Refused => owed::accepted(reading, "refused"),
        Verb::Owes => owed::obligation(reading),
        Verb::Came => owed::came(reading),
        Verb::Invoice => invoice::invoice(reading),
        Verb::Paid => invoice::paid(reading),
        Verb::Discount => given::discount(reading),
        Verb::Free => given::free(reading),
        Verb::Time | Verb::Unbilled => spent::time(reading),
        Verb::Attention => spent::attention(reading),
        Verb::Said(_) => talked::conversation(reading),
        Verb::Wants => talked::request(reading),
        Verb::Decide => relation::decision(reading),
        Verb::Ended => relation::ending(reading),
        Verb::Enquiry => relation::enquiry(reading),
        Verb::Engagement => relation::engagement(reading),
        Verb::NewClient => relation::client(reading, "active"),
        Verb::NewProspect => relation::client(reading, "prospect"),
    }
}

impl Reading<'_> {
    fn adds(&mut self, kind: Kind) {
        self.goal = Some(Goal::Add(kind));
    }

    /// What is said first: a quotation, or the free words outside of quotations.
    fn said_as(&mut self, field: &'static str, role: Role) -> Option<String> {
        let runs = self.runs();
        let first = *runs.first()?;
        if self.words[first.first].quoted {
            return self.quote(field, role);
        }
        let plain: Vec<Span> = runs.into_iter().filter(|run| !self.words[run.first].quoted).collect();
        self.join(&plain, field, role)
    }

    /// The same as a title: free words begin with a capital letter then.
    fn titled_as(&mut self, field: &'static str) -> Option<String> {
        let quoted = self.runs().first().is_some_and(|run| self.words[run.first].quoted);
        let title = self.said_as(field, Role::Title)?;
        let title = if quoted { title } else { capitalised(&title) };
        self.set(field, title.clone());
        Some(title)
    }

    /// The agreement behind "under".
    fn engagement(&mut self) {
        self.reference("engagement", Kind::Engagement, UNDER, false);
        if self.has("engagement") {
            return;
        }
        let leads = |run: &Span| run.words > 1 && UNDER.contains(&self.words[run.first].key.as_str());
        if let Some(run) = self.runs().into_iter().find(leads) {
            let open = self.open(Kind::Engagement);
            let title = Span { first: run.first + 1, words: run.words - 1 };
            self.ask_which(Kind::Engagement, Some(title), &open);
            self.take_before(title.first, UNDER);
        }
    }

    /// The person behind "by": their names in capitals, or the one word that stands there.
    fn person(&mut self) {
        let free = self.free();
        let found = free.iter().copied().find(|at| {
            let word = &self.words[*at];
            let follows = *at > 0 && !self.taken[*at - 1] && BY.contains(&self.words[*at - 1].key.as_str());
            let by = follows && self.words[*at - 1].key == BY[0];
            follows
                && !word.quoted
                && (by || is_name(word.inner))
                && word.inner.starts_with(char::is_alphabetic)
        });
        let Some(first) = found else { return };
        let run = self.free_from(first).iter().take_while(|word| !word.quoted).count();
        let named = self.words[first..first + run].iter().take_while(|word| is_name(word.inner)).count();
        // "by ada lovelace" is a name too, where no more stands there.
        let words = if named == 0 && run == 2 { 2 } else { named.clamp(1, 4) };
        let span = Span { first, words };
        let name = self.said(span);
        let name = name.split_whitespace().map(capitalised).collect::<Vec<String>>().join(" ");
        self.take(span, Role::Person, Some("person"), name.clone());
        self.take_before(first, BY);
        self.set("person", name);
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// The text with its first letter as a sentence has it.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
