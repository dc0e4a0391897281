// Made from the Rust types by `KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types`; do not edit.

export type Band = "little" | "some" | "good" | "strong";

export type CheckIn = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The day it was given.
 */
on: string, 
/**
 * The scale.
 */
scale: RatingScale, 
/**
 * The value, whole, on its scale.
 */
value: number, 
/**
 * Who said it.
 */
said_by: SaidBy, 
/**
 * The deliverable it is about, where it is about one.
 */
deliverable: DeliverableId | null, 
/**
 * Their words.
 */
words: string, };

export type Choices = { 
/**
 * All clients and prospects, by name.
 */
clients: Array<ClientChoice>, 
/**
 * The themes of complaints so far, the commonest first.
 */
themes: Array<string>, 
/**
 * ISO 4217 code of new clients and amounts.
 */
currency: string, };

export type Client = { 
/**
 * The name of the business or, for a private client, of the person.
 */
name: string, 
/**
 * Where the relationship stands.
 */
status: ClientStatus, 
/**
 * The person letters are addressed to.
 */
contact: Contact, 
/**
 * The postal address below the names, a line each.
 */
address: Array<string>, 
/**
 * ISO 3166 alpha-2 code of the address; empty where it is not known.
 */
country: string, 
/**
 * The language letters to them are written in.
 */
language: Language, 
/**
 * The currency of their invoices.
 */
currency: string, 
/**
 * Anything worth remembering.
 */
notes: string, 
/**
 * Whether the client belongs to the sample practice, which goes in one step.
 */
sample: boolean, };

export type ClientChoice = { 
/**
 * The client.
 */
id: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where the relationship stands.
 */
status: ClientStatus, 
/**
 * ISO 4217 code of their invoices.
 */
currency: string, 
/**
 * Their agreements.
 */
engagements: Array<EngagementChoice>, 
/**
 * Their deliverables, latest first.
 */
deliverables: Array<DeliverableChoice>, };

export type ClientId = string;

export type ClientRow = { 
/**
 * The client.
 */
id: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where the relationship stands.
 */
status: ClientStatus, 
/**
 * The verdict; `None` for a prospect, who is not judged.
 */
verdict: Verdict | null, 
/**
 * Whether they are out of balance as well, in any other verdict.
 */
one_way_too: boolean, 
/**
 * Deliverables met.
 */
met: number, 
/**
 * Deliverables that count.
 */
counted: number, 
/**
 * Mean satisfaction over all check-ins they gave, on 1 to 5.
 */
satisfaction: number | null, 
/**
 * How many check-ins that is.
 */
check_ins: number, 
/**
 * Which way it goes.
 */
trend: Trend, 
/**
 * What they owed and gave on time, invoices included.
 */
kept: number, 
/**
 * All that they owed, as far as it is known.
 */
owed: number, 
/**
 * Things given away.
 */
concessions: number, 
/**
 * Mean days beyond terms over their invoices; `None` without one.
 */
days_beyond_terms: number | null, 
/**
 * How their agreement goes on.
 */
renewal: Renewal, 
/**
 * Whether the client belongs to the sample practice.
 */
sample: boolean, };

export type ClientStatus = "prospect" | "active" | "ended" | "archived";

export type ClientView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * The client.
 */
id: ClientId, 
/**
 * Their facts.
 */
client: Client, 
/**
 * The row of the table: figures in one line.
 */
row: ClientRow, 
/**
 * Why the verdict is what it is; `None` for a prospect.
 */
why: Why | null, 
/**
 * What we owed them, latest first.
 */
we_owed: Array<LedgerLine>, 
/**
 * What they said: check-ins and complaints.
 */
they_said: Array<LedgerLine>, 
/**
 * What they owed us: briefs, access, answers, payment.
 */
they_owed: Array<LedgerLine>, 
/**
 * What was given away, and how people were treated.
 */
given_away: Array<LedgerLine>, 
/**
 * Agreements.
 */
engagements: Array<LedgerLine>, 
/**
 * Enquiries.
 */
enquiries: Array<LedgerLine>, 
/**
 * Letters.
 */
letters: Array<LedgerLine>, 
/**
 * The letters that can be written now, the likeliest first.
 */
letter_kinds: Array<LetterKind>, };

export type ClientsView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * The sentence above everything.
 */
headline: Message, 
/**
 * What stands below it: delivery over all, and our own record.
 */
below: Array<Message>, 
/**
 * Deliverables met against satisfaction.
 */
scatter: Scatter, 
/**
 * What needs the user, most urgent first.
 */
