// The words of every record's fields, by kind and key: their labels, and the words that a field can hold.
import type {
  Acceptance,
  ComplaintCause,
  CriterionKind,
  DecisionKind,
  DecisionReason,
  EndedBy,
  EndingReason,
  FeeModel,
  FitAnswerKind,
  Initiative,
  Kind,
  Paper,
  RequestAnswer,
  Scope,
  TemplateKind,
} from "../api/types";
import { languageWord, noticeCountsWord, noticeFormWord, noticeUnitWord, saidByWord } from "./record";
import { layoutWord, registerWord, typefaceWord } from "./paper";
import { incidentKindWord, obligationKindWord, outcomeWord, scaleWord, statusWord } from "./terms";

export const acceptanceWord: Record<Acceptance, string> = {
  unknown: "Not said",
  accepted: "Accepted at once",
  accepted_after_rework: "Accepted after rework",
  refused: "Refused",
};

export const scopeWord: Record<Scope, string> = { agreed: "As agreed", extra: "Beyond the agreement" };

export const causeWord: Record<ComplaintCause, string> = {
  unknown: "Not known",
  ours: "Ours",
  theirs: "Theirs",
  shared: "Shared",
};

export const initiativeWord: Record<Initiative, string> = {
  unknown: "Not known",
  they_asked: "They asked for it",
  we_offered: "You offered it",
};

export const feeModelWord: Record<FeeModel, string> = {
  unknown: "Not said",
  fixed: "Fixed price",
  hourly: "By the hour",
  daily: "By the day",
  retainer: "Retainer",
};

export const requestAnswerWord: Record<RequestAnswer, string> = {
  open: "No answer yet",
  agreed_for_pay: "Agreed, for pay",
  agreed_for_free: "Agreed, for free",
  declined: "Declined",
};

export const decisionWord: Record<DecisionKind, string> = {
  renew: "Renew",
  raise_the_price: "Raise the price",
  change_the_scope: "Change the scope",
  part: "Part",
};

export const decisionReasonWord: Record<DecisionReason, string> = {
  goes_well: "It goes well",
  costs_more_attention_than_it_returns: "It costs more attention than it returns",
  unhappy_despite_delivery: "Unhappy despite delivery",
  out_of_balance: "Out of balance",
  conduct: "How people were treated",
  ours_to_put_right: "Ours to put right",
  direction: "The practice goes another way",
  other: "Another reason",
};

export const endedByWord: Record<EndedBy, string> = {
  them: "They did",
  us: "You did",
  both: "Both, together",
  work_done: "The work was done",
};

export const endingReasonWord: Record<EndingReason, string> = {
  unknown: "Not known",
  price: "Price",
  our_work: "Your work",
  our_pace: "Your pace",
  fit: "No fit",
  no_need: "No need any more",
  went_elsewhere: "They went elsewhere",
  conduct: "How people were treated",
  non_payment: "It was not paid",
  work_done: "The work was done",
};

export const templateKindWord: Record<TemplateKind, string> = {
  deliverable: "A deliverable",
  obligation: "Something they owe",
  check_in: "A check-in",
};

export const criterionKindWord: Record<CriterionKind, string> = {
  wish: "A wish",
  must_have: "A must",
  deal_breaker: "Decides against",
};

export const fitAnswerWord: Record<FitAnswerKind, string> = {
  yes: "Yes",
  partly: "Partly",
  no: "No",
  unknown: "Not known yet",
};

const paperWord: Record<Paper, string> = { a4: "A4", us_letter: "US Letter" };

/** What a field is called, and what stands below it while it is empty. */
interface FieldWords {
  label: string;
  hint?: string;
}

const EMPTY_OPEN = "empty: not yet";
const HOW_LONG = "1:30, 1.5h or 90 min";

/** Fields that are called alike wherever they stand. */
const common: Record<string, FieldWords> = {
  client: { label: "Client" },
  on: { label: "When" },
  person: { label: "Who there", hint: "a person at the client’s" },
  engagement: { label: "Under" },
  deliverable: { label: "About" },
  notes: { label: "Notes" },
  words: { label: "Their words" },
  from_memory: { label: "From memory", hint: "the day or the figure may be a little off" },
  email: { label: "E-mail" },
  phone: { label: "Telephone" },
  website: { label: "Website" },
  country: { label: "Country", hint: "two letters, such as GB" },
  currency: { label: "Currency", hint: "three letters, such as EUR" },
  language: { label: "Letters are written in" },
  address: { label: "Postal address", hint: "a line each, as on the envelope" },
};

