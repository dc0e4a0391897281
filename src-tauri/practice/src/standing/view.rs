//! What the window and the cli show of the verdicts: the practice on one screen, one client on another.
use chrono::NaiveDate;

use kindly_records::{
    Client, ClientId, ClientStatus, DecisionKind, DecisionReason, EndedBy, EndingReason, IncidentKind, Kind,
    LetterKind, Record, RequestAnswer,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::scatter::Scatter;
use crate::{Message, excuse::ExcuseProposal, needs::Need};

/// A verdict by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Content, and served as agreed.
    Healthy,
    /// Worth an eye.
    Watch,
    /// Unhappy although it was delivered.
    NeverHappy,
    /// Unhappy, and our misses explain it.
    OurDeliveryFirst,
    /// Unhappy for a reason that many share.
    OfferingProblem,
    /// What they owe, or take, outweighs the rest.
    OneWay,
    /// Not enough is known.
    NotEnoughEvidence,
}

/// How much a verdict rests on. Never a percentage: a band is all that the method can promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// Too little for a verdict.
    Little,
    /// Some evidence.
    Some,
    /// Good evidence.
    Good,
    /// Strong evidence.
    Strong,
}

/// How a word or figure is tinted; the word itself always says it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// As it should be.
    Good,
    /// To be looked at.
    Warn,
    /// Bad.
    Bad,
    /// Ours.
    Ours,
    /// Neither.
    Plain,
}

/// Which way satisfaction goes: the last three check-ins against those before, on 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Better by half a point or more.
    Rising,
    /// Within half a point, or too few to tell.
    Steady,
    /// Worse by half a point or more.
    Falling,
}

/// All clients on one screen.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClientsView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// The sentence above everything.
    pub headline: Message,
    /// What stands below it: delivery over all, and our own record.
    pub below: Vec<Message>,
    /// Deliverables met against satisfaction.
    pub scatter: Scatter,
    /// What needs the user, most urgent first.
    pub needs: Vec<Need>,
    /// A row a client, the most pressing verdict first.
    pub rows: Vec<ClientRow>,
    /// How many enquiries wait for an answer.
    pub open_enquiries: u32,
    /// How many letters are kept.
    pub letters: u32,
    /// Whether the sample practice is loaded.
    pub sample: bool,
    /// How many lines of what needs the user are put off.
    pub snoozed: u32,
}

/// One client in the table.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClientRow {
    /// The client.
    pub id: ClientId,
    /// Their name.
    pub name: String,
    /// Where the relationship stands.
    pub status: ClientStatus,
    /// The verdict; `None` for a prospect, who is not judged.
    pub verdict: Option<Verdict>,
    /// Whether they are out of balance as well, in any other verdict.
    pub one_way_too: bool,
    /// Deliverables met.
    pub met: u32,
    /// Deliverables that count.
    pub counted: u32,
    /// Mean satisfaction over all check-ins they gave, on 1 to 5.
    pub satisfaction: Option<f64>,
    /// How many check-ins that is.
    pub check_ins: u32,
    /// Which way it goes.
    pub trend: Trend,
    /// What they owed and gave on time, invoices included.
    pub kept: u32,
    /// All that they owed, as far as it is known.
    pub owed: u32,
    /// Things given away.
    pub concessions: u32,
    /// Mean days beyond terms over their invoices; `None` without one.
    pub days_beyond_terms: Option<f64>,
    /// How their agreement goes on.
    pub renewal: Renewal,
    /// Whether the client belongs to the sample practice.
    pub sample: bool,
    /// The user's own groups.
    pub tags: Vec<String>,
}

/// How an agreement goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Renewal {
    /// There is no agreement.
    None,
    /// It has no end date.
    Open,
    /// It ends, or renews itself, on a day.
    On {
        /// The day.
        ends_on: NaiveDate,
        /// Whether it renews itself then.
        renews: bool,
        /// The last day of notice, where one is agreed.
        notice_by: Option<NaiveDate>,
        /// The last safe day to post it.
        post_by: Option<NaiveDate>,
        /// Whether the day of notice has passed.
        passed: bool,
        /// Where it has: the next end that can still be reached.
        following_end: Option<NaiveDate>,
    },
    /// It is over.
    Ended {
        /// Since when.
        on: NaiveDate,
    },
}

/// One client, whole.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct ClientView {
    /// The day it is as of.
    pub today: NaiveDate,
    /// The client.
    pub id: ClientId,
    /// Their facts.
    pub client: Client,
    /// The row of the table: figures in one line.
    pub row: ClientRow,
    /// Why the verdict is what it is; `None` for a prospect.
    pub why: Option<Why>,
    /// What we owed them, latest first.
    pub we_owed: Vec<LedgerLine>,
    /// What they said: check-ins and complaints.
    pub they_said: Vec<LedgerLine>,
    /// What they owed us: briefs, access, answers, payment.
    pub they_owed: Vec<LedgerLine>,
    /// What was given away, and how people were treated.
    pub given_away: Vec<LedgerLine>,
    /// Agreements.
    pub engagements: Vec<LedgerLine>,
    /// Enquiries.
    pub enquiries: Vec<LedgerLine>,
    /// Letters.
    pub letters: Vec<LedgerLine>,
    /// What they asked for beyond the agreement.
    pub requests: Vec<LedgerLine>,
    /// What was talked about, and when they were asked how it goes.
    pub talked: Vec<LedgerLine>,
    /// Decisions and endings.
    pub decided: Vec<LedgerLine>,
    /// Time spent and attention taken: the latest; see `work_count`.
    pub work: Vec<LedgerLine>,
    /// How many records of time and attention there are in all.
    pub work_count: u32,
    /// Documents.
    pub documents: Vec<LedgerLine>,
    /// What comes again.
    pub templates: Vec<LedgerLine>,
    /// Deliverables that seem to have waited for something they owed.
    pub proposals: Vec<ExcuseProposal>,
    /// Incidents of the last 90 days that want an answer, at once and whatever the statistics say; the gravest first.
    pub alerts: Vec<Alert>,
    /// The letters that can be written now, the likeliest first.
    pub letter_kinds: Vec<LetterKind>,
}