needs: Array<Need>, 
/**
 * A row a client, the most pressing verdict first.
 */
rows: Array<ClientRow>, 
/**
 * How many enquiries wait for an answer.
 */
open_enquiries: number, 
/**
 * How many letters are kept.
 */
letters: number, 
/**
 * Whether the sample practice is loaded.
 */
sample: boolean, };

export type ColumnView = { 
/**
 * Its header.
 */
header: string, 
/**
 * The field it was understood as; `None`: left out.
 */
field: string | null, };

export type Complaint = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * The day it came.
 */
on: string, 
/**
 * What it is about, in a word or two that others may share ("report unclear").
 */
theme: string, 
/**
 * Their words.
 */
words: string, 
/**
 * The day of our first answer; `None` while they wait.
 */
answered_on: string | null, 
/**
 * The day it was settled.
 */
resolved_on: string | null, };

export type Concession = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * What.
 */
what: string, 
/**
 * Its worth in money, where it is known.
 */
amount: Money | null, 
/**
 * The minutes it took, where it was work.
 */
minutes: number | null, 
/**
 * Why it was given.
 */
reason: string, };

export type Contact = { 
/**
 * How they are addressed: Ms, Mr, Mx, Dr; empty where it is not known.
 */
salutation: string, 
/**
 * Given name.
 */
given_name: string, 
/**
 * Family name.
 */
family_name: string, 
/**
 * E-mail address.
 */
email: string, };

export type Deliverable = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * What.
 */
title: string, 
/**
 * The day agreed.
 */
due_on: string, 
/**
 * The day it was handed over.
 */
delivered_on: string | null, 
/**
 * How it turned out.
 */
outcome: Outcome, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type DeliverableChoice = { 
/**
 * The deliverable.
 */
id: DeliverableId, 
/**
 * What it is called.
 */
title: string, 
/**
 * The day it is judged by.
 */
on: string, 
/**
 * How it turned out.
 */
outcome: Outcome, };

export type DeliverableId = string;

export type Done = { 
/**
 * The id of the record it was about, where it was about one.
 */
id: string | null, 
/**
 * What was done, for the notice.
 */
message: Message, };

export type Email = { 
/**
 * To whom; may be empty.
 */
to: string, 
/**
 * The subject.
 */
subject: string, 
/**
 * The text.
 */
body: string, };

export type Engagement = { 
/**
 * With whom.
 */
client: ClientId, 
/**
 * What it is called, such as "Monthly reporting".
 */
title: string, 
/**
 * The day it was agreed.
 */
agreed_on: string, 
/**
 * What success means to the client, in their words.
 */
success: string, 
/**
 * The first day of work; the day of agreement where it is not stated.
 */
starts_on: string | null, 
/**
 * The last day of the first term; `None` for one without an end.
 */
term_ends_on: string | null, 
/**
 * Renews itself by this many months unless notice is given; `None` where it does not.
 */
renews_by_months: number | null, 
/**
 * How long before the end notice must be given; `None` where nothing is agreed.
 */
notice: NoticePeriod | null, 
/**
 * The form a notice must have.
 */
notice_form: NoticeForm, 
/**
 * What must happen by the last day of notice.
 */
notice_counts: NoticeCounts, 
/**
 * The day it really ended, where it has.
 */
ended_on: string | null, };

export type EngagementChoice = { 
/**
 * The agreement.
 */
id: EngagementId, 
/**
 * What it is called.
 */
title: string, };

export type EngagementId = string;

export type Enquiry = { 
/**
 * Who asked.
 */
client: ClientId, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * What it is about, as it would stand after "your enquiry about".
 */
subject: string, 
/**
 * What they wrote or said.
 */
words: string, 
/**
 * The day it was answered; `None` while they wait.
 */
answered_on: string | null, };

export type EnquiryId = string;

export type EnquiryRow = { 
/**
 * The enquiry.
 */
id: EnquiryId, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * Where the relationship stands.
 */
status: ClientStatus, 
/**
 * The day it came.
 */
received_on: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * What they wrote.
 */
words: string, 
/**
 * The day it was answered.
 */
answered_on: string | null, 
/**
 * Days it has waited, until the answer or today.
 */
days: number, };

export type ErrorCode = "invalid" | "gone" | "file" | "locked" | "ledger";

export type Fact = { 
/**
 * What it is: `agreement_date`, `end_date`, `last_day_of_notice`, `last_safe_posting_day`, `still_to_deliver`,
 * `open_invoices`, `enquiry_date`, `enquiry_subject`, `address`, `sender`.
 */
key: string, 
/**
 * The values, as the letter would write them.
 */
values: Array<string>, 
/**
 * The record behind it.
 */
kind: Kind | null, 
/**
 * Its id.
 */
id: string | null, };

