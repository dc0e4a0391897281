// The words for every value that a record or a verdict can have. Each table is complete: a new value does not compile
// until it stands here.
import type {
  Band,
  ClientStatus,
  ErrorCode,
  Fell,
  IncidentKind,
  Kind,
  LetterKind,
  ObligationKind,
  Outcome,
  RatingScale,
  Renewal,
  Tone,
  Trend,
  Verdict,
} from "../api/types";
import { day, dayYear } from "./format";

export const verdictWord: Record<Verdict, string> = {
  healthy: "Thriving",
  watch: "Watch",
  never_happy: "Never happy",
  our_delivery_first: "Ours to put right",
  offering_problem: "The offering",
  one_way: "Out of balance",
  not_enough_evidence: "Too early to say",
};

/** The tint of a verdict; its word always stands beside it. */
export const verdictTone: Record<Verdict, Tone> = {
  healthy: "good",
  watch: "warn",
  never_happy: "bad",
  our_delivery_first: "ours",
  offering_problem: "warn",
  one_way: "warn",
  not_enough_evidence: "plain",
};

export const bandWord: Record<Band, string> = {
  little: "little evidence",
  some: "some evidence",
  good: "good evidence",
  strong: "strong evidence",
};

export const kindWord: Record<Kind, string> = {
  client: "client",
  enquiry: "enquiry",
  engagement: "engagement",
  deliverable: "deliverable",
  check_in: "check-in",
  obligation: "obligation",
  invoice: "invoice",
  concession: "concession",
  incident: "incident",
  complaint: "complaint",
  letter: "letter",
  letter_template: "letter template",
  praise: "praise",
  payment: "payment",
  time_entry: "time entry",
  conversation: "conversation",
  request: "request",
  attention: "attention",
  decision: "decision",
  ending: "ending",
  referral_contact: "referral contact",
  document: "document",
  template: "template",
  snooze: "line put off",
  improvement: "improvement",
  check_in_request: "asking how it goes",
  fit_criterion: "criterion of fit",
  profile: "letterhead",
};

/** Several of a kind. */
export const kindsWord: Record<Kind, string> = {
  client: "clients",
  enquiry: "enquiries",
  engagement: "engagements",
  deliverable: "deliverables",
  check_in: "check-ins",
  obligation: "obligations",
  invoice: "invoices",
  concession: "concessions",
  incident: "incidents",
  complaint: "complaints",
  letter: "letters",
  letter_template: "letter templates",
  praise: "words of praise",
  payment: "payments",
  time_entry: "time entries",
  conversation: "conversations",
  request: "requests",
  attention: "notes of attention",
  decision: "decisions",
  ending: "endings",
  referral_contact: "referral contacts",
  document: "documents",
  template: "templates",
  snooze: "lines put off",
  improvement: "improvements",
  check_in_request: "requests for a check-in",
  fit_criterion: "criteria of fit",
  profile: "letterheads",
};

export const statusWord: Record<ClientStatus, string> = {
  prospect: "Prospect",
  active: "Active",
  ended: "Ended",
  archived: "Archived",
};

export const letterKindWord: Record<LetterKind, string> = {
  renewal_refusal: "Renewal refusal",
  prospect_decline: "Decline to a prospect",
  request_decline: "Request declined",
  responsibility_reminder: "Reminder of their part",
  boundary: "Boundary",
  early_termination: "Early termination",
  referral: "Referral",
  put_right: "Putting it right",
  complaint_reply: "Answer to a complaint",
  new_terms: "New terms",
  mutual_end: "End by agreement",
  payment_notice: "Payment notice",
  pause: "Pause of work",
  final_notice: "Final notice",
  our_way: "Our way of working",
  closure: "Closing letter",
};

export const scaleWord: Record<RatingScale, string> = {
  csat: "CSAT",
  nps: "NPS",
  ces: "CES",
};

export const outcomeWord: Record<Outcome, string> = {
  pending: "Not delivered yet",
  met: "Met",
  partial: "Partly met",
  late: "Late",
  rejected: "Rejected",
  excused: "Excused",
};

export const obligationKindWord: Record<ObligationKind, string> = {
  brief: "Brief",
  access: "Access",
  feedback: "Feedback",
  approval: "Approval",
  decision: "Decision",
  payment: "Payment",
};

export const incidentKindWord: Record<IncidentKind, string> = {
  blame: "Blame",
  conduct: "Conduct",
  threat: "Threat",
  bypassing: "Bypassing",
  pressure_on_price: "Pressure on price",
};

export const trendWord: Record<Trend, string> = {
  rising: "rising",
  steady: "",
  falling: "falling",
};

export const fellWord: Record<Fell, string> = {
  on_time: "fewer of your deliverables were on time",
  satisfaction: "clients are less content than the year before",
  both: "fewer of your deliverables were on time, and clients are less content",
};

/** What failed, above the sentence that says how to mend it. */
export const errorTitle: Record<ErrorCode, string> = {
  invalid: "This cannot be kept yet",
  gone: "This is no longer there",
  file: "The file could not be used",
  cancelled: "It was stopped",
  locked: "The ledger is locked",
  wrong_secret: "This does not open it",
  read_only: "Nothing can be recorded now",
  ledger: "The ledger could not be used",
};

type RenewalWords = {
  [K in Renewal["state"]]: (renewal: Extract<Renewal, { state: K }>, today?: string) => string;
};

const renewalWords: RenewalWords = {
  none: () => "no agreement",
  open: () => "open",
  on: (r, today) => `${r.renews ? "renews" : "ends"} ${dayYear(r.ends_on, today)}`,
  ended: (r, today) => `ended ${dayYear(r.on, today)}`,
};

/** How an agreement goes on. */
export function renewal(r: Renewal, today?: string): string {
  return (renewalWords[r.state] as (r: Renewal, today?: string) => string)(r, today);
}

/** The day a notice must be given by, beside how the agreement goes on; empty where none is agreed. */
export function notice(r: Renewal, today?: string): string {
  if (r.state !== "on" || r.notice_by === null) {
    return "";
  }
  if (!r.passed) {
    return `notice by ${day(r.notice_by)}`;
  }
  return r.following_end === null
    ? `notice was due ${day(r.notice_by)}`
    : `notice was due ${day(r.notice_by)}; next end ${dayYear(r.following_end, today)}`;
}
