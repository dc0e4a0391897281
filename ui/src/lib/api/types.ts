// Made from the Rust types by `KINDLY_WRITE_TYPES=1 cargo test -p kindly-practice types`; do not edit.

export type Acceptance = "unknown" | "accepted" | "accepted_after_rework" | "refused";

export type Alert = { 
/**
 * The incident.
 */
record: RecordLink, 
/**
 * What kind of conduct.
 */
what: IncidentKind, 
/**
 * Pressure on the price is bargaining, and is answered with arithmetic.
 */
bargaining: boolean, 
/**
 * The letters that can answer it, the mildest first.
 */
letters: Array<LetterKind>, 
/**
 * The letter that answered it, and when it was sent.
 */
answered_on: string | null, };

export type Anchor = "start" | "middle" | "end";

export type Ask = { "ask": "what", 
/**
 * Words that would.
 */
choices: Array<Completion>, } | { "ask": "client", 
/**
 * What stands there, empty where nothing does.
 */
text: string, 
/**
 * The clients that fit; none where nothing is named.
 */
choices: Array<Completion>, } | { "ask": "same_name", 
/**
 * The name.
 */
name: string, } | { "ask": "missing", 
/**
 * The kind of record.
 */
record: Kind, 
/**
 * The field's key.
 */
field: string, 
/**
 * Words that fill it, where there are such.
 */
choices: Array<Completion>, } | { "ask": "which", 
/**
 * The kind of record that is looked for.
 */
record: Kind, 
/**
 * What stands there, empty where nothing does.
 */
text: string, 
/**
 * Those that may be meant; none where the client has none.
 */
choices: Array<Completion>, } | { "ask": "day", 
/**
 * The field's key.
 */
field: string, 
/**
 * What each reading would be.
 */
choices: Array<Completion>, } | { "ask": "no_such_day", 
/**
 * What stands there.
 */
text: string, } | { "ask": "ahead", 
/**
 * The field's key.
 */
field: string, 
/**
 * The day, as in 2026-02-28.
 */
day: string, } | { "ask": "already_done", 
/**
 * The kind of record.
 */
record: Kind, 
/**
 * What names it.
 */
title: string, } | { "ask": "not_understood", 
/**
 * The words.
 */
text: string, 
/**
 * Where they begin.
 */
start: number, 
/**
 * Where they end.
 */
end: number, } | { "ask": "problem", 
/**
 * Why, in one sentence.
 */
sentence: string, } | { "ask": "too_long", 
/**
 * Characters found.
 */
length: number, 
/**
 * Characters that are read.
 */
limit: number, };

export type Attention = { 
/**
 * By whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * How many minutes.
 */
minutes: number, 
/**
 * What for.
 */
what: string, };

export type BackupCause = "timer" | "close" | "by_hand" | "before_migration" | "before_restore" | "before_new_key" | "kept_copy";

export type BackupDone = { 
/**
 * It.
 */
backup: BackupRow, 
/**
 * Whether it reached the second place as well; `None` where none is chosen.
 */
second: boolean | null, };

export type BackupFolder = { 
/**
 * The folder.
 */
folder: string, 
/**
 * What is in it, newest first.
 */
backups: Array<BackupRow>, 
/**
 * Whether a passphrase or a recovery code is needed to open them.
 */
protected: boolean, };

export type BackupPreview = { 
/**
 * The backup.
 */
backup: BackupRow, 
/**
 * How many of each kind it holds, and how many there are now.
 */
kinds: Array<KindThenNow>, 
/**
 * The names of its clients, in order.
 */
clients: Array<string>, 
/**
 * What was done since it was made and would be gone, latest first; never more than twenty.
 */
since: Array<Message>, 
/**
 * How many steps that is in all.
 */
steps_since: number, };

export type BackupRow = { 
/**
 * Its name, by which it is asked for.
 */
name: string, 
/**
 * When it was made, in UTC, as RFC 3339.
 */
made_at: string, 
/**
 * Why.
 */
cause: BackupCause, 
/**
 * How many clients and prospects it holds.
 */
clients: number, 
/**
 * How many records in all.
 */
records: number, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * Whether the present passphrase protects it.
 */
protected: boolean, };

export type Band = "little" | "some" | "good" | "strong";

export type Bears = "breaks" | "for" | "partly" | "against" | "unknown";

export type BundleView = { 
/**
 * How they stand to each other.
 */
relation: CopyRelation, 
/**
 * The one that is open.
 */
ours: CopySide, 
/**
 * The one in the bundle.
 */
theirs: CopySide, };

export type Challenge = { 
/**
 * The theme.
 */
theme: string, 
/**
 * How many clients.
 */
clients: number, 
/**
 * The complaints, latest first.
 */
records: Array<RecordLink>, };

export type ChangedFact = { 
/**
 * Which, by key.
 */
key: string, 
/**
 * As it was.
 */
was: string, 
/**
 * As it is; empty where it is gone.
 */
now: string, };

export type Chart = { 
/**
 * The drawing.
 */
drawing: Drawing, 
/**
 * The series, in the order of the values.
 */
series: Array<ChartSeries>, 
/**
 * The table.
 */
rows: Array<ChartRow>, 
/**
 * The unit of its values.
 */
unit: ChartUnit, };

export type ChartMoney = { 
/**
 * Minor units.
 */
minor: number, 
/**
 * ISO 4217 code.
 */
currency: string, };

export type ChartRow = { 
/**
 * What it is about.
 */
label: ChartText, 
/**
 * A value a series; `None` where there is none.
 */
values: Array<number | null>, };

export type ChartSeries = { 
/**
 * Its key.
 */
key: string, 
/**
 * Tint.
 */
tint: Tint, 
/**
 * Fill.
 */
fill: Fill, 
/**
 * Whether its line is dashed.
 */
dashed: boolean, };

export type ChartText = { "is": "month", 
/**
 * The day.
 */
day: string, } | { "is": "day", 
/**
 * The day.
 */
day: string, } | { "is": "year", 
/**
 * The year.
 */
year: number, } | { "is": "count", 
/**
 * The number.
 */
value: number, } | { "is": "number", 
/**
 * The number.
 */
value: number, } | { "is": "share", 
/**
 * The share.
 */
value: number, } | { "is": "days", 
/**
 * How many.
 */
value: number, } | { "is": "amount", 
/**
 * The amount.
 */
value: ChartMoney, } | { "is": "name", 
/**
 * The name.
 */
text: string, };

export type ChartUnit = "count" | "share" | "days" | "number" | "amount";

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
words: string, 
/**
 * Which person said it, where it is known.
 */
person: string, 
/**
 * Whether it was entered from memory.
 */
from_memory: boolean, };

export type CheckInRequest = { 
/**
 * Whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * The question.
 */
scale: RatingScale, 
/**
 * The deliverable it is about, where it is about one.
 */
deliverable: DeliverableId | null, 
/**
 * Which person was asked, where it is known.
 */
person: string, };

export type CheckReport = { 
/**
 * How many records there are, a kind each.
 */
records: Array<[Kind, number]>, 
/**
 * What is damaged, a sentence each; empty when the ledger is whole.
 */
damage: Array<string>, };

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
sample: boolean, 
/**
 * The other people there.
 */
people: Array<Contact>, 
/**
 * The user's own groups.
 */
tags: Array<string>, 
/**
 * Their website.
 */
website: string, 
/**
 * How often they are asked how it goes, in days; `None` where there is no rhythm.
 */
check_in_every_days: number | null, 
/**
 * The question that they are asked.
 */
check_in_scale: RatingScale, };

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

export type ClientFound = { 
/**
 * The id.
 */
id: ClientId, 
/**
 * The whole name.
 */
name: string, };

export type ClientId = string;

export type ClientPick = { "is": "new" } | { "is": "existing", "id": ClientId } | { "is": "leave_out" };

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
sample: boolean, 
/**
 * The user's own groups.
 */
tags: Array<string>, };

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
 * What they asked for beyond the agreement.
 */
requests: Array<LedgerLine>, 
/**
 * What was talked about, and when they were asked how it goes.
 */
talked: Array<LedgerLine>, 
/**
 * Decisions and endings.
 */
decided: Array<LedgerLine>, 
/**
 * Time spent and attention taken: the latest; see `work_count`.
 */
work: Array<LedgerLine>, 
/**
 * How many records of time and attention there are in all.
 */
work_count: number, 
/**
 * Documents.
 */
documents: Array<LedgerLine>, 
/**
 * What comes again.
 */
templates: Array<LedgerLine>, 
/**
 * Deliverables that seem to have waited for something they owed.
 */
proposals: Array<ExcuseProposal>, 
/**
 * Incidents of the last 90 days that want an answer, at once and whatever the statistics say; the gravest first.
 */
alerts: Array<Alert>, 
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
sample: boolean, 
/**
 * How many lines of what needs the user are put off.
 */
snoozed: number, };

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
resolved_on: string | null, 
/**
 * Whose doing it was, as far as it is known.
 */
cause: ComplaintCause, 
/**
 * How it was settled.
 */
resolution: string, };

export type ComplaintCause = "unknown" | "ours" | "theirs" | "shared";

export type Completion = { 
/**
 * What to put in.
 */
text: string, 
/**
 * How it is called in a list.
 */
label: string, 
/**
 * Where what it replaces begins.
 */
start: number, 
/**
 * Where what it replaces ends.
 */
end: number, 
/**
 * What it is.
 */
what: Role, };

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
reason: string, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * Whose idea it was.
 */
initiative: Initiative, 
/**
 * Whether it was entered from memory.
 */
from_memory: boolean, };

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
email: string, 
/**
 * Telephone number.
 */
phone: string, 
/**
 * What they do there.
 */
role: string, };

export type Conversation = { 
/**
 * With whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * With which person, where it is known.
 */
person: string, 
/**
 * What was asked, by them or by us.
 */
asked: string, 
/**
 * What was explained to them.
 */
explained: string, 
/**
 * What was agreed.
 */
agreed: string, 
/**
 * What we changed because of it.
 */
changed: string, };

export type CopyRelation = "same" | "ours_newer" | "theirs_newer" | "apart" | "strangers" | "ours_empty";

export type CopySide = { 
/**
 * How many steps it has.
 */
steps: number, 
/**
 * How many of them the other one does not have.
 */
own_steps: number, 
/**
 * When the last of them was, in UTC, as RFC 3339.
 */
last_at: string | null, 
/**
 * What the last of its own steps did, latest first; never more than five.
 */
latest: Array<Message>, 
/**
 * How many of each kind it holds.
 */
records: Array<KindCount>, };