export type Fell = "on_time" | "satisfaction" | "both";

export type Finding = { "code": "must_have_gone", 
/**
 * Which, by key.
 */
fact: string, 
/**
 * How the letter would write it.
 */
wording: string, } | { "code": "notice_word_gone" } | { "code": "notice_late", 
/**
 * The last day of notice.
 */
last_day: string, } | { "code": "posting_day_passed", 
/**
 * The last safe day to post.
 */
last_safe_posting_day: string, 
/**
 * The last day of notice.
 */
last_day: string, } | { "code": "delivery_after_end", 
/**
 * What.
 */
title: string, 
/**
 * When it is due.
 */
due: string, 
/**
 * When the agreement ends.
 */
end: string, } | { "code": "delivery_overdue", 
/**
 * What.
 */
title: string, 
/**
 * When it was due.
 */
due: string, } | { "code": "handover_after_end", 
/**
 * The day of the handover.
 */
handover_by: string, 
/**
 * When the agreement ends.
 */
end: string, } | { "code": "unrecorded_date", 
/**
 * As it is written.
 */
wording: string, } | { "code": "unrecorded_amount", 
/**
 * As it is written.
 */
wording: string, };

export type Found = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * What names it.
 */
title: string, 
/**
 * The words around what was found.
 */
snippet: string, 
/**
 * Its day.
 */
on: string | null, };

export type ImportView = { 
/**
 * The file's name, without its folder.
 */
file: string, 
/**
 * What its rows are: `clients`, `deliverables`, `check-ins`, `invoices`, `obligations` or `complaints`.
 */
what: string, 
/**
 * The columns, and what each was understood as.
 */
columns: Array<ColumnView>, 
/**
 * Rows that become records.
 */
new: number, 
/**
 * Rows that change a record.
 */
updated: number, 
/**
 * Rows whose record stands already.
 */
unchanged: number, 
/**
 * Rows that cannot be taken; while there is one, nothing is written.
 */
refused: Array<RefusedRow>, 
/**
 * New clients whose names are nearly those of others: one client in two spellings, or two clients?
 */
near: Array<NearName>, 
/**
 * The first rows, as they would read.
 */
preview: Array<Array<string>>, 
/**
 * Whether it was written.
 */
written: boolean, };

export type Incident = { 
/**
 * By whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * What kind of conduct.
 */
what: IncidentKind, 
/**
 * What was said or done, as anybody present would tell it.
 */
observed: string, 
/**
 * Another way to read it.
 */
other_reading: string, };

export type IncidentKind = "blame" | "conduct" | "threat" | "pressure_on_price";

export type Invoice = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * Its number, as it stands on the invoice.
 */
number: string, 
/**
 * The day it was issued.
 */
issued_on: string, 
/**
 * The total.
 */
amount: Money, 
/**
 * The day payment is due.
 */
due_on: string, 
/**
 * The day it was paid in full; `None` while it is open.
 */
paid_on: string | null, };

export type Kind = "client" | "enquiry" | "engagement" | "deliverable" | "check_in" | "obligation" | "invoice" | "concession" | "incident" | "complaint" | "letter" | "profile";

export type Label = { 
/**
 * Where.
 */
x: number, 
/**
 * The baseline.
 */
y: number, 
/**
 * Whether the text ends there instead of beginning.
 */
end: boolean, };

export type Language = "en-GB" | "en-US";

export type LedgerLine = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its day.
 */
on: string, 
/**
 * What names it.
 */
title: string, 
/**
 * How it stands.
 */
state: LineState, 
/**
 * How the state is tinted.
 */
tone: Tone, 
/**
 * The record itself, for editing in place.
 */
record: Record, };

export type Letter = { 
/**
 * To whom.
 */
client: ClientId, 
/**
 * Which kind.
 */
letter_kind: LetterKind, 
/**
 * The agreement that it ends, for the kinds that end one.
 */
engagement: EngagementId | null, 
/**
 * The enquiry that it answers, for the kinds that answer one.
 */
enquiry: EnquiryId | null, 
/**
 * The date it bears.
 */
written_on: string, 
/**
 * Its language.
 */
language: Language, 
/**
 * Its paper.
 */
paper: Paper, 
/**
 * What the user chose.
 */
choices: LetterChoices, 
/**
 * The words where the user changed them; `None` while they follow from the facts.
 */
paragraphs: Array<LetterParagraph> | null, 
/**
 * SHA-256 (hex) of the PDF that was saved last; its bytes are kept with the ledger.
 */
pdf_sha256: string | null, };