/// An incident that does not wait for statistics.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Alert {
    /// The incident.
    pub record: RecordLink,
    /// What kind of conduct.
    pub what: IncidentKind,
    /// Pressure on the price is bargaining, and is answered with arithmetic.
    pub bargaining: bool,
    /// The letters that can answer it, the mildest first.
    pub letters: Vec<LetterKind>,
    /// The letter that answered it, and when it was sent.
    pub answered_on: Option<NaiveDate>,
}

/// A verdict explained.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Why {
    /// The verdict.
    pub verdict: Verdict,
    /// Whether they are out of balance as well.
    pub one_way_too: bool,
    /// The sentence.
    pub sentence: Message,
    /// What it rests on.
    pub band: Band,
    /// The reasons, each with its records.
    pub reasons: Vec<Reason>,
    /// What would change it.
    pub changes: Vec<Message>,
}

/// A reason, and the records that bear it out.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Reason {
    /// The reason.
    pub message: Message,
    /// The records; those of other clients included where the reason is about them.
    pub records: Vec<RecordLink>,
}

/// A record, as far as a link needs it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct RecordLink {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub client: ClientId,
    /// Their name.
    pub client_name: String,
    /// Its day.
    pub on: NaiveDate,
    /// What names it.
    pub title: String,
    /// How it stands.
    pub state: LineState,
}

/// One line of the two-sided ledger.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct LedgerLine {
    /// Its id.
    pub id: String,
    /// Its day.
    pub on: NaiveDate,
    /// What names it.
    pub title: String,
    /// How it stands.
    pub state: LineState,
    /// How the state is tinted.
    pub tone: Tone,
    /// The record itself, for editing in place.
    pub record: Record,
}

/// How a record stands, in a word or two. Days are whole calendar days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum LineState {
    /// Nothing to say: the record is named for itself.
    None,
    /// Delivered as agreed, so many days early (0: on the day).
    Met {
        /// Days before it was due.
        early: i64,
    },
    /// Delivered in part.
    Partial,
    /// Late by our doing; 0 where it is not delivered yet.
    Late {
        /// Days after it was due.
        days: i64,
    },
    /// Not accepted.
    Rejected,
    /// Late or left out because of the client.
    Excused,
    /// Due in so many days; below 0 it is overdue.
    Due {
        /// Days until it is due.
        days: i64,
    },
    /// They kept it, so many days early.
    Kept {
        /// Days before it was due.
        early: i64,
    },
    /// They kept it late.
    KeptLate {
        /// Days after it was due.
        days: i64,
    },
    /// Paid in time.
    Paid,
    /// Paid late.
    PaidLate {
        /// Days after it was due.
        days: i64,
    },
    /// A rating.
    Rated {
        /// The value.
        value: i64,
        /// The scale's name.
        scale: String,
        /// The scale's highest value.
        high: i64,
        /// Whether it is the user's impression: drawn hollow, never counted.
        impression: bool,
    },
    /// Answered after so many days.
    Answered {
        /// Days until the answer.
        days: i64,
    },
    /// Waiting for so many days.
    Waiting {
        /// Days since.
        days: i64,
    },
    /// Worth an amount.
    Worth {
        /// Minor units.
        minor: i64,
        /// ISO 4217 code.
        currency: String,
    },
    /// Paid in part.
    PartlyPaid {
        /// Minor units still to be paid.
        open: i64,
        /// ISO 4217 code.
        currency: String,
        /// Days until the rest is due; below 0 it is overdue.
        days: i64,
    },
    /// A word of praise, and whether they were thanked for it.
    Praised {
        /// Whether they were.
        thanked: bool,
    },
    /// Time spent.
    Worked {
        /// Seconds.
        seconds: u32,
        /// Whether it is charged for.
        billable: bool,
    },
    /// A request, and how it was answered.
    Requested {
        /// How.
        answer: RequestAnswer,
    },
    /// A decision.
    Decided {
        /// What.
        what: DecisionKind,
        /// Why.
        reason: DecisionReason,
    },
    /// An ending.
    EndedBy {
        /// By whom.
        by: EndedBy,
        /// Why.
        reason: EndingReason,
    },
    /// A document.
    Document {
        /// Whether it is kept inside.
        inside: bool,
    },
    /// Comes again.
    Recurs {
        /// After so many months; `None` by hand.
        every_months: Option<u32>,
    },
    /// So many minutes of work.
    Minutes {
        /// Minutes.
        minutes: u32,
    },
    /// An incident of a kind.
    Incident {
        /// `blame`, `conduct`, `threat`, `bypassing` or `pressure_on_price`.
        what: String,
    },
    /// An agreement, and how it goes on.
    Agreement {
        /// How.
        renewal: Renewal,
    },
    /// A letter that is being written.
    Draft,
    /// A letter whose PDF was saved.
    Saved,
    /// A letter that never changes any more.
    Finished,
    /// A letter that was sent.
    Sent {
        /// When.
        on: NaiveDate,
    },
}
