//! What a person reads, as keys with typed arguments: the words stand in the window's catalogue, so that other
//! languages stay possible. A new variant does not compile over there until it has words.
mod fell;
mod label;
mod sentence;

use chrono::NaiveDate;
use kindly_records::{Kind, LetterId, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::standing::Verdict;
pub use fell::Fell;
pub(crate) use label::what;
pub use sentence::{Sentence, Trait};

/// A sentence by key. Rates are 0 to 1, means 1 to 5 unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "key", rename_all = "snake_case")]
pub enum Message {
    // Headlines of the practice.
    /// Nothing is recorded yet.
    HeadlineEmpty,
    /// Our own record fell: said before anything about a client.
    HeadlineOwnRecordFell {
        /// Which part.
        fell: Fell,
    },
    /// How the clients stand, by number.
    HeadlineClients {
        /// All that are judged.
        clients: u32,
        /// Never happy.
        never_happy: u32,
        /// Waiting on us.
        ours: u32,
        /// Unhappy for a reason that many share.
        offering: u32,
        /// Out of balance.
        one_way: u32,
        /// To be watched.
        watch: u32,
        /// Too early to say.
        too_early: u32,
    },
    /// What was delivered, over everybody.
    DeliveredOfAll {
        /// Met.
        met: u32,
        /// All that count.
        counted: u32,
    },
    /// Our own punctuality, now and before.
    OwnOnTime {
        /// The rate of the last 90 days; `None` without a deliverable.
        now: Option<f64>,
        /// Its n.
        n_now: u32,
        /// The rate of the year before.
        before: Option<f64>,
        /// Its n.
        n_before: u32,
        /// Whether it fell by more than chance.
        fell: bool,
    },
    /// The satisfaction of all clients, now and before, on 1 to 5.
    OwnSatisfaction {
        /// The mean of the last 90 days.
        now: Option<f64>,
        /// Its n.
        n_now: u32,
        /// The mean of the year before.
        before: Option<f64>,
        /// Its n.
        n_before: u32,
        /// Whether it fell by more than chance.
        fell: bool,
    },

    // A verdict in one sentence.
    /// Unhappy although it was delivered.
    WhyNeverHappy {
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Deliverables that we met.
        met: u32,
        /// Other clients with two check-ins or more.
        peers: u32,
        /// Other clients who are unhappy although we delivered.
        affected_peers: u32,
        /// Good check-ins that would clear it; `None`: more than 30.
        good_ratings: Option<u32>,
    },
    /// Unhappy, and our misses explain it.
    WhyOurDeliveryFirst {
        /// Deliverables not, or not wholly, met.
        missed: u32,
        /// Deliverables that count.
        deliverables: u32,
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Poor check-ins after something was missed.
        unhappy_after_missed: u32,
    },
    /// Unhappy, and so are the others.
    WhyOfferingProblem {
        /// Other clients who are unhappy although we delivered.
        affected_peers: u32,
        /// Other clients with two check-ins or more.
        peers: u32,
    },
    /// Unhappy about what others complain of too.
    WhyOfferingTheme {
        /// The theme.
        theme: String,
        /// Other clients who raise it after work that we met.
        others: u32,
        /// Other clients with such a complaint on any theme.
        complaining: u32,
    },
    /// Out of balance.
    WhyOneWay {
        /// What they owed and did not keep.
        broken: u32,
        /// All that they owed, as far as it is known.
        obligations: u32,
        /// Concessions and incidents.
        signals: u32,
    },
    /// Unhappy although it was delivered, with too few others to compare with.
    WhyWatchNoPeers {
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Deliverables that we met.
        met: u32,
        /// Other clients with two check-ins or more.
        peers: u32,
    },
    /// Often unhappy, not enough for more.
    WhyWatchUnhappy {
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Check-ins.
        ratings: u32,
    },
    /// Nobody is unhappy yet, but much was missed.
    WhyWatchDelivery {
        /// Deliverables not, or not wholly, met.
        missed: u32,
        /// Deliverables that count.
        deliverables: u32,
    },
    /// The last two check-ins were poor.
    WhyWatchLastTwo {
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Check-ins.
        ratings: u32,
    },
    /// Content, and served as agreed.
    WhyHealthy {
        /// Content check-ins.
        content: u32,
        /// Check-ins.
        ratings: u32,
        /// Deliverables that we met.
        met: u32,
        /// Deliverables that count.
        deliverables: u32,
    },
    /// Too early to say.
    WhyNotEnoughEvidence {
        /// Check-ins.
        ratings: u32,
        /// Check-ins that a verdict needs.
        ratings_needed: u32,
        /// Deliverables that count.
        deliverables: u32,
        /// Deliverables that a verdict needs.
        deliverables_needed: u32,
    },

    // The grounds of a verdict, each with records behind it.
    /// Unhappy although we delivered.
    GroundUnhappyAfterMet {
        /// Days on which they were unhappy although we delivered.
        days: u32,
        /// Deliverables that we met.
        met: u32,
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
    },
    /// Unhappy after something was missed.
    GroundUnhappyAfterMissed {
        /// Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
        unhappy: u32,
        /// Poor check-ins after something was missed.
        unhappy_after_missed: u32,
    },
    /// What we missed.
    GroundMissedDeliverables {
        /// Deliverables not, or not wholly, met.
        missed: u32,
        /// Deliverables that count.
        deliverables: u32,
    },
    /// What we met.
    GroundMetDeliverables {
        /// Deliverables that we met.
        met: u32,
        /// Deliverables that count.
        deliverables: u32,
    },
    /// Content check-ins.
    GroundContentRatings {
        /// Content check-ins.
        content: u32,
        /// Check-ins.
        ratings: u32,
    },
    /// The last two check-ins, both poor.
    GroundLastTwoUnhappy,
    /// What they did not keep.
    GroundBrokenObligations {
        /// What they owed and did not keep.
        broken: u32,
        /// All that they owed, as far as it is known.
        obligations: u32,
    },
    /// What the relationship took.
    GroundBurdenSignals {
        /// Concessions and incidents.
        signals: u32,
        /// Things given away.
        concessions: u32,
        /// Times of blame.
        blame: u32,
        /// Times of disrespect.
        disrespect: u32,
        /// Threats.
        threats: u32,
    },
    /// What others complain of too.
    GroundSharedTheme {
        /// The theme.
        theme: String,
        /// Other clients who raise it after work that we met.
        others: u32,
        /// Other clients with such a complaint on any theme.
        complaining: u32,
    },
    /// Others are unhappy as well.
    GroundAffectedPeers {
        /// Other clients who are unhappy although we delivered.
        affected_peers: u32,
        /// Other clients with two check-ins or more.
        peers: u32,
    },
    /// The others mostly are content.
    GroundContentPeers {
        /// Other clients who mostly are content.
        content_peers: u32,
        /// Other clients with two check-ins or more.
        peers: u32,
    },
    /// Impressions of the user's own, which count for nothing.
    GroundImpressions {
        /// How many.
        count: u32,
    },

    // What would change a verdict.
    /// Good check-ins that would clear the flag.
    ChangeGoodRatings {
        /// How many.
        count: u32,
    },
    /// More than 30 good check-ins would be needed.
    ChangeManyGoodRatings,
    /// Without new records it fades.
    ChangeFades,
    /// Meeting what comes next would change it.
    ChangeDeliver,
    /// Changing what many complain of would change it.
    ChangeOffering,
    /// The balance comes back as they keep what they owe.
    ChangeBalance,
    /// A few more records are needed.
    ChangeMoreRecords {
        /// Check-ins still needed.
        ratings: u32,
        /// Deliverables still needed.
        deliverables: u32,
    },
    /// What would make it worse.
    ChangeKeepGoing,

    // What needs the user.
    /// Notice can be posted safely until a day.
    NeedNotice {
        /// The engagement.
        engagement: String,
        /// The last day of notice.
        last_day: NaiveDate,
        /// The last safe day to post.
        last_safe_posting_day: NaiveDate,
        /// When it ends or renews.
        ends_on: NaiveDate,
        /// Whether it renews itself.
        renews: bool,
    },
    /// The safe posting day is over, the day of notice is not.
    NeedNoticeUnsafe {
        /// The engagement.
        engagement: String,
        /// The last day of notice.
        last_day: NaiveDate,
        /// When it ends or renews.
        ends_on: NaiveDate,
    },
    /// A complaint waits for an answer.
    NeedComplaint {
        /// Its theme.
        theme: String,
        /// Days since it came.
        days: i64,
    },
    /// Something they owe is overdue.
    NeedObligation {
        /// What.
        title: String,
        /// Days overdue.
        days: i64,
    },
    /// An invoice is overdue.
    NeedInvoice {
        /// Its number.
        number: String,
        /// The amount.
        amount: Money,
        /// Days overdue.
        days: i64,
    },
    /// Something we owe is overdue.
    NeedDeliverable {
        /// What.
        title: String,
        /// Days overdue.
        days: i64,
    },
    /// Our own record fell.
    NeedOwnRecord {
        /// Which part.
        fell: Fell,
    },
    /// An enquiry waits for an answer.
    NeedEnquiry {
        /// Its subject.
        subject: String,
        /// Days since it came.
        days: i64,
    },
    /// Something waits on what they owe, and that is overdue.
    NeedWaiting {
        /// What they owe.
        title: String,
        /// Days overdue.
        days: i64,
        /// What waits on it.
        waiting: String,
    },
    /// An agreement wants a decision: go on, change it, or part.
    NeedDecision {
        /// The engagement.
        engagement: String,
        /// When it ends or renews.
        ends_on: NaiveDate,
        /// Whether it renews itself.
        renews: bool,
    },
    /// A client worth a word of thanks.
    NeedThanks {
        /// Their words; empty where it is for keeping their side.
        words: String,
    },
    /// A check-in is due by the rhythm.
    NeedCheckIn {
        /// Days since it was due.
        days: i64,
        /// Days since the last; `None` without one.
        last: Option<i64>,
    },
    /// A verdict changed since the last month-end.
    NeedVerdictChanged {
        /// What it was.
        was: Verdict,
        /// What it is.
        now: Verdict,
        /// The month-end it is compared with.
        since: NaiveDate,
        /// Records since then that bear on it.
        records: u32,
    },
    /// A request beyond the agreement waits for an answer.
    NeedRequest {
        /// What was asked.
        what: String,
        /// Days since it came.
        days: i64,
    },
    /// An incident is to be looked at again.
    NeedReview {
        /// What was observed.
        observed: String,
    },
    /// Something is due by template and not recorded yet.
    NeedTemplate {
        /// What.
        title: String,
        /// The day it is due.
        due_on: NaiveDate,
    },
    /// Somebody was treated with disrespect.
    NeedConduct {
        /// Days since.
        days: i64,
    },
    /// A threat was recorded.
    NeedThreat {
        /// Days since.
        days: i64,
    },

    // What an action did, for its notice and for undo.
    /// A record was added.
    DidAdd {
        /// Its kind.
        kind: Kind,
        /// What names it.
        title: String,
        /// Its client.
        client: String,
    },
    /// A record was changed.
    DidEdit {
        /// Its kind.
        kind: Kind,
        /// What names it.
        title: String,
        /// Its client.
        client: String,
    },
    /// A record was removed.
    DidRemove {
        /// Its kind.
        kind: Kind,
        /// What names it.
        title: String,
        /// Its client.
        client: String,
    },
    /// Many records were changed alike.
    DidEditMany {
        /// Their kind.
        kind: Kind,
        /// How many.
        count: u32,
    },
    /// Many records were removed.
    DidRemoveMany {
        /// Their kind.
        kind: Kind,
        /// How many.
        count: u32,
    },
    /// A past was entered from memory.
    DidLookBack {
        /// The client.
        client: String,
        /// Records made.
        records: u32,
    },
    /// A row of the Friday list was entered.
    DidFriday {
        /// The client.
        client: String,
        /// Records made or changed.
        records: u32,
    },
    /// Records were made by template.
    DidFillTemplates {
        /// How many.
        count: u32,
    },
    /// A line of what needs the user was put off.
    DidSnooze {
        /// Until when.
        until: NaiveDate,
        /// Whose; empty where it is about us.
        client: String,
    },
    /// A deliverable was excused by what it waited for.
    DidExcuse {
        /// The deliverable.
        title: String,
        /// What was owed.
        owed: String,
        /// The client.
        client: String,
    },
    /// An older step was taken back alone.
    DidTakeBack {
        /// What that step had done, in its own words; `None` where they are not known.
        step: Option<Box<Message>>,
    },
    /// A record was put back as it stood.
    DidRestore {
        /// Its kind.
        kind: Kind,
        /// What names it.
        title: String,
        /// Its client.
        client: String,
    },
    /// An archive was read into an empty ledger.
    DidImportArchive {
        /// How many records.
        records: u32,
    },
    /// Somebody was erased for good. It names nobody.
    DidErase {
        /// How many records went.
        records: u32,
    },
    /// The sample practice was loaded.
    DidLoadSample,
    /// The sample practice was removed.
    DidRemoveSample,
    /// A file was imported.
    DidImport {
        /// The file's name.
        file: String,
        /// Rows that became records.
        new: u32,
        /// Rows that changed records.
        updated: u32,
    },
    /// An enquiry was taken on.
    DidTakeOn {
        /// Who becomes a client.
        client: String,
        /// What they asked for.
        subject: String,
    },
    /// The letterhead was changed.
    DidSaveProfile,
    /// A letter was kept as a draft.
    DidKeepLetter {
        /// The client.
        client: String,
        /// The letter: keeping it again is the same step.
        letter: LetterId,
    },
    /// A letter's PDF was saved.
    DidSavePdf {
        /// The client.
        client: String,
    },
    /// A letter was finished: it never changes any more.
    DidFinishLetter {
        /// The client.
        client: String,
        /// Its number.
        number: String,
    },
    /// A letter was sent.
    DidSendLetter {
        /// The client.
        client: String,
    },
    /// A proof of delivery was kept.
    DidKeepProof {
        /// The client.
        client: String,
    },
    /// A reply to a letter was noted.
    DidNoteReply {
        /// The client.
        client: String,
    },
    /// A template for letters was kept.
    DidKeepTemplate {
        /// Its name.
        name: String,
    },
    /// A logo or a signature was taken into the letterhead, or out of it.
    DidChangePicture,
}