export type LetterChoices = { 
/**
 * A reason from the list; `None` by default.
 */
reason: LetterReason | null, 
/**
 * A reason in the user's own words, in place of one from the list (decline only).
 */
reason_line: string, 
/**
 * How thanks are said (refusal to renew).
 */
thanks: Thanks, 
/**
 * People named as an alternative, three at most.
 */
referral: Array<ReferredPerson>, 
/**
 * The client's details were passed on to them.
 */
details_passed_on: boolean, 
/**
 * The client consented to that.
 */
client_consented: boolean, 
/**
 * The day by which files are handed over (refusal to renew).
 */
handover_by: string | null, 
/**
 * Ask to confirm receipt, and who should have the files (refusal to renew).
 */
ask_confirm_receipt: boolean, 
/**
 * The user confirmed that the letter goes although the day of notice has passed, or is not known.
 */
notice_override: boolean, 
/**
 * The day of notice has passed, and the letter gives notice for the end after the next.
 */
for_following_end: boolean, 
/**
 * The prospect should ask others soon (decline).
 */
time_may_matter: boolean, 
/**
 * Say that nothing is owed (decline).
 */
nothing_owed: boolean, 
/**
 * There was a call, for which nothing is owed (decline).
 */
after_call: boolean, 
/**
 * What becomes of papers (decline).
 */
papers: Papers, };

export type LetterId = string;

export type LetterKind = "renewal_refusal" | "prospect_decline";

export type LetterParagraph = { 
/**
 * The part's key, such as `ending` or `thanks`; `own` for one the user added.
 */
part: string, 
/**
 * The words.
 */
text: string, };

export type LetterReason = "other_field" | "fewer_engagements" | "closing_practice" | "not_the_time_it_needs" | "outside_my_field" | "needs_a_team" | "other_commitments";

export type LetterRow = { 
/**
 * The letter.
 */
id: LetterId, 
/**
 * Its kind.
 */
letter_kind: LetterKind, 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The date it bears.
 */
written_on: string, 
/**
 * Whether its PDF was saved.
 */
saved: boolean, };

export type LetterView = { 
/**
 * The id, once it is kept.
 */
id: LetterId | null, 
/**
 * The letter's own record: what the form edits.
 */
letter: Letter, 
/**
 * Whose.
 */
client_name: string, 
/**
 * The facts it rests on, each with its record.
 */
facts: Array<Fact>, 
/**
 * Must-have facts that are missing: while there is one, there is no page.
 */
missing: Array<MissingFact>, 
/**
 * One sentence saying why there is no page although no fact is missing (a date that is over, a character that
 * no font has).
 */
refusal: Refusal | null, 
/**
 * The subject line.
 */
subject: string, 
/**
 * The salutation.
 */
salutation: string, 
/**
 * The words, a paragraph each, in order.
 */
paragraphs: Array<Paragraph>, 
/**
 * The close.
 */
closing: string, 
/**
 * Who signs, a line each.
 */
signer: Array<string>, 
/**
 * The facts that a letter of this kind must state, and whether its words still do.
 */
must_haves: Array<MustHave>, 
/**
 * What else was noticed; only a must-have that is gone keeps the PDF from being saved.
 */
findings: Array<Finding>, 
/**
 * How many pages it has; 0 while there is none.
 */
pages: number, 
/**
 * The same as a plain e-mail.
 */
email: Email | null, };

export type LineState = { "is": "none" } | { "is": "met", 
/**
 * Days before it was due.
 */
early: number, } | { "is": "partial" } | { "is": "late", 
/**
 * Days after it was due.
 */
days: number, } | { "is": "rejected" } | { "is": "excused" } | { "is": "due", 
/**
 * Days until it is due.
 */
days: number, } | { "is": "kept", 
/**
 * Days before it was due.
 */
early: number, } | { "is": "kept_late", 
/**
 * Days after it was due.
 */
days: number, } | { "is": "paid" } | { "is": "paid_late", 
/**
 * Days after it was due.
 */
days: number, } | { "is": "rated", 
/**
 * The value.
 */
value: number, 
/**
 * The scale's name.
 */
scale: string, 
/**
 * The scale's highest value.
 */
high: number, 
/**
 * Whether it is the user's impression: drawn hollow, never counted.
 */
impression: boolean, } | { "is": "answered", 
/**
 * Days until the answer.
 */
days: number, } | { "is": "waiting", 
/**
 * Days since.
 */
days: number, } | { "is": "worth", 
/**
 * Minor units.
 */
minor: number, 
/**
 * ISO 4217 code.
 */
currency: string, } | { "is": "minutes", 
/**
 * Minutes.
 */
minutes: number, } | { "is": "incident", 
/**
 * `blame`, `conduct`, `threat` or `pressure_on_price`.
 */
what: string, } | { "is": "agreement", 
/**
 * How.
 */
renewal: Renewal, } | { "is": "draft" } | { "is": "saved" };