export type CriterionKind = "wish" | "must_have" | "deal_breaker";

export type DecideLine = { 
/**
 * The step.
 */
step: DecideStep, 
/**
 * Whether the records show it.
 */
done: boolean, 
/**
 * How often.
 */
count: number, 
/**
 * When last.
 */
last_on: string | null, 
/**
 * What speaks against it, such as complaints without an answer; counted in `open`.
 */
open: number, 
/**
 * The records, latest first.
 */
records: Array<RecordLink>, };

export type DecideStep = "own_side" | "asked" | "listened" | "explained" | "changed" | "told_needs" | "offered_change";

export type DecideView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * How they stand; `None` for a prospect.
 */
verdict: Verdict | null, 
/**
 * What was done, in the order in which it should be.
 */
lines: Array<DecideLine>, 
/**
 * What parting costs.
 */
costs: PartingCosts, 
/**
 * What it frees.
 */
frees: PartingFrees, 
/**
 * What was decided last, in this term.
 */
decided: RecordLink | null, 
/**
 * The letters that can follow, the mildest first.
 */
letters: Array<LetterKind>, };

export type Decision = { 
/**
 * About whom.
 */
client: ClientId, 
/**
 * About which agreement, where it is about one.
 */
engagement: EngagementId | null, 
/**
 * The day.
 */
on: string, 
/**
 * What was decided.
 */
what: DecisionKind, 
/**
 * Why.
 */
reason: DecisionReason, 
/**
 * Why, in the user's own words.
 */
notes: string, };

export type DecisionId = string;

export type DecisionKind = "renew" | "raise_the_price" | "change_the_scope" | "part";

export type DecisionReason = "goes_well" | "costs_more_attention_than_it_returns" | "unhappy_despite_delivery" | "out_of_balance" | "conduct" | "ours_to_put_right" | "direction" | "other";

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
notes: string, 
/**
 * Whether it was agreed or given beyond the agreement.
 */
scope: Scope, 
/**
 * Whether the client accepted it.
 */
acceptance: Acceptance, 
/**
 * What it waited for: with the outcome `excused`, what excuses it.
 */
waits_for: ObligationId | null, 
/**
 * Whether it was entered from memory.
 */
from_memory: boolean, };

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

export type DismissedFinding = { 
/**
 * What was noticed, by key, such as `absolute`.
 */
finding: string, 
/**
 * The words that it was about: other words are noticed again.
 */
words: string, 
/**
 * Why it stays.
 */
note: string, };

export type Document = { 
/**
 * About whom.
 */
client: ClientId, 
/**
 * The day it is from.
 */
on: string, 
/**
 * What it is.
 */
title: string, 
/**
 * Where the file lies, or its name where it is kept inside.
 */
file: string, 
/**
 * SHA-256 of the file kept inside, as 64 hexadecimal digits; `None` where it is only referred to.
 */
sha256: string | null, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type DocumentChoice = { 
/**
 * About whom.
 */
client: ClientId, 
/**
 * What it is; empty for the file's name.
 */
title: string, 
/**
 * Whether its bytes are kept inside the ledger; else only where it lies.
 */
inside: boolean, };

export type DocumentId = string;

export type Done = { 
/**
 * The id of the record it was about, where it was about one.
 */
id: string | null, 
/**
 * What was done, for the notice.
 */
message: Message, };

export type DoorView = { "door": "open" } | { "door": "locked" } | { "door": "damaged", 
/**
 * A sentence for each damage, the worst first; never more than a few.
 */
damage: Array<string>, 
/**
 * Whether it is open to be read: looking and exporting work, recording does not.
 */
readable: boolean, 
/**
 * Whether only the last saves cannot be read, so that it goes on without them.
 */
only_log: boolean, 
/**
 * The newest backup that can be restored.
 */
newest: BackupRow | null, } | { "door": "refused", 
/**
 * The sentence that names the item and the mend.
 */
message: string, 
/**
 * The newest backup that can be restored.
 */
newest: BackupRow | null, } | { "door": "other_copy", 
/**
 * How many steps the ledger that was open here last had.
 */
seen: number, 
/**
 * How many this one has.
 */
found: number, 
/**
 * Whether this one went its own way, rather than being merely older.
 */
apart: boolean, 
/**
 * A backup of what was open here last, where there is one.
 */
newest: BackupRow | null, };

export type Drawing = { 
/**
 * Width.
 */
width: number, 
/**
 * Height.
 */
height: number, 
/**
 * The marks, what lies behind first.
 */
marks: Array<Mark>, };

export type DueByTemplate = { 
/**
 * The template.
 */
template: TemplateId, 
/**
 * For whom.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The day it is due.
 */
due_on: string, 
/**
 * The record that it makes.
 */
record: Record, };

export type DueCount = { 
/**
 * Agreements whose notice must go within 14 days.
 */
notices: number, 
/**
 * What falls on the day itself.
 */
today: number, };

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

export type EndedBy = "them" | "us" | "both" | "work_done";

export type Ending = { 
/**
 * With whom.
 */
client: ClientId, 
/**
 * Which agreement ended, where it was one.
 */
engagement: EngagementId | null, 
/**
 * Which enquiry came to nothing, where it was one.
 */
enquiry: EnquiryId | null, 
/**
 * The day.
 */
on: string, 
/**
 * Who ended it.
 */
ended_by: EndedBy, 
/**
 * Why.
 */
reason: EndingReason, 
/**
 * What was said about it.
 */
words: string, };

export type EndingReason = "unknown" | "price" | "our_work" | "our_pace" | "fit" | "no_need" | "went_elsewhere" | "conduct" | "non_payment" | "work_done";

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
ended_on: string | null, 
/**
 * How it is paid.
 */
fee_model: FeeModel, 
/**
 * The price: of the whole, of an hour, of a day, or of a month, as the fee model says.
 */
rate: Money | null, 
/**
 * The hours planned: of the whole or, for a retainer, of a month.
 */
budget_minutes: number | null, 
/**
 * Whether it was entered from memory.
 */
from_memory: boolean, };

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
answered_on: string | null, 
/**
 * How it answers the criteria of fit, each at most once. Answers to criteria that are gone stay and count nowhere.
 */
fit: Array<FitAnswer>, };

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
days: number, 
/**
 * The record, for answering the criteria and for editing.
 */
record: Enquiry, 
/**
 * How it meets the criteria of fit.
 */
fit: FitView, 
/**
 * Earlier relationships that this may be, the surest first.
 */
former: Array<FormerClient>, };

export type ErasePlan = { 
/**
 * The name that is to be typed to confirm it.
 */
name: string, 
/**
 * How many records of each kind go.
 */
records: Array<KindCount>, 
/**
 * How many files kept inside go.
 */
files: number, 
/**
 * How many steps of the history lose what they hold and can no longer be taken back.
 */
steps: number, 
/**
 * Copies of the ledger that still hold them, by path.
 */
copies: Array<string>, 
/**
 * How many backups are written anew without them.
 */
backups: number, };

export type EraseWhom = { "whom": "client", 
/**
 * The client.
 */
client: ClientId, } | { "whom": "person", 
/**
 * The client.
 */
client: ClientId, 
/**
 * The person: 0 for the contact, then the other people from 1.
 */
person: number, };

export type ErasureReceipt = { 
/**
 * When, in UTC, as RFC 3339.
 */
at: string, 
/**
 * How many records of each kind went.
 */
records: Array<KindCount>, 
/**
 * How many files kept inside went.
 */
files: number, 
/**
 * How many steps of the history lost what they held.
 */
steps: number, 
/**
 * Copies of the ledger that were deleted, by path.
 */
copies_deleted: Array<string>, 
/**
 * Copies that could not be deleted, by path.
 */
copies_left: Array<string>, 
/**
 * How many backups were written anew without them.
 */
backups: number, 
/**
 * Backups that could not be reached, by name with the reason: they still hold them.
 */
backups_left: Array<string>, 
/**
 * Whether the second place for backups is away: it is brought up when it comes back.
 */
second_place_waits: boolean, 
/**
 * The receipt as a text to keep.
 */
text: string, };

export type ErrorCode = "invalid" | "gone" | "file" | "cancelled" | "locked" | "wrong_secret" | "read_only" | "ledger";

export type ExcuseProposal = { 
/**
 * The deliverable.
 */
deliverable: DeliverableId, 
/**
 * What it is.
 */
title: string, 
/**
 * The day agreed.
 */
due_on: string, 
/**
 * The day it was handed over; `None` while it is open.
 */
delivered_on: string | null, 
/**
 * The obligation.
 */
obligation: ObligationId, 
/**
 * What was owed.
 */
owed: string, 
/**
 * The day agreed.
 */
owed_by: string, 
/**
 * The day it came; `None` while it is owed.
 */
came_on: string | null, };

export type ExportDone = { 
/**
 * The folder.
 */
folder: string, 
/**
 * The files, each with how many records it holds.
 */
files: Array<ExportedFile>, };

export type ExportWhat = { "what": "csv" } | { "what": "json" } | { "what": "contacts" } | { "what": "calendar" } | { "what": "client", "client": ClientId } | { "what": "person", "client": { 
/**
 * The client.
 */
id: ClientId, 
/**
 * The person: 0 for the contact, then the other people from 1.
 */
person: number, } };

export type ExportedFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * How many records it holds.
 */
records: number, };

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

export type FeeModel = "unknown" | "fixed" | "hourly" | "daily" | "retainer";

export type Fell = "on_time" | "satisfaction" | "both";

export type FieldChange = { 
/**
 * The field's key, as in [`kindly_records::fields`].
 */
field: string, 
/**
 * Its value, as the type has it in JSON.
 */
value: unknown, };

export type FieldText = { 
/**
 * The field's key.
 */
key: string, 
/**
 * Its text; empty for nothing.
 */
text: string, };

export type Figure = { 
/**
 * Which.
 */
id: FigureId, 
/**
 * Its value.
 */
value: FigureValue, 
/**
 * How many records it rests on.
 */
n: number, 
/**
 * How many records could not count: in another currency, without a rate, without an answer.
 */
left_out: number, 
/**
 * Its uncertainty, where the figure has one.
 */
interval: FigureInterval | null, };

export type FigureId = "on_time" | "otif" | "acceptance" | "csat_satisfied" | "csat_mean" | "nps" | "ces" | "first_response" | "days_beyond_terms" | "obligations_kept" | "concessions_share" | "effective_hourly_rate" | "realization" | "billable_share" | "hours_worked" | "budget_used" | "share_of_hours" | "share_of_income" | "fees" | "attention_per_month";

