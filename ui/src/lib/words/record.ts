// The words of the record dialog: its kinds, its fields, and what a form can lack.
import type { FormKind, Group } from "../../screens/record/model/form";
import type { Problem } from "../../screens/record/model/reading";
import type {
  IncidentKind,
  Kind,
  Language,
  NoticeCounts,
  NoticeForm,
  NoticeUnit,
  RatingScale,
  SaidBy,
} from "../api/types";
import { fieldLabel } from "./fields";
import { dayLong, LOCALE, number } from "./format";
import { kindWord } from "./terms";

const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: "short", timeZone: "UTC" });

/** "Sun 22 November 2026". */
function spelled(day: string): string {
  return `${weekday.format(new Date(day))} ${dayLong(day)}`;
}

export const recordWords = {
  choose: "Record…",
  chooseHint: "Press the letter, or choose with the arrows and Enter.",
  otherKind: "Another kind",
  save: "Save",
  remove: "Remove",
  removeHint: "Undo brings it back.",
  keys: "Enter saves · Shift Enter: new line",
  leave: "Leave without saving what you typed?",
  leaveYes: "Leave it",
  leaveNo: "Keep writing",
  whose: "Client",
  whosePlaceholder: "Type a name",
  nobody: (typed: string) => `No client is called “${typed}”.`,
  noClients: "There is no client yet.",
  addClient: "Add a client first",
  understood: spelled,
  notUnderstood: "not a day yet",
  dayHint: "22/11, 22 Nov 2026, fri, yesterday, +3",
  none: "None",
  currency: "Currency",
  currencyHint: "EUR",
  escCloses: "Esc closes",
  more: "More",
  duplicate: "Duplicate",
  duplicateHint: "A new record like this one, dated today, without what came of it.",
  whoseOptional: "empty: for any client",
  choose1: "Choose…",
  noRecords: (what: string): string => `There is no ${what} to choose yet.`,
  chooseFile: "Choose the file…",
  addPerson: "Add a person",
  removePerson: (name: string): string => `Take ${name === "" ? "this person" : name} off`,
  peopleLabel: (place: number): string => `Person ${String(place)}`,
} as const;

/** The groups that the kinds stand in. */
export const groupWord: Record<Group, string> = {
  we_owe: "What you owe",
  they_said: "What they said",
  they_owe: "What they owe",
  given_and_taken: "Given and taken",
  work: "Work and attention",
  talks: "Talks and decisions",
  money: "Money",
  papers: "People and papers",
};

/** The kinds, as the dialog offers them. */
export const kindTitle: Record<FormKind, string> = {
  check_in: "Check-in",
  deliverable: "Deliverable",
  complaint: "Complaint",
  obligation: "Something they owe",
  invoice: "Invoice",
  concession: "Given away",
  incident: "Incident",
  enquiry: "Enquiry",
  engagement: "Engagement",
  client: "Client",
  praise: "Praise",
  payment: "Payment",
  time_entry: "Time",
  conversation: "Conversation",
  request: "Request",
  attention: "Attention",
  decision: "Decision",
  ending: "Ending",
  referral_contact: "Referral contact",
  document: "Document",
  template: "Comes again",
  snooze: "Put off",
  improvement: "Change of ours",
  check_in_request: "Asked how it goes",
  fit_criterion: "Criterion of fit",
};

/** What each kind is for, in a line. */
export const kindHint: Record<FormKind, string> = {
  check_in: "what they said, as a rating",
  deliverable: "what you owe them",
  complaint: "its theme, and your answer",
  obligation: "a brief, access, an approval",
  invoice: "its number, amount, due, paid",
  concession: "a discount, extra hours",
  incident: "how people were treated",
  enquiry: "what they ask of you",
  engagement: "an agreement: term, notice",
  client: "a new client or a prospect",
  praise: "kind words, to be thanked for",
  payment: "money that came, or a part",
  time_entry: "hours worked, billable or not",
  conversation: "asked, explained, agreed",
  request: "beyond the agreement",
  attention: "minutes beside the work",
  decision: "renew, raise, change, part",
  ending: "who ended it, and why",
  referral_contact: "whom to name in a letter",
  document: "a file, inside or by its place",
  template: "a monthly report, a check-in",
  snooze: "a need that can wait",
  improvement: "what you will do otherwise",
  check_in_request: "you asked, they may answer",
  fit_criterion: "whom you work well with",
};