export type Message = { "key": "headline_empty" } | { "key": "headline_own_record_fell", 
/**
 * Which part.
 */
fell: Fell, } | { "key": "headline_clients", 
/**
 * All that are judged.
 */
clients: number, 
/**
 * Never happy.
 */
never_happy: number, 
/**
 * Waiting on us.
 */
ours: number, 
/**
 * Unhappy for a reason that many share.
 */
offering: number, 
/**
 * Out of balance.
 */
one_way: number, 
/**
 * To be watched.
 */
watch: number, 
/**
 * Too early to say.
 */
too_early: number, } | { "key": "delivered_of_all", 
/**
 * Met.
 */
met: number, 
/**
 * All that count.
 */
counted: number, } | { "key": "own_on_time", 
/**
 * The rate of the last 90 days; `None` without a deliverable.
 */
now: number | null, 
/**
 * Its n.
 */
n_now: number, 
/**
 * The rate of the year before.
 */
before: number | null, 
/**
 * Its n.
 */
n_before: number, 
/**
 * Whether it fell by more than chance.
 */
fell: boolean, } | { "key": "own_satisfaction", 
/**
 * The mean of the last 90 days.
 */
now: number | null, 
/**
 * Its n.
 */
n_now: number, 
/**
 * The mean of the year before.
 */
before: number | null, 
/**
 * Its n.
 */
n_before: number, 
/**
 * Whether it fell by more than chance.
 */
fell: boolean, } | { "key": "why_never_happy", 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Deliverables that we met.
 */
met: number, 
/**
 * Other clients with two check-ins or more.
 */
peers: number, 
/**
 * Other clients who are unhappy although we delivered.
 */
affected_peers: number, 
/**
 * Good check-ins that would clear it; `None`: more than 30.
 */
good_ratings: number | null, } | { "key": "why_our_delivery_first", 
/**
 * Deliverables not, or not wholly, met.
 */
missed: number, 
/**
 * Deliverables that count.
 */
deliverables: number, 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Poor check-ins after something was missed.
 */
unhappy_after_missed: number, } | { "key": "why_offering_problem", 
/**
 * Other clients who are unhappy although we delivered.
 */
affected_peers: number, 
/**
 * Other clients with two check-ins or more.
 */
peers: number, } | { "key": "why_offering_theme", 
/**
 * The theme.
 */
theme: string, 
/**
 * Other clients who raise it after work that we met.
 */
others: number, 
/**
 * Other clients with such a complaint on any theme.
 */
complaining: number, } | { "key": "why_one_way", 
/**
 * What they owed and did not keep.
 */
broken: number, 
/**
 * All that they owed, as far as it is known.
 */
obligations: number, 
/**
 * Concessions and incidents.
 */
signals: number, } | { "key": "why_watch_no_peers", 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Deliverables that we met.
 */
met: number, 
/**
 * Other clients with two check-ins or more.
 */
peers: number, } | { "key": "why_watch_unhappy", 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Check-ins.
 */
ratings: number, } | { "key": "why_watch_delivery", 
/**
 * Deliverables not, or not wholly, met.
 */
missed: number, 
/**
 * Deliverables that count.
 */
deliverables: number, } | { "key": "why_watch_last_two", 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Check-ins.
 */
ratings: number, } | { "key": "why_healthy", 
/**
 * Content check-ins.
 */
content: number, 
/**
 * Check-ins.
 */
ratings: number, 
/**
 * Deliverables that we met.
 */
met: number, 
/**
 * Deliverables that count.
 */
deliverables: number, } | { "key": "why_not_enough_evidence", 
/**
 * Check-ins.
 */
ratings: number, 
/**
 * Check-ins that a verdict needs.
 */
ratings_needed: number, 
/**
 * Deliverables that count.
 */
deliverables: number, 
/**
 * Deliverables that a verdict needs.
 */
deliverables_needed: number, } | { "key": "ground_unhappy_after_met", 
/**
 * Days on which they were unhappy although we delivered.
 */
days: number, 
/**
 * Deliverables that we met.
 */
met: number, 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, } | { "key": "ground_unhappy_after_missed", 
/**
 * Deliverables after which they were unhappy, or poor check-ins where the sentence is about those.
 */
unhappy: number, 
/**
 * Poor check-ins after something was missed.
 */
unhappy_after_missed: number, } | { "key": "ground_missed_deliverables", 
/**
 * Deliverables not, or not wholly, met.
 */
missed: number, 
/**
 * Deliverables that count.
 */
deliverables: number, } | { "key": "ground_met_deliverables", 
/**
 * Deliverables that we met.
 */
met: number, 
/**
 * Deliverables that count.
 */
deliverables: number, } | { "key": "ground_content_ratings", 
/**
 * Content check-ins.
 */
content: number, 
/**
 * Check-ins.
 */
ratings: number, } | { "key": "ground_last_two_unhappy" } | { "key": "ground_broken_obligations", 
/**
 * What they owed and did not keep.
 */
broken: number, 
/**
 * All that they owed, as far as it is known.
 */
obligations: number, } | { "key": "ground_burden_signals", 
/**
 * Concessions and incidents.
 */
signals: number, 
/**
 * Things given away.
 */
concessions: number, 
/**
 * Times of blame.
 */
blame: number, 
/**
 * Times of disrespect.
 */
disrespect: number, 
/**
 * Threats.
 */
threats: number, } | { "key": "ground_shared_theme", 
/**
 * The theme.
 */
theme: string, 
/**
 * Other clients who raise it after work that we met.
 */
others: number, 
/**
 * Other clients with such a complaint on any theme.
 */
complaining: number, } | { "key": "ground_affected_peers", 
/**
 * Other clients who are unhappy although we delivered.
 */
affected_peers: number, 
/**
 * Other clients with two check-ins or more.
 */
peers: number, } | { "key": "ground_content_peers", 
/**
 * Other clients who mostly are content.
 */
content_peers: number, 
/**
 * Other clients with two check-ins or more.
 */
peers: number, } | { "key": "ground_impressions", 
/**
 * How many.
 */
count: number, } | { "key": "change_good_ratings", 
/**
 * How many.
 */
count: number, } | { "key": "change_many_good_ratings" } | { "key": "change_fades" } | { "key": "change_deliver" } | { "key": "change_offering" } | { "key": "change_balance" } | { "key": "change_more_records", 
/**
 * Check-ins still needed.
 */
ratings: number, 
/**
 * Deliverables still needed.
 */
deliverables: number, } | { "key": "change_keep_going" } | { "key": "need_notice", 
/**
 * The engagement.
 */
engagement: string, 
/**
 * The last day of notice.
 */
last_day: string, 
/**
 * The last safe day to post.
 */
last_safe_posting_day: string, 
/**
 * When it ends or renews.
 */
ends_on: string, 
/**
 * Whether it renews itself.
 */
renews: boolean, } | { "key": "need_notice_unsafe", 
/**
 * The engagement.
 */
engagement: string, 
/**
 * The last day of notice.
 */
last_day: string, 
/**
 * When it ends or renews.
 */
ends_on: string, } | { "key": "need_complaint", 
/**
 * Its theme.
 */
theme: string, 
/**
 * Days since it came.
 */
days: number, } | { "key": "need_obligation", 
/**
 * What.
 */
title: string, 
/**
 * Days overdue.
 */
days: number, } | { "key": "need_invoice", 
/**
 * Its number.
 */
number: string, 
/**
 * The amount.
 */
amount: Money, 
/**
 * Days overdue.
 */
days: number, } | { "key": "need_deliverable", 
/**
 * What.
 */
title: string, 
/**
 * Days overdue.
 */
days: number, } | { "key": "need_own_record", 
/**
 * Which part.
 */
fell: Fell, } | { "key": "need_enquiry", 
/**
 * Its subject.
 */
subject: string, 
/**
 * Days since it came.
 */
days: number, } | { "key": "need_threat", 
/**
 * Days since.
 */
days: number, } | { "key": "did_add", 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * What names it.
 */
title: string, 
/**
 * Its client.
 */
client: string, } | { "key": "did_edit", 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * What names it.
 */
title: string, 
/**
 * Its client.
 */
client: string, } | { "key": "did_remove", 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * What names it.
 */
title: string, 
/**
 * Its client.
 */
client: string, } | { "key": "did_load_sample" } | { "key": "did_remove_sample" } | { "key": "did_import", 
/**
 * The file's name.
 */
file: string, 
/**
 * Rows that became records.
 */
new: number, 
/**
 * Rows that changed records.
 */
updated: number, } | { "key": "did_save_profile" } | { "key": "did_keep_letter", 
/**
 * The client.
 */
client: string, 
/**
 * The letter: keeping it again is the same step.
 */
letter: LetterId, } | { "key": "did_save_pdf", 
/**
 * The client.
 */
client: string, };

