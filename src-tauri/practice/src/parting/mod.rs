//! After the letter: what is left until two sides have parted well.
mod view;

use chrono::NaiveDate;
use kindly_records::{
    ClientId, Conversation, ConversationId, Deliverable, Ending, EngagementId, IdSource, Invoice, Kept, Kind,
    Letter, LetterId, LetterKind, Moment, Outcome, RecordKind,
};

use crate::{Message, Practice, PracticeError, books::accounts, correspond::Basis, record::Done};

pub use view::{PartingLine, PartingStep, PartingView};

/// What is handed back where no letter names it.
const EVERYTHING: &str = "";

impl Practice {
    /// What is left to do until the parting that a letter began is complete; without a letter, of the latest that
    /// ends an agreement with this client.
    ///
    /// # Errors
    /// [`PracticeError::NothingToAnswer`] where no letter ends anything.
    pub fn parting(
        &self,
        moment: Moment,
        client: ClientId,
        letter: Option<LetterId>,
    ) -> Result<PartingView, PracticeError> {
        let reader = self.ledger.reader();
        let kept = self.client_named(client)?;
        let mut letters = reader.of_client::<Letter>(client)?;
        letters.retain(|kept| match letter {
            Some(id) => kept.id == id,
            None => ends_something(kept.record.letter_kind),
        });
        letters.sort_by_key(|kept| (kept.record.sent.is_some(), kept.record.written_on, kept.id));
        let Some(letter) = letters.pop() else {
            return Err(PracticeError::NothingToAnswer {
                client: kept.record.name,
                lacks: Kind::Letter,
                letter: LetterKind::RenewalRefusal.name(),
            });
        };
        let basis = Basis::of(self, &letter.record)?;
        let ends_on = basis.ends_on(&letter.record);
        let since = letter.record.written_on;
        let under = letter.record.engagement;

        let mut lines = vec![sent(&letter), confirmed(&letter)];
        lines.extend(deliveries(&reader.of_client(client)?, under, since));
        lines.extend(handed_back(&letter, ends_on, &reader.of_client(client)?));
        let (invoices, payments) = (reader.of_client(client)?, reader.of_client(client)?);
        lines.push(final_invoice(&letter, ends_on, &invoices));
        let accounts = accounts(&invoices, &payments, moment.today);
        let open = accounts.iter().filter(|account| account.settled_on.is_none());
        let open = open.map(|account| account.invoice.record.due_on).max();
        let paid_on = accounts.iter().filter_map(|account| account.settled_on).max();
        lines.push(PartingLine {
            what: PartingStep::Paid,
            title: String::new(),
            by: open,
            done_on: paid_on.filter(|_| open.is_none()),
            kind: Some(Kind::Invoice),
            id: None,
        });
        lines.push(referral(&letter, &reader.of_client(client)?));
        lines.push(ended(&letter, ends_on, &reader.of_client(client)?));
        let open = crate::standing::number(lines.iter().filter(|line| line.done_on.is_none()).count());
        Ok(PartingView {
            client,
            client_name: kept.record.name,
            letter: Some(letter.id),
            ends_on,
            lines,
            open,
        })
    }

    /// Notes that something was handed back: a conversation that says so ticks its line off.
    ///
    /// # Errors
    /// Where the client is gone.
    pub fn hand_back(&mut self, moment: Moment, client: ClientId, what: &str) -> Result<Done, PracticeError> {
        let conversation = Conversation {
            client,
            on: moment.today,
            person: String::new(),
            asked: String::new(),
            explained: String::new(),
            agreed: handed_back_words(what),
            changed: String::new(),
        };
        conversation.check()?;
        let name = self.client_named(client)?.record.name;
        let message = Message::DidAdd { kind: Kind::Conversation, title: conversation.title(), client: name };
        let id: ConversationId = IdSource::at(moment.at).next();
        self.ledger.transact(moment.at, message.label(), |changes| changes.insert(id, &conversation))?;
        Ok(Done { id: Some(id.to_string()), message })
    }
}

/// Whether a letter of this kind is the beginning of a parting.
pub(crate) fn ends_something(kind: LetterKind) -> bool {
    matches!(
        kind,
        LetterKind::RenewalRefusal
            | LetterKind::EarlyTermination
            | LetterKind::MutualEnd
            | LetterKind::Closure
    )
}

fn sent(letter: &Kept<Letter>) -> PartingLine {
    PartingLine {
        what: PartingStep::LetterSent,
        title: String::new(),
        by: None,
        done_on: letter.record.sent.as_ref().map(|sent| sent.on),
        kind: Some(Kind::Letter),
        id: Some(letter.id.to_string()),
    }
}