export type FigureInterval = { 
/**
 * Its lower end.
 */
low: number, 
/**
 * Its upper end.
 */
high: number, };

export type FigurePeriod = "quarter" | "year" | "all";

export type FigureScope = { "of": "practice" } | { "of": "client", "id": ClientId } | { "of": "engagement", "id": EngagementId };

export type FigureValue = { "is": "none" } | { "is": "share", 
/**
 * The share.
 */
value: number, } | { "is": "score", 
/**
 * The score.
 */
value: number, } | { "is": "mean", 
/**
 * The mean.
 */
value: number, 
/**
 * The scale's highest value.
 */
high: number, } | { "is": "days", 
/**
 * How many.
 */
value: number, } | { "is": "hours", 
/**
 * How many.
 */
value: number, } | { "is": "minutes", 
/**
 * How many.
 */
value: number, } | { "is": "amount", 
/**
 * How much.
 */
value: Money, } | { "is": "per_hour", 
/**
 * How much.
 */
value: Money, };

export type FiguresView = { 
/**
 * Whose.
 */
scope: FigureScope, 
/**
 * Over which time.
 */
period: FigurePeriod, 
/**
 * Its first day; `None` for everything.
 */
from: string | null, 
/**
 * Its last day.
 */
to: string, 
/**
 * The figures, in the order in which they are shown.
 */
figures: Array<Figure>, };

export type Fill = "solid" | "hatched" | "dotted" | "hollow";

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

export type FinishedLetter = { 
/**
 * Its number, such as `L-2026-7`; what the user's own pattern makes of it.
 */
number: string, 
/**
 * When it was finished.
 */
at: string, 
/**
 * SHA-256 of the PDF, in 64 hexadecimal digits; its bytes are kept with the ledger.
 */
sha256: string, 
/**
 * Its pages.
 */
pages: number, 
/**
 * The facts that it states, as they stood.
 */
facts: Array<FrozenFact>, 
/**
 * The words, part by part.
 */
paragraphs: Array<LetterParagraph>, 
/**
 * The subject line; may be empty.
 */
subject: string, 
/**
 * The salutation.
 */
salutation: string, 
/**
 * The close.
 */
closing: string, 
/**
 * The addressee as on the envelope, a line each.
 */
recipient: Array<string>, 
/**
 * The name of the template whose words it began from; empty where it was none.
 */
template: string, 
/**
 * The fonts it is set in, by their full names and versions.
 */
fonts: Array<string>, };

export type FitAnswer = { 
/**
 * Which.
 */
criterion: FitCriterionId, 
/**
 * How.
 */
answer: FitAnswerKind, };

export type FitAnswerKind = "yes" | "partly" | "no" | "unknown";

export type FitBand = "good" | "possible" | "poor" | "ask_first" | "no_criteria";

export type FitCriteriaView = { 
/**
 * The criteria: deal breakers, must-haves, wishes by weight; retired ones last.
 */
criteria: Array<FitCriterionRow>, 
/**
 * What past clients suggest, the clearest first.
 */
suggestions: Array<FitSuggestion>, 
/**
 * Clients that went well or badly, from whom suggestions can be learnt.
 */
learnt_from: number, 
/**
 * "Whom we are a good fit for": a text for a website, built from the criteria; empty without any.
 */
offer_text: string, };

export type FitCriterion = { 
/**
 * The statement. For a deal breaker it says what must not be.
 */
name: string, 
/**
 * How much it decides.
 */
weighs: CriterionKind, 
/**
 * What a wish counts beside the others, 1 to 5.
 */
weight: number, 
/**
 * What to ask in order to find out.
 */
question: string, 
/**
 * The sentence about it for those who ask whom we work well with: "You …".
 */
offer: string, 
/**
 * What taught us, where something did.
 */
learnt_from: string, 
/**
 * Whether it is kept, and no longer asked.
 */
retired: boolean, };

export type FitCriterionId = string;

export type FitCriterionRow = { 
/**
 * Its id.
 */
id: FitCriterionId, 
/**
 * Its facts.
 */
record: FitCriterion, };

export type FitReason = { 
/**
 * The criterion.
 */
criterion: FitCriterionId, 
/**
 * Its statement.
 */
name: string, 
/**
 * How much it decides.
 */
weighs: CriterionKind, 
/**
 * Its weight.
 */
weight: number, 
/**
 * The answer.
 */
answer: FitAnswerKind, 
/**
 * What that does.
 */
bears: Bears, };

export type FitSuggestion = { 
/**
 * Its own name, which stays the same.
 */
key: string, 
/**
 * What the evidence says.
 */
message: Sentence, 
/**
 * The criterion that would follow, to be changed and added.
 */
draft: FitCriterion, 
/**
 * Whether it went with going badly.
 */
warns: boolean, 
/**
 * The clients behind it, those with the trait.
 */
clients: Array<RecordLink>, };

export type FitView = { 
/**
 * The band.
 */
band: FitBand, 
/**
 * It in a sentence.
 */
sentence: Sentence, 
/**
 * A line a criterion, what decides first.
 */
reasons: Array<FitReason>, 
/**
 * What to ask: the questions of the criteria that are not answered.
 */
ask: Array<string>, };

export type FormField = { 
/**
 * Which fact, by key.
 */
key: string, 
/**
 * What can be entered: `day`, `line`, `text`, `lines`, `money`, `yes`, `choice`, `items`, `invoices`, `people`.
 */
shape: string, 
/**
 * What can be chosen, for a choice.
 */
options: Array<string>, 
/**
 * The letter cannot be finished without it.
 */
needed: boolean, 
/**
 * It is needed and not there.
 */
missing: boolean, 
/**
 * What the letter itself states.
 */
stated: StatedValue | null, 
/**
 * What the records give, as the letter would write it.
 */
shown: Array<string>, 
/**
 * The kind of the record behind it.
 */
kind: Kind | null, 
/**
 * That record.
 */
id: string | null, 
/**
 * The field of that record, where it is entered there.
 */
field: string | null, 
/**
 * The letter itself may state it.
 */
editable: boolean, };

export type FormerClient = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * Where that relationship stands.
 */
status: ClientStatus, 
/**
 * By what they were recognised.
 */
by: RecognisedBy, 
/**
 * How they stand, or stood.
 */
verdict: Verdict | null, 
/**
 * The sentence of that verdict.
 */
sentence: Message | null, 
/**
 * Who ended it, and why, where that is recorded.
 */
ended: FormerEnding | null, };

export type FormerEnding = { 
/**
 * When.
 */
on: string, 
/**
 * By whom.
 */
by: EndedBy, 
/**
 * Why.
 */
reason: EndingReason, };

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
 * Whose; `None` for what belongs to no client, such as a referral contact.
 */
client: ClientId | null, 
/**
 * Their name; empty where there is none.
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

export type FridayAnswer = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * What was delivered.
 */
delivered: Array<FridayDelivery>, 
/**
 * What they gave.
 */
met: Array<FridayMet>, 
/**
 * What they said.
 */
heard: FridayHeard | null, 
/**
 * What they owe from now on.
 */
owes: FridayOwes | null, };

export type FridayDelivery = { 
/**
 * Which.
 */
id: DeliverableId, 
/**
 * The day.
 */
on: string, 
/**
 * How it turned out.
 */
outcome: Outcome, };

export type FridayHeard = { 
/**
 * The day.
 */
on: string, 
/**
 * The scale.
 */
scale: RatingScale, 
/**
 * The value.
 */
value: number, 
/**
 * Whether they said it or it is the user's impression.
 */
said_by: SaidBy, 
/**
 * Their words.
 */
words: string, 
/**
 * What it is about.
 */
deliverable: DeliverableId | null, };

export type FridayItem = { 
/**
 * Its kind: deliverable or obligation.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, 
/**
 * What it is.
 */
title: string, 
/**
 * The day it is due.
 */
due_on: string, 
/**
 * Days until then; below 0 it is overdue.
 */
days_left: number, };

export type FridayMet = { 
/**
 * Which.
 */
id: ObligationId, 
/**
 * The day.
 */
on: string, };

export type FridayOwes = { 
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
due_on: string, };

export type FridayRow = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * The question that they are asked.
 */
scale: RatingScale, 
/**
 * The day of their last record; `None` without one.
 */
last_record: string | null, 
/**
 * The day of their last check-in; `None` without one.
 */
last_check_in: string | null, 
/**
 * Whether a check-in is due by the rhythm that was set.
 */
check_in_due: boolean, 
/**
 * What we owe them, open, by its day.
 */
we_owe: Array<FridayItem>, 
/**
 * What they owe us, open, by its day.
 */
they_owe: Array<FridayItem>, 
/**
 * How many records the week has already.
 */
this_week: number, };

export type FridayView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * The first day of the week that it looks back on.
 */
since: string, 
/**
 * The rows.
 */
rows: Array<FridayRow>, };

export type FrozenFact = { 
/**
 * What it is, by key, such as `end_date`.
 */
key: string, 
/**
 * As the letter writes it.
 */
wording: string, 
/**
 * The kind of record it came from; `None` where it was stated in the letter itself.
 */
kind: Kind | null, 
/**
 * That record's id.
 */
id: string | null, };

export type GoesOn = "ours" | "theirs";

export type Helped = { 
/**
 * What it comes to.
 */
says: HelpedSays, 
/**
 * The first day that is compared.
 */
since: string, 
/**
 * Complaints before.
 */
before: number, 
/**
 * Months of clients before.
 */
before_months: number, 
/**
 * Complaints after.
 */
after: number, 
/**
 * Months of clients after.
 */
after_months: number, 
/**
 * The rate after by the rate before; `None` where there was none before.
 */
ratio: number | null, 
/**
 * Its 95 % interval.
 */
low: number | null, 
/**
 * Its upper end; `None` where it has none.
 */
high: number | null, };

export type HelpedSays = "better" | "worse" | "cannot_tell" | "too_early";

export type HistoryChange = "added" | "changed" | "removed";

export type HistoryLine = { 
/**
 * Its number in the journal.
 */
seq: number, 
/**
 * When, in UTC, as RFC 3339.
 */
at: string, 
/**
 * What was done; `None` where it was erased, or comes from a version that knew other words.
 */
message: Message | null, 
/**
 * Whether it was taken back since.
 */
taken_back: boolean, 
/**
 * The records that it touched; the first few.
 */
records: Array<HistoryRecord>, 
/**
 * How many it touched in all.
 */
touched: number, 
/**
 * Whether it is never taken back: it finished a letter, or was erased.
 */
fixed: boolean, };