export type MissingFact = { 
/**
 * What it is, by key.
 */
key: string, 
/**
 * The kind of record to enter it in.
 */
enter_in: Kind, 
/**
 * The record, where there is one already.
 */
id: string | null, };

export type Money = { 
/**
 * Whole minor units; 480000 is €4,800.00.
 */
minor: number, 
/**
 * The ISO 4217 currency.
 */
currency: string, };

export type MustHave = { 
/**
 * What it is, by key.
 */
key: string, 
/**
 * How the letter writes it.
 */
wording: string, 
/**
 * Whether the words state it.
 */
present: boolean, };

export type NearName = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * The name in the file.
 */
name: string, 
/**
 * The name that is there.
 */
existing: string, };

export type Need = { 
/**
 * The day it is, or was, due.
 */
on: string, 
/**
 * Days until then; below 0 it is overdue.
 */
days_left: number, 
/**
 * What it is.
 */
message: Message, 
/**
 * Whose; `None` where it is about us.
 */
client: ClientId | null, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The record behind it.
 */
kind: Kind, 
/**
 * Its id; empty where it is about us.
 */
id: string, };

export type NoticeCounts = "received_by" | "sent_by";

export type NoticeForm = "letter" | "registered" | "email";

export type NoticePeriod = { 
/**
 * How many units.
 */
count: number, 
/**
 * Months, weeks or days.
 */
unit: NoticeUnit, };