/** The dialog's heading. */
export const kindHeading: Record<FormKind, { add: string; edit: string }> = {
  check_in: { add: "Record a check-in", edit: "Edit the check-in" },
  deliverable: { add: "Record a deliverable", edit: "Edit the deliverable" },
  complaint: { add: "Record a complaint", edit: "Edit the complaint" },
  obligation: { add: "Record something they owe", edit: "Edit what they owe" },
  invoice: { add: "Record an invoice", edit: "Edit the invoice" },
  concession: { add: "Record something given away", edit: "Edit what was given away" },
  incident: { add: "Record an incident", edit: "Edit the incident" },
  enquiry: { add: "Record an enquiry", edit: "Edit the enquiry" },
  engagement: { add: "Record an engagement", edit: "Edit the engagement" },
  client: { add: "Add a client", edit: "Edit the client" },
  praise: { add: "Record praise", edit: "Edit the praise" },
  payment: { add: "Record a payment", edit: "Edit the payment" },
  time_entry: { add: "Record time", edit: "Edit the time" },
  conversation: { add: "Record a conversation", edit: "Edit the conversation" },
  request: { add: "Record a request", edit: "Edit the request" },
  attention: { add: "Record attention", edit: "Edit the attention" },
  decision: { add: "Record a decision", edit: "Edit the decision" },
  ending: { add: "Record an ending", edit: "Edit the ending" },
  referral_contact: { add: "Add a referral contact", edit: "Edit the referral contact" },
  document: { add: "Keep a document", edit: "Edit the document" },
  template: { add: "Add what comes again", edit: "Edit what comes again" },
  snooze: { add: "Put something off", edit: "Edit what is put off" },
  improvement: { add: "Change something of ours", edit: "Edit the change" },
  check_in_request: { add: "Record that you asked how it goes", edit: "Edit that you asked" },
  fit_criterion: { add: "Add a criterion of fit", edit: "Edit the criterion" },
};

/** Several records of a kind. */
const manyWord: Record<Kind, string> = {
  client: "clients",
  enquiry: "enquiries",
  engagement: "engagements",
  deliverable: "deliverables",
  check_in: "check-ins",
  obligation: "things they owe",
  invoice: "invoices",
  concession: "things given away",
  incident: "incidents",
  complaint: "complaints",
  letter: "letters",
  letter_template: "letter templates",
  praise: "words of praise",
  payment: "payments",
  time_entry: "time entries",
  conversation: "conversations",
  request: "requests",
  attention: "records of attention",
  decision: "decisions",
  ending: "endings",
  referral_contact: "referral contacts",
  document: "documents",
  template: "things that come again",
  snooze: "things put off",
  improvement: "changes of ours",
  check_in_request: "requests for a check-in",
  fit_criterion: "criteria of fit",
  profile: "letterheads",
};

/** "12 deliverables", "1 deliverable". */
export function recordsWord(kind: Kind, n: number): string {
  return n === 1 ? `1 ${kindWord[kind]}` : `${number(n)} ${manyWord[kind]}`;
}

/** Changing many records at once. */
export const bulkWords = {
  title: (kind: Kind, n: number): string => `Change ${recordsWord(kind, n)}`,
  below: "What you fill in here becomes the same in all of them; everything else stays as it is.",
  field: "What to change",
  choose: "Choose a field…",
  another: "Change another field",
  removeField: (label: string): string => `Leave ${label.toLowerCase()} as it is`,
  save: (n: number): string => `Change all ${number(n)}`,
  remove: "Remove them…",
  removeAsk: (kind: Kind, n: number): string => `Remove ${recordsWord(kind, n)}? Undo brings them back.`,
  removeYes: (n: number): string => `Remove ${number(n)}`,
  removeNo: "Keep them",
  nothing: "Choose at least one field to change.",
} as const;

/** What a form lacks, each one a sentence. */
type ProblemWords = { [K in Problem["is"]]: (problem: Extract<Problem, { is: K }>) => string };

const problemWords: ProblemWords = {
  client: () => "Choose whose record it is.",
  day_missing: () => "Enter the day, such as 22/11 or yesterday.",
  day_unclear: ({ text }) => `“${text}” is not a day: write it like 22/11, 22 Nov 2026 or yesterday.`,
  amount_missing: () => "Enter the amount, such as 4800 or 4800.50.",
  amount_unclear: ({ text, currency }) => `“${text}” is not an amount in ${currency}: write it like 4800 or 4800.50.`,
  currency_unclear: ({ text }) =>
    text === ""
      ? "Enter the currency by its code, such as EUR, GBP or USD."
      : `“${text}” is no currency: enter its code, such as EUR, GBP or USD.`,
  time_unclear: ({ text }) => `“${text}” is not a length of time: write it like 1.5, 1:30 or 90 min.`,
  count_unclear: ({ text }) => `“${text}” is not a whole number: write it like 3.`,
  rating_missing: () => "Choose the rating they gave.",
  time_missing: () => "Enter how long it took, such as 1:30 or 45 min.",
  incident_missing: () => "Choose what kind of incident it was.",
  choice_missing: ({ kind, key }) => `Choose: ${fieldLabel(kind, key).toLowerCase()}.`,
};

/** The sentence for what a form lacks. */
export function problemSentence(problem: Problem): string {
  return (problemWords[problem.is] as (problem: Problem) => string)(problem);
}