export type HistoryMonth = { 
/**
 * The day it was judged: the month's last, or today.
 */
day: string, 
/**
 * The verdict; `None` before anything was known.
 */
verdict: Verdict | null, 
/**
 * Whether it is another than a month before.
 */
changed: boolean, 
/**
 * The records of that month that a verdict takes in, latest first.
 */
events: Array<RecordLink>, };

export type HistoryOf = { "of": "everything" } | { "of": "client", 
/**
 * The client.
 */
client: ClientId, } | { "of": "record", 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, };

export type HistoryRecord = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, 
/**
 * What was done to it.
 */
change: HistoryChange, 
/**
 * What names it, now or as it stood before.
 */
title: string, 
/**
 * Whether it can be put back as it stood before this step.
 */
restorable: boolean, };

export type HistoryView = { 
/**
 * The steps.
 */
entries: Array<HistoryLine>, 
/**
 * Whether there are older ones: ask again with the last `seq`.
 */
more: boolean, };

export type ImportChoices = { 
/**
 * What its rows are, by the name of a kind of import; `None` leaves it to the header.
 */
kind: string | null, 
/**
 * Our field → the file's header; empty for none. What is not named is recognised as usual.
 */
columns: { [key in string]: string }, 
/**
 * Our field → a value that stands for all rows, such as the scale of a survey.
 */
fixed: { [key in string]: string }, 
/**
 * `day-first` or `month-first`; `None` leaves it to the values.
 */
dates: string | null, 
/**
 * Whether rows that cannot be taken are left out, in place of keeping all of them out.
 */
without_refused: boolean, 
/**
 * A client's name as the file has it → who that is.
 */
clients: { [key in string]: ClientPick }, };

export type ImportFieldView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Whether rows without it are refused.
 */
required: boolean, 
/**
 * The words it can hold, where they are few.
 */
options: Array<string>, };

export type ImportKindView = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its fields.
 */
fields: Array<ImportFieldView>, };

export type ImportProgress = { 
/**
 * Which part of the work.
 */
step: ImportStep, 
/**
 * Rows done in it.
 */
done: number, 
/**
 * Rows in all.
 */
of: number, };

export type ImportStep = "reading" | "comparing" | "writing";

export type ImportView = { 
/**
 * The file's name, without its folder.
 */
file: string, 
/**
 * The tool that wrote it, where it was recognised.
 */
tool: string | null, 
/**
 * What stands in the way of reading it, as one sentence; then the mapping step is shown.
 */
problem: string | null, 
/**
 * The file's headers, in their order.
 */
headers: Array<string>, 
/**
 * Its first rows, as they stand there.
 */
first_rows: Array<Array<string>>, 
/**
 * The kinds that it can be mapped to.
 */
kinds: Array<ImportKindView>, 
/**
 * The choices as they are understood: what was chosen, and what was recognised.
 */
choices: ImportChoices, 
/**
 * Names in it that no client has.
 */
unknown_clients: Array<UnknownClient>, 
/**
 * Rows left out on purpose, such as sums and blank ones.
 */
left_out: number, 
/**
 * What was taken or left out without the file saying so, a sentence each.
 */
remarks: Array<string>, 
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

export type Improvement = { 
/**
 * What will be different.
 */
what: string, 
/**
 * The day from which it is promised.
 */
from: string, 
/**
 * The theme of complaint that it answers, as the complaints have it; empty where it answers none.
 */
theme: string, 
/**
 * The day on which it really began; `None` while it has not.
 */
done_on: string | null, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type ImprovementId = string;

export type ImprovementRow = { 
/**
 * The record.
 */
id: ImprovementId, 
/**
 * Its facts.
 */
record: Improvement, 
/**
 * Whether it helped; `None` where it names no theme, or has not begun.
 */
helped: Helped | null, };

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
other_reading: string, 
/**
 * The day to look at it again, with some distance.
 */
review_on: string | null, };

export type IncidentKind = "blame" | "conduct" | "threat" | "bypassing" | "pressure_on_price";

export type Initiative = "unknown" | "they_asked" | "we_offered";

export type Intent = { "intent": "add", 
/**
 * The record; it has passed its check.
 */
record: Record, } | { "intent": "change", 
/**
 * The kind of record.
 */
record: Kind, 
/**
 * Which one.
 */
id: string, 
/**
 * What names it.
 */
title: string, 
/**
 * The fields and their new values.
 */
patch: Array<FieldChange>, };

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
paid_on: string | null, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type InvoiceId = string;

export type Kind = "client" | "enquiry" | "engagement" | "deliverable" | "check_in" | "obligation" | "invoice" | "concession" | "incident" | "complaint" | "letter" | "praise" | "payment" | "time_entry" | "conversation" | "request" | "attention" | "decision" | "ending" | "referral_contact" | "document" | "template" | "snooze" | "letter_template" | "improvement" | "check_in_request" | "fit_criterion" | "profile";

export type KindChoice = { 
/**
 * The kind.
 */
kind: LetterKind, 
/**
 * The records that one can begin from, likeliest first.
 */
starts_from: Array<StartsFrom>, 
/**
 * The kind of record that it needs and of which there is none.
 */
lacks: Kind | null, };

export type KindCount = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * How many.
 */
count: number, };

export type KindThenNow = { 
/**
 * The kind.
 */
kind: Kind, 
/**
 * How many the backup holds.
 */
then: number, 
/**
 * How many there are now.
 */
now: number, };

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

export type Language = "en-GB" | "en-US" | "de-DE" | "fr-FR" | "es-ES";

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
 * The agreement that it is about, for the kinds that are about one.
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
 * SHA-256 (hex) of the PDF that was saved last; its bytes are kept with the ledger. Of a finished letter it is that
 * of [`FinishedLetter::sha256`].
 */
pdf_sha256: string | null, 
/**
 * Further records that it rests on. One that is deleted later stays named: it is told that it is gone.
 */
about: Array<LetterBasis>, 
/**
 * How near the words are.
 */
register: Register, 
/**
 * Facts that no record has, by key.
 */
stated: { [key in string]: StatedValue }, 
/**
 * Parts that are usual and were left out, by key.
 */
left_out: Array<string>, 
/**
 * Parts that are not usual and were taken in, by key.
 */
taken_in: Array<string>, 
/**
 * The subject line in the user's own words; empty while it follows from the facts.
 */
subject: string, 
/**
 * A remark about the post above the address, such as "by registered post".
 */
remark: string | null, 
/**
 * What is enclosed, a line each.
 */
enclosures: Array<string>, 
/**
 * The user's own template that its words began from. One that is deleted later stays named.
 */
template: LetterTemplateId | null, 
/**
 * What was noticed about the words and stays.
 */
dismissed: Array<DismissedFinding>, 
/**
 * The facts as they stood when the words were kept last: what a record says otherwise since is told.
 */
facts_seen: Array<FrozenFact>, 
/**
 * The finished letter that this one corrects.
 */
supersedes: LetterId | null, 
/**
 * What it was when it was finished; nothing of it changes after.
 */
finished: FinishedLetter | null, 
/**
 * That it was sent.
 */
sent: SentLetter | null, 
/**
 * What came back.
 */
reply: LetterReply | null, };

export type LetterBasis = { 
/**
 * The record's kind.
 */
kind: Kind, 
/**
 * Its id.
 */
id: string, };

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

export type LetterFile = "pdf" | "docx" | "text" | "email" | "envelope" | "label";

export type LetterId = string;

export type LetterKind = "renewal_refusal" | "prospect_decline" | "request_decline" | "responsibility_reminder" | "boundary" | "early_termination" | "referral" | "put_right" | "complaint_reply" | "new_terms" | "mutual_end" | "payment_notice" | "pause" | "final_notice" | "our_way" | "closure";

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

export type LetterReply = { 
/**
 * The day.
 */
on: string, 
/**
 * What it said.
 */
words: string, };

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
 * Its language.
 */
language: Language, 
/**
 * How far it has come.
 */
standing: LetterStanding, 
/**
 * Its number, once it is finished.
 */
number: string, 
/**
 * When it was sent.
 */
sent_on: string | null, 
/**
 * A later letter corrects it.
 */
superseded: boolean, 
/**
 * Whether its PDF was saved.
 */
saved: boolean, };

export type LetterStanding = "draft" | "cooling" | "finished" | "sent" | "answered";

export type LetterTemplate = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The kind of letter that it makes.
 */
letter_kind: LetterKind, 
/**
 * Its language.
 */
language: Language, 
/**
 * How near the words are.
 */
register: Register, 
/**
 * The subject line; empty where it follows from the facts.
 */
subject: string, 
/**
 * The words, with `{fact}` where a fact stands.
 */
paragraphs: Array<LetterParagraph>, 
/**
 * Parts that are usual and are left out, by key.
 */
left_out: Array<string>, 
/**
 * Parts that are not usual and are taken in, by key.
 */
taken_in: Array<string>, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type LetterTemplateId = string;

export type LetterTemplateRow = { 
/**
 * The template.
 */
id: LetterTemplateId, 
/**
 * Its name.
 */
name: string, 
/**
 * The kind it is for.
 */
letter_kind: LetterKind, 
/**
 * Its language.
 */
language: Language, };

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
 * How far it has come.
 */
standing: LetterStanding, 
/**
 * While it cools off: until when it is not sent.
 */
cooling_until: string | null, 
/**
 * The facts it rests on, each with its record.
 */
facts: Array<Fact>, 
/**
 * What a letter of this kind can state, as fields of a form; empty for a finished letter.
 */
form: Array<FormField>, 
/**
 * The parts that the user may leave out or take in, in order.
 */
parts: Array<PartChoice>, 
/**
 * What records behind it say otherwise since the draft was kept last.
 */
changed: Array<ChangedFact>, 
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
email: Email | null, 
/**
 * What was noticed about the tone of the subject line.
 */
subject_tone: Array<ToneFinding>, 
/**
 * How long it is, and how easily it reads.
 */
reading: ReadingView | null, 
/**
 * Nothing stands in the way of finishing it.
 */
can_finish: boolean, 
/**
 * The letter that this one corrects.
 */
supersedes: OtherLetter | null, 
/**
 * The letter that corrects this one.
 */
superseded_by: OtherLetter | null, };