export type NoticeUnit = "months" | "weeks" | "days";

export type Obligation = { 
/**
 * Whose.
 */
client: ClientId, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * What kind of thing.
 */
what: ObligationKind, 
/**
 * What exactly.
 */
title: string, 
/**
 * The day agreed.
 */
due_on: string, 
/**
 * The day it came; `None` while it is owed.
 */
met_on: string | null, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type ObligationKind = "brief" | "access" | "feedback" | "approval" | "decision";

export type Outcome = "pending" | "met" | "partial" | "late" | "rejected" | "excused";

export type Paper = "a4" | "us_letter";

export type Papers = "none" | "returned" | "deleted";

export type Paragraph = { 
/**
 * The part's key.
 */
part: string, 
/**
 * The words.
 */
text: string, 
/**
 * Whether the user changed them.
 */
own: boolean, };

export type Profile = { 
/**
 * The name of the practice; empty where it is the person's own.
 */
trade_name: string, 
/**
 * The person who signs.
 */
name: string, 
/**
 * Their role under the signature; may be empty.
 */
role: string, 
/**
 * The postal address, a line each.
 */
address: Array<string>, 
/**
 * ISO 3166 alpha-2 code of the address.
 */
country: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Telephone.
 */
phone: string, 
/**
 * Website.
 */
website: string, 
/**
 * The place that stands before a letter's date.
 */
place: string, 
/**
 * The language of letters where the client has none of their own.
 */
language: Language, 
/**
 * The paper of letters.
 */
paper: Paper, 
/**
 * The currency of new clients.
 */
currency: string, 
/**
 * Working days that a letter may need on its way.
 */
postal_margin_working_days: number, };

export type RatingScale = "csat" | "nps" | "ces";

export type Reason = { 
/**
 * The reason.
 */
message: Message, 
/**
 * The records; those of other clients included where the reason is about them.
 */
records: Array<RecordLink>, };

export type Record = { "kind": "client" } & Client | { "kind": "enquiry" } & Enquiry | { "kind": "engagement" } & Engagement | { "kind": "deliverable" } & Deliverable | { "kind": "check_in" } & CheckIn | { "kind": "obligation" } & Obligation | { "kind": "invoice" } & Invoice | { "kind": "concession" } & Concession | { "kind": "incident" } & Incident | { "kind": "complaint" } & Complaint | { "kind": "letter" } & Letter;

export type RecordLink = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, 
/**
 * Whose it is.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * Its day.
 */
on: string, 
/**
 * What names it.
 */
title: string, 
/**
 * How it stands.
 */
state: LineState, };

export type ReferredPerson = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they work in, as it would stand after "works in"; may be empty.
 */
field: string, };

