/** The forms of the record dialog: what stands in their fields, as typed. */
import type {
  Choices,
  ClientChoice,
  ClientId,
  ClientStatus,
  IncidentKind,
  Kind,
  Language,
  NoticeCounts,
  NoticeForm,
  NoticeUnit,
  ObligationKind,
  Outcome,
  RatingScale,
  Record as AnyRecord,
  SaidBy,
} from "../../../lib/api/types";

/** The kinds that have a form: a letter has its own screen, the profile its settings. */
export type FormKind = Exclude<Kind, "letter" | "profile">;

/** The record of a kind. */
export type RecordOf<K extends FormKind> = Extract<AnyRecord, { kind: K }>;

/** What a new form may draw on. */
export interface Setting {
  /** The ISO day it is. */
  today: string;
  /** What the app offers to choose from. */
  choices: Choices;
  /** Whose record it is; empty until it is chosen. */
  client: ClientId | "";
}

/** A client or a prospect. */
export interface ClientForm {
  kind: "client";
  name: string;
  status: ClientStatus;
  salutation: string;
  givenName: string;
  familyName: string;
  email: string;
  address: string;
  country: string;
  language: Language;
  currency: string;
  notes: string;
  sample: boolean;
}

/** What somebody asked us to take on. */
export interface EnquiryForm {
  kind: "enquiry";
  receivedOn: string;
  subject: string;
  words: string;
  answeredOn: string;
}

/** An agreement. */
export interface EngagementForm {
  kind: "engagement";
  title: string;
  agreedOn: string;
  success: string;
  startsOn: string;
  termEndsOn: string;
  renewsByMonths: string;
  noticeCount: string;
  noticeUnit: NoticeUnit;
  noticeForm: NoticeForm;
  noticeCounts: NoticeCounts;
  endedOn: string;
}

/** Something we owe. */
export interface DeliverableForm {
  kind: "deliverable";
  title: string;
  engagement: string;
  dueOn: string;
  deliveredOn: string;
  /** What was chosen; `null` while it follows from the dates. */
  outcome: Outcome | null;
  notes: string;
}

/** An answer about satisfaction. */
export interface CheckInForm {
  kind: "check_in";
  on: string;
  scale: RatingScale;
  value: number | null;
  saidBy: SaidBy;
  deliverable: string;
  words: string;
}

/** Something they owe, besides money. */
export interface ObligationForm {
  kind: "obligation";
  what: ObligationKind;
  title: string;
  engagement: string;
  dueOn: string;
  metOn: string;
  notes: string;
}

/** An invoice. */
export interface InvoiceForm {
  kind: "invoice";
  number: string;
  issuedOn: string;
  amount: string;
  currency: string;
  dueOn: string;
  paidOn: string;
}

/** Something given away. */
export interface ConcessionForm {
  kind: "concession";
  on: string;
  what: string;
  amount: string;
  currency: string;
  hours: string;
  reason: string;
}

/** How people were treated. */
export interface IncidentForm {
  kind: "incident";
  on: string;
  what: IncidentKind | null;
  observed: string;
  otherReading: string;
}

/** A complaint. */
export interface ComplaintForm {
  kind: "complaint";
  on: string;
  theme: string;
  words: string;
  answeredOn: string;
  resolvedOn: string;
}

/** Any form. */
export type Form =
  | ClientForm
  | EnquiryForm
  | EngagementForm
  | DeliverableForm
  | CheckInForm
  | ObligationForm
  | InvoiceForm
  | ConcessionForm
  | IncidentForm
  | ComplaintForm;

/** The form of a kind. */
export type FormOf<K extends FormKind> = Extract<Form, { kind: K }>;

/** The kinds in the order in which they are offered, the usual ones first, each with the key that chooses it. */
export const KINDS: readonly { kind: FormKind; key: string }[] = [
  { kind: "check_in", key: "c" },
  { kind: "deliverable", key: "d" },
  { kind: "complaint", key: "p" },
  { kind: "obligation", key: "o" },
  { kind: "invoice", key: "i" },
  { kind: "concession", key: "g" },
  { kind: "incident", key: "n" },
  { kind: "enquiry", key: "e" },
  { kind: "engagement", key: "a" },
  { kind: "client", key: "l" },
];

/** Whether a kind has a form here. */
export function hasForm(kind: Kind): kind is FormKind {
  return KINDS.some((each) => each.kind === kind);
}

/** The chosen client among the choices. */
export function clientChoice(setting: Setting): ClientChoice | undefined {
  return setting.choices.clients.find((each) => each.id === setting.client);
}