export type LetterheadIn = { 
/**
 * Which language.
 */
language: Language, 
/**
 * The name of the practice.
 */
trade_name: string, 
/**
 * The role under the signature.
 */
role: string, 
/**
 * The place that stands before a letter's date.
 */
place: string, 
/**
 * Website.
 */
website: string, 
/**
 * The foot of a first page.
 */
footer: Array<Array<string>>, };

export type LineDraft = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * The record that changes, where one does.
 */
id: string | null, 
/**
 * The fields that are known, by their keys.
 */
values: { [key: string]: unknown }, };

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
currency: string, } | { "is": "partly_paid", 
/**
 * Minor units still to be paid.
 */
open: number, 
/**
 * ISO 4217 code.
 */
currency: string, 
/**
 * Days until the rest is due; below 0 it is overdue.
 */
days: number, } | { "is": "praised", 
/**
 * Whether they were.
 */
thanked: boolean, } | { "is": "worked", 
/**
 * Seconds.
 */
seconds: number, 
/**
 * Whether it is charged for.
 */
billable: boolean, } | { "is": "requested", 
/**
 * How.
 */
answer: RequestAnswer, } | { "is": "decided", 
/**
 * What.
 */
what: DecisionKind, 
/**
 * Why.
 */
reason: DecisionReason, } | { "is": "ended_by", 
/**
 * By whom.
 */
by: EndedBy, 
/**
 * Why.
 */
reason: EndingReason, } | { "is": "document", 
/**
 * Whether it is kept inside.
 */
inside: boolean, } | { "is": "recurs", 
/**
 * After so many months; `None` by hand.
 */
every_months: number | null, } | { "is": "minutes", 
/**
 * Minutes.
 */
minutes: number, } | { "is": "incident", 
/**
 * `blame`, `conduct`, `threat`, `bypassing` or `pressure_on_price`.
 */
what: string, } | { "is": "agreement", 
/**
 * How.
 */
renewal: Renewal, } | { "is": "draft" } | { "is": "saved" } | { "is": "finished" } | { "is": "sent", 
/**
 * When.
 */
on: string, };

export type LookBack = { 
/**
 * The client; `None` for one who is not recorded yet, by name.
 */
client: ClientId | null, 
/**
 * The client's name, where they are not recorded yet.
 */
name: string, 
/**
 * Since when; `None` where an agreement is recorded already, or nothing is remembered.
 */
since: string | null, 
/**
 * What the agreement is called; empty for a plain name.
 */
agreement: string, 
/**
 * What was delivered and when, roughly.
 */
delivered: Array<RememberedDelivery>, 
/**
 * What they said and when.
 */
said: Array<RememberedAnswer>, 
/**
 * What they owed.
 */
owed: Array<RememberedDebt>, 
/**
 * What was given away.
 */
given: Array<RememberedGift>, };

export type LookBackDone = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * What was done.
 */
done: Done, 
/**
 * The verdict that follows from them.
 */
why: Why | null, };

export type Mark = { "mark": "box", 
/**
 * Left edge.
 */
left: number, 
/**
 * Upper edge.
 */
top: number, 
/**
 * Right edge.
 */
right: number, 
/**
 * Lower edge.
 */
bottom: number, 
/**
 * Tint.
 */
tint: Tint, 
/**
 * Fill.
 */
fill: Fill, } | { "mark": "line", 
/**
 * The places.
 */
points: Array<Place>, 
/**
 * Tint.
 */
tint: Tint, 
/**
 * Width.
 */
width: number, 
/**
 * Whether it is dashed.
 */
dashed: boolean, } | { "mark": "area", 
/**
 * The places.
 */
points: Array<Place>, 
/**
 * Tint.
 */
tint: Tint, 
/**
 * Fill.
 */
fill: Fill, } | { "mark": "dot", 
/**
 * From the left.
 */
x: number, 
/**
 * From the top.
 */
y: number, 
/**
 * Radius.
 */
radius: number, 
/**
 * Tint.
 */
tint: Tint, 
/**
 * Fill.
 */
fill: Fill, } | { "mark": "text", 
/**
 * From the left.
 */
x: number, 
/**
 * Its baseline, from the top.
 */
y: number, 
/**
 * Where it stands to that place.
 */
anchor: Anchor, 
/**
 * What it says.
 */
text: ChartText, 
/**
 * Tint.
 */
tint: Tint, };

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
days: number, } | { "key": "need_waiting", 
/**
 * What they owe.
 */
title: string, 
/**
 * Days overdue.
 */
days: number, 
/**
 * What waits on it.
 */
waiting: string, } | { "key": "need_decision", 
/**
 * The engagement.
 */
engagement: string, 
/**
 * When it ends or renews.
 */
ends_on: string, 
/**
 * Whether it renews itself.
 */
renews: boolean, } | { "key": "need_thanks", 
/**
 * Their words; empty where it is for keeping their side.
 */
words: string, } | { "key": "need_check_in", 
/**
 * Days since it was due.
 */
days: number, 
/**
 * Days since the last; `None` without one.
 */
last: number | null, } | { "key": "need_verdict_changed", 
/**
 * What it was.
 */
was: Verdict, 
/**
 * What it is.
 */
now: Verdict, 
/**
 * The month-end it is compared with.
 */
since: string, 
/**
 * Records since then that bear on it.
 */
records: number, } | { "key": "need_request", 
/**
 * What was asked.
 */
what: string, 
/**
 * Days since it came.
 */
days: number, } | { "key": "need_review", 
/**
 * What was observed.
 */
observed: string, } | { "key": "need_template", 
/**
 * What.
 */
title: string, 
/**
 * The day it is due.
 */
due_on: string, } | { "key": "need_conduct", 
/**
 * Days since.
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
client: string, } | { "key": "did_edit_many", 
/**
 * Their kind.
 */
kind: Kind, 
/**
 * How many.
 */
count: number, } | { "key": "did_remove_many", 
/**
 * Their kind.
 */
kind: Kind, 
/**
 * How many.
 */
count: number, } | { "key": "did_look_back", 
/**
 * The client.
 */
client: string, 
/**
 * Records made.
 */
records: number, } | { "key": "did_friday", 
/**
 * The client.
 */
client: string, 
/**
 * Records made or changed.
 */
records: number, } | { "key": "did_fill_templates", 
/**
 * How many.
 */
count: number, } | { "key": "did_snooze", 
/**
 * Until when.
 */
until: string, 
/**
 * Whose; empty where it is about us.
 */
client: string, } | { "key": "did_excuse", 
/**
 * The deliverable.
 */
title: string, 
/**
 * What was owed.
 */
owed: string, 
/**
 * The client.
 */
client: string, } | { "key": "did_take_back", 
/**
 * What that step had done, in its own words; `None` where they are not known.
 */
step: Message | null, } | { "key": "did_restore", 
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
client: string, } | { "key": "did_import_archive", 
/**
 * How many records.
 */
records: number, } | { "key": "did_erase", 
/**
 * How many records went.
 */
records: number, } | { "key": "did_load_sample" } | { "key": "did_remove_sample" } | { "key": "did_import", 
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
updated: number, } | { "key": "did_take_on", 
/**
 * Who becomes a client.
 */
client: string, 
/**
 * What they asked for.
 */
subject: string, } | { "key": "did_save_profile" } | { "key": "did_keep_letter", 
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
client: string, } | { "key": "did_finish_letter", 
/**
 * The client.
 */
client: string, 
/**
 * Its number.
 */
number: string, } | { "key": "did_send_letter", 
/**
 * The client.
 */
client: string, } | { "key": "did_keep_proof", 
/**
 * The client.
 */
client: string, } | { "key": "did_note_reply", 
/**
 * The client.
 */
client: string, } | { "key": "did_keep_template", 
/**
 * Its name.
 */
name: string, } | { "key": "did_change_picture" };

export type MethodEffect = { 
/**
 * The half-life in days that was tried.
 */
half_life_days: number, 
/**
 * The delivery bar in percent that was tried.
 */
delivery_bar_percent: number, 
/**
 * Clients whose verdict would be another, by name.
 */
changes: Array<VerdictChange>, 
/**
 * Clients whose verdict would stay.
 */
unchanged: number, 
/**
 * Whether the offering is found wanting now.
 */
offering_problem_now: boolean, 
/**
 * And then.
 */
offering_problem_then: boolean, };

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

export type NearClient = { 
/**
 * The client.
 */
id: ClientId, 
/**
 * Their name.
 */
name: string, };

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
 * Its own name, which stays the same from day to day: what is put off is put off by it.
 */
key: string, 
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

export type Needed = { 
/**
 * Fees for the same hours.
 */
fees: Money, 
/**
 * How much more that is: 0.25 is a quarter more.
 */
change: number, 
/**
 * Or: the hours that the same fees may take.
 */
hours: number, 
/**
 * The practice's median of days beyond terms, where they take longer to pay.
 */
days_beyond_terms: number | null, };

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
notes: string, 
/**
 * Whether it was entered from memory.
 */
from_memory: boolean, };

export type ObligationId = string;

export type ObligationKind = "brief" | "access" | "feedback" | "approval" | "decision" | "payment";

export type OfferingView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * The answer in a sentence.
 */
sentence: Sentence, 
/**
 * What is said before any client is named: that our own record fell, that our terms or our box may be the cause.
 */
before: Array<Sentence>, 
/**
 * Whether the offering is found wanting; `None` where too few clients were asked to tell.
 */
offering_problem: boolean | null, 
/**
 * Clients with two check-ins or more.
 */
rated_clients: number, 
/**
 * How many of them are likely unhappy although we delivered, to the nearest whole one.
 */
affected: number, 
/**
 * What is complained about, shared themes first.
 */
themes: Array<ThemeRow>, 
/**
 * The columns of the matrix: who complained, by name.
 */
clients: Array<ThemeColumn>, 
/**
 * Met, partly met and missed deliverables by month, the last 24 months.
 */
delivery: Chart, 
/**
 * How many clients stood how, by month, the last 24 months.
 */
standing: Chart, 
/**
 * What we change on our side, latest first.
 */
improvements: Array<ImprovementRow>, };

export type OtherLetter = { 
/**
 * The letter.
 */
id: LetterId, 
/**
 * Its number; empty while it has none.
 */
number: string, 
/**
 * The date it bears.
 */
written_on: string, };

export type Outcome = "pending" | "met" | "partial" | "late" | "rejected" | "excused";

export type PageLayout = "din_5008_a" | "din_5008_b" | "us" | "plain";

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
own: boolean, 
/**
 * What was noticed about their tone.
 */