export type Refusal = { 
/**
 * `notice_passed` where the user may confirm that it goes all the same; else empty.
 */
code: string, 
/**
 * The sentence.
 */
message: string, };

export type RefusedRow = { 
/**
 * Its line in the file, from 1.
 */
line: number, 
/**
 * Why, as one sentence.
 */
reason: string, };

export type Renewal = { "state": "none" } | { "state": "open" } | { "state": "on", 
/**
 * The day.
 */
ends_on: string, 
/**
 * Whether it renews itself then.
 */
renews: boolean, 
/**
 * The last day of notice, where one is agreed.
 */
notice_by: string | null, 
/**
 * The last safe day to post it.
 */
post_by: string | null, 
/**
 * Whether the day of notice has passed.
 */
passed: boolean, 
/**
 * Where it has: the next end that can still be reached.
 */
following_end: string | null, } | { "state": "ended", 
/**
 * Since when.
 */
on: string, };

export type SaidBy = "them" | "my_impression";

export type SavedPdf = { 
/**
 * The letter, which is kept with it.
 */
id: LetterId, 
/**
 * The file's name, without its folder.
 */
file: string, };

export type Scatter = { 
/**
 * Width of the drawing.
 */
width: number, 
/**
 * Height of the drawing.
 */
height: number, 
/**
 * Left end of the plot.
 */
left: number, 
/**
 * Right end of the plot.
 */
right: number, 
/**
 * Upper end of the plot.
 */
top: number, 
/**
 * Lower end of the plot.
 */
bottom: number, 
/**
 * Where "mostly delivered" begins, from left to right.
 */
divide_x: number, 
/**
 * Where content turns into unhappy, from top to bottom.
 */
divide_y: number, 
/**
 * Ticks of the horizontal axis: the share of deliverables met, in whole percent.
 */
x_ticks: Array<Tick>, 
/**
 * Ticks of the vertical axis: satisfaction, 1 to 5.
 */
y_ticks: Array<Tick>, 
/**
 * A mark a client.
 */
marks: Array<ScatterMark>, };

export type ScatterMark = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Drawn hollow: too early to say.
 */
hollow: boolean, 
/**
 * Where.
 */
x: number, 
/**
 * Where.
 */
y: number, 
/**
 * The 95% interval of the share of deliverables met.
 */
x_low: number, 
/**
 * Its other end.
 */
x_high: number, 
/**
 * The 95% interval of satisfaction.
 */
y_low: number, 
/**
 * Its other end.
 */
y_high: number, 
/**
 * The place of the name; `None` where there is no room, or no need.
 */
label: Label | null, 
/**
 * Share of deliverables met, 0 to 1.
 */
met_share: number, 
/**
 * Mean satisfaction, 1 to 5.
 */
satisfaction: number, 
/**
 * How many check-ins that is.
 */
check_ins: number, };

export type StartView = { 
/**
 * The day on the user's calendar.
 */
today: string, 
/**
 * How many clients and prospects there are: with none, the welcome is shown.
 */
clients: number, 
/**
 * Whether the sample practice is loaded.
 */
sample: boolean, 
/**
 * Whether the ledger is protected by a passphrase.
 */
protected: boolean, 
/**
 * Whether the letterhead has what a letter needs.
 */
letterhead_ready: boolean, };

export type Steps = { 
/**
 * The next step back.
 */
undo: Message | null, 
/**
 * The next step forward.
 */
redo: Message | null, };

export type Thanks = "work_together" | "since" | "trust" | "hospitality" | "none";

export type Tick = { 
/**
 * Where.
 */
at: number, 
/**
 * The value.
 */
value: number, };

export type Tone = "good" | "warn" | "bad" | "ours" | "plain";

export type Trend = "rising" | "steady" | "falling";

export type Verdict = "healthy" | "watch" | "never_happy" | "our_delivery_first" | "offering_problem" | "one_way" | "not_enough_evidence";

export type Why = { 
/**
 * The verdict.
 */
verdict: Verdict, 
/**
 * Whether they are out of balance as well.
 */
one_way_too: boolean, 
/**
 * The sentence.
 */
sentence: Message, 
/**
 * What it rests on.
 */
band: Band, 
/**
 * The reasons, each with its records.
 */
reasons: Array<Reason>, 
/**
 * What would change it.
 */
changes: Array<Message>, };

export type WireError = { 
/**
 * What the window reacts to.
 */
code: ErrorCode, 
/**
 * One sentence that names the item and the mend.
 */
message: string, 
/**
 * What else may help; may be empty.
 */
hint: string, };