/** The fields of the forms. */
export const fieldWords = {
  client: {
    name: "Name",
    nameHint: "the business or, for a private client, the person",
    status: "Where you stand",
    contact: "Letters go to",
    salutation: "Form of address",
    salutationUnknown: "Not known",
    givenName: "Given name",
    familyName: "Family name",
    email: "E-mail",
    address: "Postal address",
    addressHint: "a line each, as on the envelope",
    country: "Country",
    countryHint: "two letters, such as GB",
    language: "Letters are written in",
    currency: "Invoices in",
    notes: "Notes",
  },
  enquiry: {
    receivedOn: "Came on",
    subject: "About",
    subjectHint: "as it would stand after “your enquiry about”",
    words: "What they wrote",
    answeredOn: "Answered on",
    answeredOnHint: "empty: they wait",
  },
  engagement: {
    title: "What it is called",
    agreedOn: "Agreed on",
    startsOn: "Work starts on",
    startsOnHint: "empty: the day it was agreed",
    success: "What success means to them",
    successHint: "in their words",
    termEndsOn: "Term ends on",
    termEndsOnHint: "empty: no end",
    renews: "Renews itself by (months)",
    renewsHint: "empty: it does not",
    notice: "Notice before end",
    noticeHint: "empty: none",
    noticeUnit: "in",
    noticeForm: "Notice is given by",
    noticeCounts: "What counts",
    endedOn: "Ended on",
    endedOnHint: "once it has",
  },
  deliverable: {
    title: "What",
    engagement: "Under",
    dueOn: "Due",
    deliveredOn: "Delivered",
    deliveredOnHint: "empty: not yet",
    outcome: "How it turned out",
    suggested: "As the dates say; choose another where they are wrong.",
    notes: "Notes",
  },
  check_in: {
    scale: "Scale",
    value: "Rating",
    low: "Lowest",
    high: "Highest",
    saidBy: "Who says so",
    impressionHint: "An impression is kept, and never counts.",
    on: "When",
    deliverable: "About",
    deliverableNone: "Nothing in particular",
    words: "Their words",
  },
  obligation: {
    what: "Kind",
    title: "What exactly",
    engagement: "Under",
    dueOn: "Due",
    metOn: "Came on",
    metOnHint: "empty: still owed",
    notes: "Notes",
  },
  invoice: {
    number: "Number",
    amount: "Amount",
    currency: "Currency",
    issuedOn: "Issued",
    dueOn: "Due",
    paidOn: "Paid in full",
    paidOnHint: "empty: open",
  },
  concession: {
    what: "What was given",
    amount: "Worth",
    currency: "Currency",
    hours: "Hours",
    hoursHint: "1.5, 1:30 or 90 min",
    either: "An amount, hours, or both.",
    on: "When",
    reason: "Why",
  },
  incident: {
    what: "What kind",
    on: "When",
    observed: "What was observed",
    observedHint: "as anybody present would tell it",
    otherReading: "Another way to read it",
    otherReadingHint: "Assume innocence: how would a friend of theirs explain it?",
  },
  complaint: {
    theme: "Theme",
    themeHint: "a word or two that others may share",
    words: "Their words",
    on: "Came on",
    answeredOn: "First answered on",
    answeredOnHint: "empty: they wait",
    resolvedOn: "Settled on",
    resolvedOnHint: "empty: still open",
  },
} as const;

/** The parts of a person. */
export const personWords = {
  given_name: "Given name",
  family_name: "Family name",
  role: "What they do",
  email: "E-mail",
  phone: "Telephone",
} as const;

/** What each kind of incident means, and what it counts for. */
export const incidentHint: Record<IncidentKind, string> = {
  blame: "you were made responsible for what was not yours",
  conduct: "disrespect, breaking what was agreed",
  threat: "a threat, of whatever kind",
  bypassing: "going round you, to others or past what was agreed",
  pressure_on_price: "bargaining: it counts for nothing",
};

export const saidByWord: Record<SaidBy, string> = { them: "They said", my_impression: "My impression" };

/** What each scale asks. */
export const scaleHint: Record<RatingScale, string> = {
  csat: "How satisfied were they? 1 is poor, 5 is very good.",
  nps: "Would they recommend you? 0 is not at all, 10 is surely.",
  ces: "Was it easy to work with you? 1 is hard, 7 is easy.",
};

export const scaleEnds: Record<RatingScale, { low: string; high: string }> = {
  csat: { low: "poor", high: "very good" },
  nps: { low: "not at all", high: "surely" },
  ces: { low: "hard", high: "easy" },
};

export const noticeFormWord: Record<NoticeForm, string> = {
  letter: "Letter",
  registered: "Registered letter",
  email: "E-mail",
};

export const noticeCountsWord: Record<NoticeCounts, string> = {
  received_by: "the day it arrives",
  sent_by: "the day it is sent",
};

export const noticeUnitWord: Record<NoticeUnit, string> = { months: "months", weeks: "weeks", days: "days" };

export const languageWord: Record<Language, string> = {
  "en-GB": "English (UK)",
  "en-US": "English (US)",
  "de-DE": "German",
  "fr-FR": "French",
  "es-ES": "Spanish",
};

/** Forms of address, as letters know them; the first one says that it is not known. */
export const salutations: readonly string[] = ["", "Ms", "Mr", "Mrs", "Mx", "Dr", "Prof"];