tone: Array<ToneFinding>, };

export type PartChoice = { 
/**
 * Which, by key.
 */
key: string, 
/**
 * Whether it is in.
 */
on: boolean, };

export type PartingCosts = { 
/**
 * Their fees over the last 365 days, in their currency.
 */
income: Money | null, 
/**
 * Its share of all income in that currency, 0 to 1.
 */
income_share: number | null, 
/**
 * How the agreement goes on, with the days of notice.
 */
renewal: Renewal, 
/**
 * Work in progress: what is agreed and not delivered.
 */
open_work: Array<RecordLink>, 
/**
 * What they have still to pay.
 */
open_invoices: Money | null, };

export type PartingFrees = { 
/**
 * Hours a month, work and attention, over the last 365 days.
 */
hours_a_month: number | null, 
/**
 * What they bring an hour, everything counted.
 */
rate: Money | null, 
/**
 * What the practice's clients bring an hour: the median.
 */
median_rate: Money | null, 
/**
 * What the freed hours of a year are worth at the median.
 */
worth_a_year: Money | null, };

export type PartingLine = { 
/**
 * What it is.
 */
what: PartingStep, 
/**
 * What exactly, where the step alone does not say it.
 */
title: string, 
/**
 * By when.
 */
by: string | null, 
/**
 * When it was done.
 */
done_on: string | null, 
/**
 * The record that says so or that is waited for.
 */
kind: Kind | null, 
/**
 * Its id.
 */
id: string | null, };

export type PartingStep = "letter_sent" | "confirmed" | "deliver" | "hand_back" | "final_invoice" | "paid" | "referral" | "ended";

export type PartingView = { 
/**
 * With whom.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The letter it follows from, where there is one.
 */
letter: LetterId | null, 
/**
 * The day it ends.
 */
ends_on: string | null, 
/**
 * The lines, in the order in which they are done.
 */
lines: Array<PartingLine>, 
/**
 * How many are still open.
 */
open: number, };

export type Payment = { 
/**
 * From whom.
 */
client: ClientId, 
/**
 * The invoice it pays, wholly or in part.
 */
invoice: InvoiceId, 
/**
 * The day it came in.
 */
on: string, 
/**
 * How much.
 */
amount: Money, 
/**
 * What stands on the bank statement.
 */
reference: string, };

export type PictureView = { 
/**
 * SHA-256 (hex) of its file.
 */
sha256: string, 
/**
 * Width over height.
 */
ratio: number, };

export type Pictures = { 
/**
 * The logo.
 */
logo: PictureView | null, 
/**
 * The signature.
 */
signature: PictureView | null, };

export type Place = { 
/**
 * From the left.
 */
x: number, 
/**
 * From the top.
 */
y: number, };

export type PlaceWarning = { "place": "network", 
/**
 * The kind, such as `cifs`.
 */
kind: string, } | { "place": "synced", 
/**
 * Whose, such as `Dropbox`.
 */
by: string, };

export type Praise = { 
/**
 * By whom.
 */
client: ClientId, 
/**
 * The day.
 */
on: string, 
/**
 * Their words.
 */
words: string, 
/**
 * Who said it, where it is known.
 */
person: string, 
/**
 * What it is about, where it is about one.
 */
deliverable: DeliverableId | null, 
/**
 * The day we thanked them; `None` while we have not.
 */
thanked_on: string | null, };

export type PriceCutView = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The cut, 0 to 1.
 */
cut: number, 
/**
 * The share of the freed hours that would be sold elsewhere, 0 to 1.
 */
filled: number, 
/**
 * What the practice's clients bring an hour: the median, without this one.
 */
elsewhere: Money, 
/**
 * What they bring an hour now.
 */
rate_now: Money, 
/**
 * And after the cut.
 */
rate_after: Money, 
/**
 * A year's fees after the cut.
 */
fees_after: Money, 
/**
 * What it gives up a year.
 */
given_up: Money, 
/**
 * A year's fees: what is lost if they leave.
 */
at_risk: Money, 
/**
 * Its share of the income.
 */
at_risk_share: number | null, 
/**
 * The rate below which parting is better.
 */
part_below: Money, 
/**
 * Whether that is so after the cut.
 */
parting_is_better: boolean, 
/**
 * The largest cut before it is, 0 to 1.
 */
largest_cut: number, 
/**
 * It in a sentence.
 */
sentence: Sentence, 
/**
 * The letters that answer it.
 */
letters: Array<LetterKind>, };

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
postal_margin_working_days: number, 
/**
 * How near the words of new letters are.
 */
register: Register, 
/**
 * Where the parts of a letter stand; `None` where the paper suggests.
 */
layout: PageLayout | null, 
/**
 * The letters that pages are set in.
 */
typeface: Typeface, 
/**
 * The colour of name and rules in the head, as `#rrggbb`; empty for black.
 */
accent: string, 
/**
 * Whether pages have marks to fold and punch at.
 */
fold_marks: boolean, 
/**
 * SHA-256 (hex) of the logo, whose bytes are kept with the ledger.
 */
logo_sha256: string | null, 
/**
 * SHA-256 (hex) of the picture of the signature, whose bytes are kept with the ledger.
 */
signature_sha256: string | null, 
/**
 * What stands at the foot of a first page, in columns of lines: tax, register, bank.
 */
footer: Array<Array<string>>, 
/**
 * Hours that pass between finishing a letter and sending it; 0 for none.
 */
cooling_off_hours: number, 
/**
 * How letters are numbered: `{n}` counts, and from 1 again each year where `{year}` stands in it.
 */
letter_numbers: string, 
/**
 * What differs in letters of one language.
 */
per_language: Array<LetterheadIn>, 
/**
 * After how many days a record weighs half in a verdict.
 */
half_life_days: number, 
/**
 * From which share of deliverables met, in percent, "we usually deliver".
 */
delivery_bar_percent: number, 
/**
 * What an hour costs the user; `None` where the median of what an hour brings stands in for it.
 */
cost_per_hour: Money | null, };

export type Quarter = string;

export type Question = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * The scale that it asks on.
 */
scale: RatingScale, 
/**
 * To whom; may be empty.
 */
to: string, 
/**
 * Its subject.
 */
subject: string, 
/**
 * Its text.
 */
text: string, };

export type RatingScale = "csat" | "nps" | "ces";

export type ReadingView = { 
/**
 * Words.
 */
words: number, 
/**
 * Sentences.
 */
sentences: number, 
/**
 * Reading ease by the language's own formula, 100 for very easy and 0 for very hard.
 */
ease: number, };

export type Reason = { 
/**
 * The reason.
 */
message: Message, 
/**
 * The records; those of other clients included where the reason is about them.
 */
records: Array<RecordLink>, };

export type RecognisedBy = "record" | "email" | "name" | "domain";

export type Record = { "kind": "client" } & Client | { "kind": "enquiry" } & Enquiry | { "kind": "engagement" } & Engagement | { "kind": "deliverable" } & Deliverable | { "kind": "check_in" } & CheckIn | { "kind": "obligation" } & Obligation | { "kind": "invoice" } & Invoice | { "kind": "concession" } & Concession | { "kind": "incident" } & Incident | { "kind": "complaint" } & Complaint | { "kind": "letter" } & Letter | { "kind": "praise" } & Praise | { "kind": "payment" } & Payment | { "kind": "time_entry" } & TimeEntry | { "kind": "conversation" } & Conversation | { "kind": "request" } & Request | { "kind": "attention" } & Attention | { "kind": "decision" } & Decision | { "kind": "ending" } & Ending | { "kind": "referral_contact" } & ReferralContact | { "kind": "document" } & Document | { "kind": "template" } & Template | { "kind": "snooze" } & Snooze | { "kind": "letter_template" } & LetterTemplate | { "kind": "improvement" } & Improvement | { "kind": "check_in_request" } & CheckInRequest | { "kind": "fit_criterion" } & FitCriterion;

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

export type ReferralContact = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they do, as it would stand after their name.
 */
field: string, 
/**
 * Their business.
 */
business: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Telephone number.
 */
phone: string, 
/**
 * Website.
 */
website: string, 
/**
 * Anything worth remembering.
 */
notes: string, };

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

export type Register = "warm" | "formal";

export type RememberedAnswer = { 
/**
 * The day.
 */
on: string, 
/**
 * The scale on which it is put.
 */
scale: RatingScale, 
/**
 * The value on that scale.
 */
value: number, 
/**
 * Their words.
 */
words: string, 
/**
 * Which of the deliverables above it is about, by its place in the list, from 0.
 */
about: number | null, };

export type RememberedDebt = { 
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
 * The day it came; `None` where it never did.
 */
met_on: string | null, };

export type RememberedDelivery = { 
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
outcome: Outcome, };

export type RememberedGift = { 
/**
 * The day.
 */
on: string, 
/**
 * What.
 */
what: string, 
/**
 * Its worth in money.
 */
amount: Money | null, 
/**
 * The minutes it took.
 */
minutes: number | null, };

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

export type RenewalDecision = { 
/**
 * Its record.
 */
id: DecisionId, 
/**
 * Its facts.
 */
record: Decision, };

export type RenewalLetter = { 
/**
 * The letter.
 */
id: LetterId, 
/**
 * Whether it is finished.
 */
finished: boolean, 
/**
 * When it was sent.
 */
sent_on: string | null, };

export type RenewalMonth = { 
/**
 * Its first day.
 */
month: string, 
/**
 * What ends or renews in it, the first first.
 */
rows: Array<RenewalRow>, };

export type RenewalRow = { 
/**
 * The agreement.
 */
engagement: EngagementId, 
/**
 * What it is called.
 */
title: string, 
/**
 * With whom.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * How they stand.
 */
verdict: Verdict | null, 
/**
 * How it goes on, with the days of notice.
 */
renewal: Renewal, 
/**
 * Fees of the last 365 days from this client.
 */
fees: Money | null, 
/**
 * What they bring an hour.
 */
rate: Money | null, 
/**
 * Their share of the income.
 */
income_share: number | null, 
/**
 * What was decided for this term.
 */
decision: RenewalDecision | null, 
/**
 * The letter that follows from it; `None` where none is needed.
 */
letter_kind: LetterKind | null, 
/**
 * That letter, where it was begun.
 */
letter: RenewalLetter | null, };

export type RenewalsView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * It in a sentence.
 */
sentence: Sentence, 
/**
 * Twelve months from this one on, each with what ends in it; some may be empty.
 */
months: Array<RenewalMonth>, 
/**
 * Agreements without an end.
 */
