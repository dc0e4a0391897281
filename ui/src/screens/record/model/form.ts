/** The forms of the record dialog: what stands in their fields, as typed. */
import type {
  Choices,
  ClientChoice,
  ClientId,
  ClientStatus,
  FitAnswer,
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
import type { FieldValues } from "./values";

/** The kinds that have a form: a letter has its own screen, the profile its settings. */
export type FormKind = Exclude<Kind, "letter" | "letter_template" | "profile">;

/** The kinds with a form of their own. */
export type OwnKind =
  | "client"
  | "enquiry"
  | "engagement"
  | "deliverable"
  | "check_in"
  | "obligation"
  | "invoice"
  | "concession"
  | "incident"
  | "complaint";

/** The kinds whose form is made from the table of fields. */
export type PlainKind = Exclude<FormKind, OwnKind>;

/** The record of a kind. */
/** Whether a record has a form: letters and their templates have screens of their own. */
export function hasFormOf(record: AnyRecord): record is RecordOf<FormKind> {
  return hasForm(record.kind);
}

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

/** What stands behind "More": fields made from the table of fields, by their keys. */
interface More {
  more: FieldValues;
}

/** A form that is made from the table of fields alone. */
export interface PlainForm extends More {
  kind: PlainKind;
}

/** A client or a prospect. */
export interface ClientForm extends More {
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
export interface EnquiryForm extends More {
  kind: "enquiry";
  receivedOn: string;
  subject: string;
  words: string;
  answeredOn: string;
  /** How it answers the criteria; worked with on the screen of enquiries, and carried along here. */
  fit: FitAnswer[];
}

/** An agreement. */
export interface EngagementForm extends More {
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
export interface DeliverableForm extends More {
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
export interface CheckInForm extends More {
  kind: "check_in";
  on: string;
  scale: RatingScale;
  value: number | null;
  saidBy: SaidBy;
  deliverable: string;
  words: string;
}

/** Something they owe, besides money. */
export interface ObligationForm extends More {
  kind: "obligation";
  what: ObligationKind;
  title: string;
  engagement: string;
  dueOn: string;
  metOn: string;
  notes: string;
}

/** An invoice. */
export interface InvoiceForm extends More {
  kind: "invoice";
  number: string;
  issuedOn: string;
  amount: string;
  currency: string;
  dueOn: string;
  paidOn: string;
}

/** Something given away. */
export interface ConcessionForm extends More {
  kind: "concession";
  on: string;
  what: string;
  amount: string;
  currency: string;
  hours: string;
  reason: string;
}

/** How people were treated. */
export interface IncidentForm extends More {
  kind: "incident";
  on: string;
  what: IncidentKind | null;
  observed: string;
  otherReading: string;
}

/** A complaint. */
export interface ComplaintForm extends More {
  kind: "complaint";
  on: string;
  theme: string;
  words: string;
  answeredOn: string;
  resolvedOn: string;
}

/** A form of a kind that has one of its own. */
export type OwnForm =
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

/** Any form. */
export type Form = OwnForm | PlainForm;

/** The form of a kind. */
export type FormOf<K extends OwnKind> = Extract<OwnForm, { kind: K }>;

/** Where a kind is found in the list. */
export type Group = "we_owe" | "they_said" | "they_owe" | "given_and_taken" | "work" | "talks" | "money" | "papers";

/** A group, and the kinds in it. */
interface GroupOfKinds {
  group: Group;
  kinds: readonly { kind: FormKind; key: string }[];
}

const group = (name: Group, kinds: readonly [FormKind, string][]): GroupOfKinds => ({
  group: name,
  kinds: kinds.map(([kind, key]) => ({ kind, key })),
});

/** The kinds in the order in which they are offered, by group, each with the key that chooses it. */
export const GROUPS: readonly GroupOfKinds[] = [
  group("they_said", [
    ["check_in", "c"],
    ["complaint", "p"],
    ["praise", "r"],
    ["check_in_request", "h"],
  ]),
  group("we_owe", [
    ["deliverable", "d"],
    ["engagement", "a"],
    ["template", "u"],
    ["improvement", "b"],
  ]),
  group("they_owe", [["obligation", "o"]]),
  group("money", [
    ["invoice", "i"],
    ["payment", "y"],
  ]),
  group("given_and_taken", [
    ["concession", "g"],
    ["request", "q"],
    ["incident", "n"],
  ]),
  group("work", [
    ["time_entry", "t"],
    ["attention", "m"],
  ]),
  group("talks", [
    ["conversation", "v"],
    ["enquiry", "e"],
    ["decision", "s"],
    ["ending", "x"],
  ]),
  group("papers", [
    ["client", "l"],
    ["referral_contact", "f"],
    ["fit_criterion", "k"],
    ["document", "w"],
  ]),
];

/** The kinds that are offered. What is put off is put off where it stands, and only edited here. */
export const KINDS: readonly { kind: FormKind; key: string }[] = GROUPS.flatMap(({ kinds }) => kinds);

const OWN: Record<OwnKind, true> = {
  client: true,
  enquiry: true,
  engagement: true,
  deliverable: true,
  check_in: true,
  obligation: true,
  invoice: true,
  concession: true,
  incident: true,
  complaint: true,
};

/** Whether a kind has a form here. */
export function hasForm(kind: Kind): kind is FormKind {
  return kind !== "letter" && kind !== "profile";
}

/** Whether a kind has a form of its own. */
export function hasOwnForm(kind: FormKind): kind is OwnKind {
  return kind in OWN;
}

/** Whether a form is of a kind that has one of its own. */
export function isOwn(form: Form): form is OwnForm {
  return hasOwnForm(form.kind);
}

/** The chosen client among the choices. */
export function clientChoice(setting: Setting): ClientChoice | undefined {
  return setting.choices.clients.find((each) => each.id === setting.client);
}