fn confirmed(letter: &Kept<Letter>) -> PartingLine {
    PartingLine {
        what: PartingStep::Confirmed,
        done_on: letter.record.reply.as_ref().map(|reply| reply.on),
        ..sent(letter)
    }
}

/// What was still to be delivered when the letter was written.
fn deliveries(
    deliverables: &[Kept<Deliverable>],
    under: Option<EngagementId>,
    since: NaiveDate,
) -> Vec<PartingLine> {
    let mut lines: Vec<PartingLine> = deliverables
        .iter()
        .filter(|kept| kept.record.engagement.is_none() || kept.record.engagement == under)
        .filter(|kept| match kept.record.outcome {
            Outcome::Pending => true,
            _ => kept.record.delivered_on.is_some_and(|on| on >= since),
        })
        .map(|kept| PartingLine {
            what: PartingStep::Deliver,
            title: kept.record.title.clone(),
            by: Some(kept.record.due_on),
            done_on: kept.record.delivered_on.filter(|_| kept.record.outcome != Outcome::Pending),
            kind: Some(Kind::Deliverable),
            id: Some(kept.id.to_string()),
        })
        .collect();
    lines.sort_by_key(|line| line.by);
    lines
}

/// What the letter promises to hand back, a line each; at the least all files.
fn handed_back(
    letter: &Kept<Letter>,
    ends_on: Option<NaiveDate>,
    talks: &[Kept<Conversation>],
) -> Vec<PartingLine> {
    let named = match letter.record.stated.get("returns") {
        Some(kindly_records::StatedValue::Lines(lines)) if !lines.is_empty() => lines.clone(),
        _ => vec![EVERYTHING.to_owned()],
    };
    let by = letter.record.choices.handover_by.or(ends_on);
    named
        .into_iter()
        .map(|title| {
            let words = handed_back_words(&title);
            let done = talks
                .iter()
                .filter(|kept| kept.record.on >= letter.record.written_on)
                .find(|kept| kept.record.agreed == words);
            PartingLine {
                what: PartingStep::HandBack,
                by,
                done_on: done.map(|kept| kept.record.on),
                kind: Some(Kind::Conversation),
                id: done.map(|kept| kept.id.to_string()),
                title,
            }
        })
        .collect()
}

/// The words of the conversation that ticks a line off, by which the line finds it again.
fn handed_back_words(what: &str) -> String {
    match what.trim() {
        "" => "Handed back: all files".to_owned(),
        what => format!("Handed back: {what}"),
    }
}

/// The first invoice that was written since the letter, once nothing is to be delivered any more it is the final one.
fn final_invoice(
    letter: &Kept<Letter>,
    ends_on: Option<NaiveDate>,
    invoices: &[Kept<Invoice>],
) -> PartingLine {
    let written = invoices.iter().filter(|kept| kept.record.issued_on >= letter.record.written_on);
    let last = written.max_by_key(|kept| (kept.record.issued_on, kept.id));
    PartingLine {
        what: PartingStep::FinalInvoice,
        title: last.map(|kept| kept.record.number.clone()).unwrap_or_default(),
        by: ends_on,
        done_on: last.map(|kept| kept.record.issued_on),
        kind: Some(Kind::Invoice),
        id: last.map(|kept| kept.id.to_string()),
    }
}

/// Somebody named in the letter itself, or in a later letter of its own.
fn referral(letter: &Kept<Letter>, letters: &[Kept<Letter>]) -> PartingLine {
    let names = |letter: &Letter| !letter.choices.referral.is_empty();
    let named_here = names(&letter.record).then_some(letter);
    let later = letters.iter().find(|kept| {
        kept.record.letter_kind == LetterKind::Referral
            && kept.record.written_on >= letter.record.written_on
            && kept.record.sent.is_some()
    });
    let by = named_here.or(later);
    PartingLine {
        what: PartingStep::Referral,
        title: String::new(),
        by: None,
        done_on: by.and_then(|kept| kept.record.sent.as_ref()).map(|sent| sent.on),
        kind: Some(Kind::Letter),
        id: by.map(|kept| kept.id.to_string()),
    }
}

fn ended(letter: &Kept<Letter>, ends_on: Option<NaiveDate>, endings: &[Kept<Ending>]) -> PartingLine {
    let under = letter.record.engagement;
    let ending = endings.iter().find(|kept| {
        kept.record.on >= letter.record.written_on
            && (kept.record.engagement.is_none() || kept.record.engagement == under)
    });
    PartingLine {
        what: PartingStep::Ended,
        title: String::new(),
        by: ends_on,
        done_on: ending.map(|kept| kept.record.on),
        kind: Some(Kind::Ending),
        id: ending.map(|kept| kept.id.to_string()),
    }
}