open: Array<RenewalRow>, };

export type Request = { 
/**
 * By whom.
 */
client: ClientId, 
/**
 * Beyond which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * The day it came.
 */
on: string, 
/**
 * What they asked for.
 */
what: string, 
/**
 * How it was answered.
 */
answer: RequestAnswer, 
/**
 * The day of the answer.
 */
answered_on: string | null, 
/**
 * What it is worth at our usual price.
 */
worth: Money | null, 
/**
 * Anything worth remembering.
 */
notes: string, };

export type RequestAnswer = "open" | "agreed_for_pay" | "agreed_for_free" | "declined";

export type ReviewQuarter = { 
/**
 * The quarter, such as `2026-Q3`.
 */
quarter: Quarter, 
/**
 * The last day that is told: the quarter's, or today while it runs.
 */
until: string, 
/**
 * Whether it runs still.
 */
running: boolean, };

export type Role = "client" | "kind" | "value" | "day" | "words" | "amount" | "duration" | "title" | "person" | "joining" | "unknown";

export type SafetyProgress = { 
/**
 * From 0 to 1.
 */
share: number, };

export type SafetyView = { 
/**
 * Where the ledger lies.
 */
ledger: string, 
/**
 * How large it is, in bytes.
 */
bytes: number, 
/**
 * Whether a passphrase protects it.
 */
protected: boolean, 
/**
 * After how many minutes without a key or a movement it is locked; 0: never. It counts only while protected.
 */
idle_minutes: number, 
/**
 * Whether a backup made here can be read by whoever finds it, since it was made before the ledger was protected.
 */
unprotected_backups: number, 
/**
 * The backups of the first place, newest first.
 */
backups: Array<BackupRow>, 
/**
 * Backups that cannot be used: file names with what is wrong.
 */
broken_backups: Array<string>, 
/**
 * Where else backups go.
 */
second_place: SecondPlace | null, 
/**
 * When every page was last read and checked, in UTC, as RFC 3339.
 */
checked_at: string | null, 
/**
 * Why the folder of the ledger is no safe place for it.
 */
place: PlaceWarning | null, 
/**
 * How many erasures wait for the second place to come back.
 */
erasures_waiting: number, };

export type SaidBy = "them" | "my_impression";

export type Salvaged = { 
/**
 * The file it was written to.
 */
file: string, 
/**
 * How many of each kind were saved.
 */
saved: Array<KindCount>, 
/**
 * How many rows could not be read.
 */
lost: number, };

export type SavedPdf = { 
/**
 * The letter, where it is kept.
 */
id: LetterId | null, 
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

export type Scope = "agreed" | "extra";

export type Script = { 
/**
 * Its lines.
 */
lines: Array<ScriptLine>, };

export type ScriptLine = { 
/**
 * To be said; else a direction, such as a pause.
 */
say: boolean, 
/**
 * The words.
 */
text: string, };

export type SecondPlace = { 
/**
 * The folder.
 */
folder: string, 
/**
 * Whether it is there now.
 */
there: boolean, 
/**
 * Whether the newest backup has reached it.
 */
current: boolean, 
/**
 * When it was last written to, in UTC, as RFC 3339.
 */
written_at: string | null, };

export type SentHow = "post" | "registered" | "courier" | "by_hand" | "email";

export type SentLetter = { 
/**
 * The day.
 */
on: string, 
/**
 * How.
 */
how: SentHow, 
/**
 * To whom or where: a name, an address, an e-mail address.
 */
to: string, 
/**
 * The number that proves it, such as that of a registered item; empty where there is none.
 */
proof: string, 
/**
 * The document that proves it, such as a scan of the receipt.
 */
proof_document: DocumentId | null, };

export type Sentence = { "key": "offering_too_few", 
/**
 * Clients with two check-ins or more.
 */
rated: number, 
/**
 * How many are needed.
 */
needed: number, } | { "key": "offering_is_it", 
/**
 * Clients likely unhappy although we delivered.
 */
affected: number, 
/**
 * Clients with two check-ins or more.
 */
rated: number, 
/**
 * The theme that most share, where one is shared.
 */
theme: string | null, } | { "key": "offering_our_delivery", 
/**
 * Clients whose unhappiness our misses explain.
 */
ours: number, 
/**
 * Clients who are never happy.
 */
never_happy: number, 
/**
 * Clients with two check-ins or more.
 */
rated: number, } | { "key": "offering_fit", 
/**
 * Clients who are never happy.
 */
never_happy: number, 
/**
 * Clients with two check-ins or more.
 */
rated: number, } | { "key": "offering_fine", 
/**
 * Clients with two check-ins or more.
 */
rated: number, } | { "key": "own_record_fell", 
/**
 * Which part.
 */
fell: Fell, } | { "key": "many_out_of_balance", 
/**
 * How many.
 */
clients: number, 
/**
 * Of how many.
 */
of: number, } | { "key": "many_ask_for_extras", 
/**
 * How many.
 */
clients: number, 
/**
 * Of how many.
 */
of: number, } | { "key": "theme_shared", 
/**
 * Clients who complained of it although we had delivered.
 */
clients: number, 
/**
 * Clients with such complaints on anything.
 */
complaining: number, } | { "key": "theme_one" } | { "key": "theme_by_chance", 
/**
 * Clients who complained of it although we had delivered.
 */
clients: number, 
/**
 * How many are needed to tell.
 */
needed: number, } | { "key": "theme_after_missed", 
/**
 * How many clients.
 */
clients: number, } | { "key": "worth_nothing" } | { "key": "worth_range", 
/**
 * Who brings most.
 */
most: string, 
/**
 * How much an hour.
 */
most_rate: Money, 
/**
 * Who brings least.
 */
least: string, 
/**
 * How much an hour.
 */
least_rate: Money, 
/**
 * The median.
 */
median: Money, } | { "key": "price_cut_bear", 
/**
 * The rate after it.
 */
rate_after: Money, 
/**
 * The rate below which parting is better.
 */
part_below: Money, 
/**
 * The largest cut before that, 0 to 1.
 */
largest_cut: number, } | { "key": "price_cut_part", 
/**
 * The rate after it.
 */
rate_after: Money, 
/**
 * The rate below which parting is better.
 */
part_below: Money, 
/**
 * The largest cut before that, 0 to 1.
 */
largest_cut: number, } | { "key": "trust_worse", 
/**
 * In what.
 */
figures: Array<TrustFigureId>, } | { "key": "trust_better", 
/**
 * In what.
 */
figures: Array<TrustFigureId>, } | { "key": "trust_same" } | { "key": "trust_too_few" } | { "key": "fit_no_criteria" } | { "key": "fit_good", 
/**
 * Criteria met.
 */
met: number, 
/**
 * Criteria answered.
 */
answered: number, } | { "key": "fit_possible", 
/**
 * Criteria met.
 */
met: number, 
/**
 * Criteria answered.
 */
answered: number, } | { "key": "fit_broken", 
/**
 * The statements that decide.
 */
names: Array<string>, } | { "key": "fit_poor", 
/**
 * Criteria met.
 */
met: number, 
/**
 * Criteria answered.
 */
answered: number, } | { "key": "fit_ask_first", 
/**
 * How many criteria are open.
 */
unknown: number, } | { "key": "trait_told", 
/**
 * The trait.
 */
trait: Trait, 
/**
 * Whether it went with going badly.
 */
warns: boolean, 
/**
 * Clients with it that went so.
 */
with: number, 
/**
 * All clients with it.
 */
with_all: number, 
/**
 * Clients without it that went so.
 */
without: number, 
/**
 * All clients without it.
 */
without_all: number, } | { "key": "renewals_none" } | { "key": "renewals_next", 
/**
 * Agreements that end or renew within twelve months.
 */
count: number, 
/**
 * Those without a decision.
 */
undecided: number, 
/**
 * Whose is first to be decided.
 */
client: string, 
/**
 * The day by which.
 */
by: string, } | { "key": "renewals_decided", 
/**
 * Agreements that end or renew within twelve months.
 */
count: number, };

export type Snooze = { 
/**
 * Whose line it is; `None` where it is about us.
 */
client: ClientId | null, 
/**
 * Which line: its own name, which stays the same from day to day.
 */
need: string, 
/**
 * It comes back on this day.
 */
until: string, 
/**
 * Why it can wait.
 */
reason: string, };

export type SnoozeId = string;

export type SnoozedNeed = { 
/**
 * The record that puts it off; removing it brings the line back.
 */
snooze: SnoozeId, 
/**
 * The line.
 */
need: Need, 
/**
 * It comes back on this day.
 */
until: string, 
/**
 * Why it can wait.
 */
reason: string, };

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
 * Whether the ledger is damaged, and open to be read only.
 */
read_only: boolean, 
/**
 * When the newest backup was made, in UTC, as RFC 3339.
 */
backed_up_at: string | null, 
/**
 * After how many idle minutes it is locked; 0: never, or not protected.
 */
idle_minutes: number, 
/**
 * Whether the letterhead has what a letter needs.
 */
letterhead_ready: boolean, };

export type StartsFrom = { 
/**
 * Its kind.
 */
kind: Kind, 
/**
 * The record.
 */
id: string, 
/**
 * What it is called.
 */
label: string, 
/**
 * Its day.
 */
on: string, };

export type StatedValue = { "shape": "day", "value": string } | { "shape": "text", "value": string } | { "shape": "lines", "value": Array<string> } | { "shape": "money", "value": Money } | { "shape": "yes", "value": boolean } | { "shape": "choice", "value": string };

export type Steps = { 
/**
 * The next step back.
 */
undo: Message | null, 
/**
 * The next step forward.
 */
redo: Message | null, };

export type Strength = { 
/**
 * 0 (guessed at once) to 4 (very hard to guess). Protecting asks for 3 at least.
 */
score: number, 
/**
 * How long an attacker with the stolen file needs at ten thousand guesses a second, in words.
 */
crack_time: string, 
/**
 * What makes it weak; empty where nothing does.
 */
warning: string, 
/**
 * What would help.
 */
suggestions: Array<string>, };

export type Template = { 
/**
 * For whom; `None` where it serves any client.
 */
client: ClientId | null, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * What it makes.
 */
what: TemplateKind, 
/**
 * The title of what it makes; `{month}` and `{year}` stand for those of the due date.
 */
title: string, 
/**
 * Of an obligation: what kind.
 */
obligation: ObligationKind, 
/**
 * Of a check-in: the scale.
 */
scale: RatingScale, 
/**
 * The first day on which one is due; `None` where it has no rhythm.
 */
first_due_on: string | null, 
/**
 * Comes again after this many months; `None` where it is used by hand.
 */
every_months: number | null, };