const byKind: Record<Kind, Record<string, FieldWords>> = {
  client: {
    name: { label: "Name", hint: "the business or, for a private client, the person" },
    status: { label: "Where you stand" },
    "contact.salutation": { label: "Form of address" },
    "contact.given_name": { label: "Given name" },
    "contact.family_name": { label: "Family name" },
    "contact.email": { label: "E-mail" },
    "contact.phone": { label: "Their telephone" },
    "contact.role": { label: "What they do there" },
    people: { label: "Other people there" },
    currency: { label: "Invoices in", hint: "three letters, such as EUR" },
    tags: { label: "Groups", hint: "your own words, apart by commas" },
    check_in_every_days: { label: "Ask how it goes every (days)", hint: "empty: no rhythm" },
    check_in_scale: { label: "The question they are asked" },
  },
  enquiry: {
    received_on: { label: "Came on" },
    subject: { label: "About", hint: "as it would stand after “your enquiry about”" },
    words: { label: "What they wrote" },
    answered_on: { label: "Answered on", hint: "empty: they wait" },
  },
  engagement: {
    title: { label: "What it is called" },
    agreed_on: { label: "Agreed on" },
    success: { label: "What success means to them", hint: "in their words" },
    starts_on: { label: "Work starts on", hint: "empty: the day it was agreed" },
    term_ends_on: { label: "Term ends on", hint: "empty: no end" },
    renews_by_months: { label: "Renews itself by (months)", hint: "empty: it does not" },
    "notice.count": { label: "Notice before end", hint: "empty: none" },
    "notice.unit": { label: "Notice in" },
    notice_form: { label: "Notice is given by" },
    notice_counts: { label: "What counts" },
    fee_model: { label: "How it is paid" },
    rate: { label: "Rate or price", hint: "an hour, a day or a month, as it is paid" },
    budget_minutes: { label: "Hours in the budget", hint: "such as 120" },
    ended_on: { label: "Ended on", hint: "once it has" },
  },
  deliverable: {
    title: { label: "What" },
    due_on: { label: "Due" },
    delivered_on: { label: "Delivered", hint: EMPTY_OPEN },
    outcome: { label: "How it turned out" },
    scope: { label: "Scope" },
    acceptance: { label: "How it was taken" },
    waits_for: { label: "Waited for", hint: "what they owed first: late for that, it is excused" },
  },
  check_in: {
    scale: { label: "Scale" },
    value: { label: "Rating" },
    said_by: { label: "Who says so" },
  },
  obligation: {
    title: { label: "What exactly" },
    due_on: { label: "Due" },
    what: { label: "Kind" },
    met_on: { label: "Came on", hint: "empty: still owed" },
  },
  invoice: {
    number: { label: "Number" },
    issued_on: { label: "Issued" },
    amount: { label: "Amount" },
    due_on: { label: "Due" },
    paid_on: { label: "Paid in full", hint: "empty: open" },
  },
  concession: {
    what: { label: "What was given" },
    amount: { label: "Worth" },
    minutes: { label: "Hours", hint: HOW_LONG },
    initiative: { label: "Whose idea it was" },
    reason: { label: "Why" },
  },
  incident: {
    what: { label: "What kind" },
    observed: { label: "What was observed", hint: "as anybody present would tell it" },
    other_reading: { label: "Another way to read it", hint: "how would a friend of theirs explain it?" },
    review_on: { label: "Look at it again on", hint: "with a little distance" },
  },
  complaint: {
    on: { label: "Came on" },
    theme: { label: "Theme", hint: "a word or two that others may share" },
    cause: { label: "Whose doing it was" },
    answered_on: { label: "First answered on", hint: "empty: they wait" },
    resolved_on: { label: "Settled on", hint: "empty: still open" },
    resolution: { label: "How it was settled" },
  },
  letter: {},
  praise: {
    thanked_on: { label: "Thanked on", hint: EMPTY_OPEN },
  },
  payment: {
    invoice: { label: "For the invoice" },
    on: { label: "Came on" },
    amount: { label: "Amount", hint: "a part of it is fine" },
    reference: { label: "Reference", hint: "as on the statement" },
  },
  time_entry: {
    seconds: { label: "Time", hint: "1:30, 1.5 or 90 min" },
    what: { label: "What for" },
    billable: { label: "Billable" },
    hourly_rate: { label: "Rate an hour", hint: "where it is not the agreement’s" },
  },
  conversation: {
    asked: { label: "What was asked" },
    explained: { label: "What was explained" },
    agreed: { label: "What was agreed" },
    changed: { label: "What I changed", hint: "because of it, in your own work" },
  },
  request: {
    what: { label: "What they asked for", hint: "beyond the agreement" },
    answer: { label: "Your answer" },
    answered_on: { label: "Answered on", hint: "empty: they wait" },
    worth: { label: "What it would be worth" },
  },
  attention: {
    minutes: { label: "Minutes", hint: "beside the work: 20, 1:30 or 1.5h" },
    what: { label: "What for" },
  },
  decision: {
    what: { label: "What you decided" },
    reason: { label: "Why" },
  },
  ending: {
    ended_by: { label: "Who ended it" },
    reason: { label: "Why" },
    enquiry: { label: "The enquiry it came to", hint: "where it never became an agreement" },
  },
  referral_contact: {
    name: { label: "Name" },
    field: { label: "What they do" },
    business: { label: "Business" },
  },
  document: {
    title: { label: "What it is" },
    file: { label: "The file", hint: "its name, or where it lies" },
    sha256: { label: "Fingerprint" },
    inside: { label: "Keep a copy inside Kindly", hint: "else only where the file lies is noted" },
  },
  template: {
    what: { label: "What comes again" },
    title: { label: "What it is called" },
    obligation: { label: "Kind" },
    scale: { label: "Scale" },
    first_due_on: { label: "First due", hint: "empty: only filled in by hand" },
    every_months: { label: "Every (months)", hint: "empty: once" },
  },
  letter_template: {
    name: { label: "Name of the template" },
    subject: { label: "Subject" },
  },
  snooze: {
    need: { label: "What is put off" },
    until: { label: "Until" },
    reason: { label: "Why it can wait" },
  },
  improvement: {
    what: { label: "What will be different", hint: "in your own work" },
    from: { label: "From when" },
    theme: { label: "What it answers", hint: "the theme of the complaints; empty: none" },
    done_on: { label: "Really began on", hint: EMPTY_OPEN },
  },
  check_in_request: {
    on: { label: "When you asked" },
    scale: { label: "The question" },
    person: { label: "Whom you asked" },
  },
  fit_criterion: {
    name: { label: "What can be true of a client", hint: "such as: Pays within 30 days" },
    weighs: { label: "How much it decides" },
    weight: { label: "Weight of a wish", hint: "1 to 5" },
    question: { label: "What to ask, to find out" },
    offer: { label: "How it reads on your website", hint: "You …" },
    learnt_from: { label: "What taught you" },
    retired: { label: "Retired", hint: "kept, and no longer asked" },
  },
  profile: {
    trade_name: { label: "Trade name" },
    name: { label: "Name" },
    role: { label: "Role" },
    place: { label: "Place" },
    paper: { label: "Paper" },
    postal_margin_working_days: { label: "Working days a letter may take" },
    register: { label: "Tone of voice" },
    layout: { label: "Page layout" },
    typeface: { label: "Typeface" },
    accent: { label: "Colour", hint: "such as #1f5f5b" },
    fold_marks: { label: "Fold marks" },
    cooling_off_hours: { label: "Cooling off (hours)" },
    letter_numbers: { label: "Letter numbers" },
    half_life_days: { label: "Half-life (days)" },
    delivery_bar_percent: { label: "Delivery bar (%)" },
    cost_per_hour: { label: "What an hour costs you" },
  },
};

/** What a field of a kind is called. */
export function fieldLabel(kind: Kind, key: string): string {
  return (byKind[kind][key] ?? common[key])?.label ?? key.replaceAll(/[._]/g, " ");
}

/** What stands below a field while it is empty. */
export function fieldHint(kind: Kind, key: string): string | undefined {
  return (byKind[kind][key] ?? common[key])?.hint;
}

/** Whether a field has words of its own. */
export function hasWords(kind: Kind, key: string): boolean {
  return (byKind[kind][key] ?? common[key]) !== undefined;
}

/** The words that a field can hold, by kind and key. */
const optionWords: Record<string, Record<string, string>> = {
  "client.status": statusWord,
  "client.language": languageWord,
  "client.check_in_scale": scaleWord,
  "engagement.notice.unit": noticeUnitWord,
  "engagement.notice_form": noticeFormWord,
  "engagement.notice_counts": noticeCountsWord,
  "engagement.fee_model": feeModelWord,
  "deliverable.outcome": outcomeWord,
  "deliverable.scope": scopeWord,
  "deliverable.acceptance": acceptanceWord,
  "check_in.scale": scaleWord,
  "check_in.said_by": saidByWord,
  "obligation.what": obligationKindWord,
  "concession.initiative": initiativeWord,
  "incident.what": incidentKindWord,
  "complaint.cause": causeWord,
  "request.answer": requestAnswerWord,
  "decision.what": decisionWord,
  "decision.reason": decisionReasonWord,
  "ending.ended_by": endedByWord,
  "ending.reason": endingReasonWord,
  "template.what": templateKindWord,
  "template.obligation": obligationKindWord,
  "template.scale": scaleWord,
  "check_in_request.scale": scaleWord,
  "fit_criterion.weighs": criterionKindWord,
  "profile.language": languageWord,
  "profile.register": registerWord,
  "profile.layout": layoutWord,
  "profile.typeface": typefaceWord,
  "profile.paper": paperWord,
};

/** What a word that a field can hold is called on screen. */
export function optionWord(kind: Kind, key: string, word: string): string {
  return optionWords[`${kind}.${key}`]?.[word] ?? word;
}