export type TemplateId = string;

export type TemplateKind = "deliverable" | "obligation" | "check_in";

export type TemplatePick = { 
/**
 * The template.
 */
template: TemplateId, 
/**
 * The day it is due.
 */
due_on: string, };

export type Templated = { 
/**
 * The letter.
 */
letter: Letter, 
/**
 * The facts, by key.
 */
lacks: Array<string>, };

export type Thanks = "work_together" | "since" | "trust" | "hospitality" | "none";

export type ThemeCell = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Complaints although all that was due had been delivered.
 */
after_met: number, 
/**
 * Complaints after something was missed, or before anything was delivered.
 */
after_missed: number, 
/**
 * The complaints.
 */
records: Array<RecordLink>, };

export type ThemeColumn = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * How they stand.
 */
verdict: Verdict | null, };

export type ThemeCost = { 
/**
 * Given away in money, where it is in the practice's currency; `None` where nothing was.
 */
given: Money | null, 
/**
 * Minutes of work given away.
 */
minutes: number, 
/**
 * The share of last year's income that comes from those who complained.
 */
income_share: number | null, };

export type ThemeRow = { 
/**
 * Its name, as the complaints have it.
 */
theme: string, 
/**
 * Whether too many share it for chance.
 */
shared: boolean, 
/**
 * Why it counts as shared, or does not.
 */
why: Sentence, 
/**
 * Who said it, in the order of the columns; only those who did.
 */
cells: Array<ThemeCell>, 
/**
 * How many clients.
 */
clients: number, 
/**
 * What it costs.
 */
cost: ThemeCost, };

export type Tick = { 
/**
 * Where.
 */
at: number, 
/**
 * The value.
 */
value: number, };

export type TimeEntry = { 
/**
 * For whom.
 */
client: ClientId, 
/**
 * Under which agreement, where one is kept.
 */
engagement: EngagementId | null, 
/**
 * On what, where it is known.
 */
deliverable: DeliverableId | null, 
/**
 * The day.
 */
on: string, 
/**
 * How long, in seconds: trackers count them, and thousands of roundings would add up.
 */
seconds: number, 
/**
 * What was done.
 */
what: string, 
/**
 * Whether it is charged for.
 */
billable: boolean, 
/**
 * What an hour of it is charged at, where it is charged by the hour.
 */
hourly_rate: Money | null, };

export type Tint = "ink" | "quiet" | "grid" | "accent" | "good" | "warn" | "bad" | "ours" | "plain";

export type Token = { 
/**
 * Where it begins.
 */
start: number, 
/**
 * Where it ends: behind its last character.
 */
end: number, 
/**
 * What it is.
 */
role: Role, 
/**
 * The key of the field that it fills, where it fills one.
 */
field: string | null, 
/**
 * What it was understood as: a name, a day like 2026-02-28, an amount, a word of the field.
 */
value: string, 
/**
 * Whether it does not stand in the line but was taken for granted; then it is empty, at the end of the text.
 */
assumed: boolean, };

export type Tone = "good" | "warn" | "bad" | "ours" | "plain";

export type ToneFinding = { 
/**
 * What it is, by key.
 */
kind: string, 
/**
 * Where it begins, in UTF-16 code units.
 */
from: number, 
/**
 * Where it ends.
 */
to: number, 
/**
 * The words.
 */
words: string, 
/**
 * Other words that are safe, where there are some.
 */
rewording: string | null, 
/**
 * The note with which the user dismissed it.
 */
dismissed: string | null, };

export type Trait = { "of": "asked_for_discount_early" } | { "of": "first_obligation_late" } | { "of": "first_invoice_late" } | { "of": "no_success_defined" } | { "of": "fee_model", 
/**
 * The fee model's name.
 */
name: string, } | { "of": "tag", 
/**
 * The group.
 */
name: string, };

export type Trend = "rising" | "steady" | "falling";

export type TrustChange = "better" | "worse" | "same" | "too_few";

export type TrustFigureId = "on_time" | "first_response" | "promises" | "complaints_per_deliverable" | "asked";

export type TrustFigureView = { 
/**
 * Which.
 */
id: TrustFigureId, 
/**
 * The last 365 days.
 */
now: FigureValue, 
/**
 * Its n.
 */
n_now: number, 
/**
 * The 365 days before.
 */
before: FigureValue, 
/**
 * Its n.
 */
n_before: number, 
/**
 * Which way it went.
 */
change: TrustChange, 
/**
 * By month: the last twelve (`this_year`) and the twelve before (`year_before`, dashed).
 */
chart: Chart, };

export type TrustView = { 
/**
 * The day it is as of.
 */
today: string, 
/**
 * It in a sentence; plainly where we got worse.
 */
sentence: Sentence, 
/**
 * The figures.
 */
figures: Array<TrustFigureView>, 
/**
 * Complaints without an answer, the oldest first.
 */
unanswered: Array<RecordLink>, 
/**
 * Overdue work, the oldest first.
 */
late: Array<RecordLink>, 
/**
 * A challenge that clients keep meeting: themes that two clients or more complained about in the last year, with
 * nothing changed about them since.
 */
challenges: Array<Challenge>, };

export type Typeface = "serif" | "sans";

export type Understood = { 
/**
 * The parts of the line in their order, without gaps but for blanks; what was assumed stands at the end.
 */
tokens: Array<Token>, 
/**
 * Whose record it is, once that is clear.
 */
client: ClientFound | null, 
/**
 * What the line does; there only when nothing is asked.
 */
intent: Intent | null, 
/**
 * What is known of the record so far, for a form to go on with.
 */
draft: LineDraft | null, 
/**
 * What is missing or can be read in several ways.
 */
asks: Array<Ask>, 
/**
 * How the word at the caret may go on, the likeliest first.
 */
completions: Array<Completion>, 
/**
 * Whether the line can be recorded as it stands.
 */
ready: boolean, };

export type UnknownClient = { 
/**
 * The name, as the file has it.
 */
name: string, 
/**
 * How many rows name them.
 */
rows: number, 
/**
 * Clients whose names are nearly this one: the user says which it is.
 */
near: Array<NearClient>, 
/**
 * Who it is taken for.
 */
pick: ClientPick | null, };

export type UnprotectedBackups = "protect" | "delete";

export type Verdict = "healthy" | "watch" | "never_happy" | "our_delivery_first" | "offering_problem" | "one_way" | "not_enough_evidence";

export type VerdictChange = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * The verdict now.
 */
now: Verdict, 
/**
 * And then.
 */
then: Verdict, };

export type VerdictHistory = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
client_name: string, 
/**
 * The day it is as of.
 */
today: string, 
/**
 * Verdicts by month as cells, and below them the events in lanes: what they said, what we delivered, what they
 * owed, how it weighed. In this order.
 */
drawing: Drawing, 
/**
 * The months, latest first.
 */
months: Array<HistoryMonth>, };

export type Whale = { 
/**
 * Cumulative profit by client.
 */
chart: Chart, 
/**
 * Over all of them.
 */
total: Money, 
/**
 * Its highest point.
 */
peak: Money, 
/**
 * How many clients make that.
 */
peak_at: number, };

export type WhatIf = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * The verdict now.
 */
now: Verdict, 
/**
 * The verdict then.
 */
then: Verdict, 
/**
 * How much it would rest on.
 */
band: Band, 
/**
 * The sentence then.
 */
sentence: Message, };

export type WhatIfRating = { 
/**
 * On which scale.
 */
scale: RatingScale, 
/**
 * The value.
 */
value: number, };

export type WhatIfSteps = { 
/**
 * Check-ins that they might give, today.
 */
ratings: Array<WhatIfRating>, 
/**
 * Deliverables that we might meet, today.
 */
met: number, 
/**
 * Deliverables that we might miss, today.
 */
missed: number, 
/**
 * Obligations that they might keep, today.
 */
kept: number, 
/**
 * Obligations that they might break, today.
 */
broken: number, };

export type Which = "logo" | "signature";

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
hint: string, 
/**
 * What stands in the way, where that is a step of the history: its own words say more than a count.
 */
step?: Message, };

export type WorthRow = { 
/**
 * The client.
 */
client: ClientId, 
/**
 * Their name.
 */
name: string, 
/**
 * How they stand.
 */
verdict: Verdict | null, 
/**
 * Fees invoiced, in their currency.
 */
fees: Money | null, 
/**
 * Hours worked, billed or not.
 */
hours: number, 
/**
 * Effective hourly rate: fees by hours.
 */
rate: Money | null, 
/**
 * Worth of what was given away.
 */
given: Money | null, 
/**
 * Its share of what the fees would have been, 0 to 1.
 */
given_share: number | null, 
/**
 * Concessions that they asked for.
 */
they_asked: number, 
/**
 * Concessions that we offered.
 */
we_offered: number, 
/**
 * Concessions of which it is not recorded whose idea they were.
 */
unknown_initiative: number, 
/**
 * Whether a client who is content was given more than 5 % of the fees: our generosity, not their pressure.
 */
generous: boolean, 
/**
 * Days beyond terms, weighted by amount.
 */
days_beyond_terms: number | null, 
/**
 * Hours of unbilled rework.
 */
unbilled_hours: number, 
/**
 * Share of the income in their currency.
 */
income_share: number | null, 
/**
 * Fees less the cost of the hours.
 */
profit: Money | null, 
/**
 * What would bring them to the median; `None` where they are there.
 */
needed: Needed | null, 
/**
 * Whether they are compared with the others.
 */
compared: boolean, };

export type WorthView = { 
/**
 * The last day that counts.
 */
today: string, 
/**
 * The first.
 */
from: string, 
/**
 * It in a sentence.
 */
sentence: Sentence, 
/**
 * The median of what an hour brings, over clients with fees and hours.
 */
median_rate: Money | null, 
/**
 * What an hour costs.
 */
cost_per_hour: Money | null, 
/**
 * Whether the user stated that cost; else the median stands in for it.
 */
cost_is_stated: boolean, 
/**
 * A row a client, those who bring most an hour first, those without a rate last.
 */
rows: Array<WorthRow>, 
/**
 * Cumulative profit, the most profitable client first; `None` below two clients with fees and hours.
 */
whale: Whale | null, 
/**
 * Clients that could not be compared: other currencies, or no fees or hours.
 */
left_out: number, };
