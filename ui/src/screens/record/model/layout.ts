/** Which fields of a kind stand first, which wait behind "More", and which are not shown at all. */
import { fields, type FieldSpec } from "../../../lib/api/fields";
import type { FormKind } from "./form";
import type { FieldValues } from "./values";

/** The fields that stand first, in their order. Those of the kinds with a form of their own are laid out there. */
const FIRST: Record<FormKind, readonly string[]> = {
  client: [
    "name",
    "status",
    "contact.salutation",
    "contact.given_name",
    "contact.family_name",
    "contact.email",
    "address",
    "country",
    "language",
    "currency",
    "notes",
  ],
  enquiry: ["received_on", "subject", "words", "answered_on"],
  engagement: [
    "title",
    "agreed_on",
    "success",
    "starts_on",
    "term_ends_on",
    "renews_by_months",
    "notice.count",
    "notice.unit",
    "notice_form",
    "notice_counts",
    "ended_on",
  ],
  deliverable: ["title", "due_on", "engagement", "delivered_on", "outcome", "notes"],
  check_in: ["on", "scale", "value", "said_by", "deliverable", "words"],
  obligation: ["title", "due_on", "what", "engagement", "met_on", "notes"],
  invoice: ["number", "issued_on", "amount", "due_on", "paid_on"],
  concession: ["on", "what", "amount", "minutes", "reason"],
  incident: ["on", "what", "observed", "other_reading"],
  complaint: ["on", "theme", "words", "answered_on", "resolved_on"],
  praise: ["words", "on", "person"],
  payment: ["invoice", "amount", "on"],
  time_entry: ["seconds", "on", "what", "billable"],
  conversation: ["on", "person", "asked", "explained", "agreed", "changed"],
  request: ["what", "on", "worth", "answer", "answered_on"],
  attention: ["minutes", "on", "what"],
  decision: ["what", "reason", "on"],
  ending: ["ended_by", "reason", "on", "words"],
  referral_contact: ["name", "field", "business", "email"],
  document: ["title", "inside", "on", "notes"],
  template: ["what", "title", "obligation", "scale", "first_due_on", "every_months"],
  snooze: ["until", "reason"],
  improvement: ["what", "from", "theme", "done_on", "notes"],
  check_in_request: ["on", "scale", "person"],
  fit_criterion: ["name", "weighs", "weight", "question", "offer"],
};

/** Kept as they are: nobody types them. */
const HIDDEN = new Set(["document.sha256", "snooze.need"]);

/** A new document is a file that is chosen when it is saved: only its title, and whether a copy is kept, are asked. */
const NEW_DOCUMENT: readonly FieldSpec[] = [
  { key: "title", shape: { is: "line" }, needed: true },
  { key: "inside", shape: { is: "yes_no" }, needed: false },
];

/** All fields of a kind but its client. */
function own(kind: FormKind): FieldSpec[] {
  return fields[kind].filter(({ shape }) => shape.is !== "client");
}

/** Where a new document is on its way. */
export function isNewDocument(kind: FormKind, values: FieldValues): boolean {
  return kind === "document" && "inside" in values;
}

/** The fields of a new document. */
export const newDocument = NEW_DOCUMENT;

/** The fields that a kind without a form of its own shows first. */
export function firstFields(kind: FormKind, values: FieldValues): FieldSpec[] {
  if (isNewDocument(kind, values)) return [...NEW_DOCUMENT];
  const all = own(kind);
  return FIRST[kind].flatMap((key) => all.filter((spec) => spec.key === key && matters(kind, key, values)));
}

/** The fields behind "More". */
export function moreFields(kind: FormKind, values: FieldValues): FieldSpec[] {
  if (isNewDocument(kind, values)) return [];
  return own(kind).filter(
    ({ key }) => !FIRST[kind].includes(key) && !HIDDEN.has(`${kind}.${key}`) && matters(kind, key, values),
  );
}

/** All fields that the table carries: for a kind with a form of its own, those behind "More"; else every one. */
export function carried(kind: FormKind, plain: boolean): FieldSpec[] {
  return plain ? own(kind) : own(kind).filter(({ key }) => !FIRST[kind].includes(key));
}

/** Whether a field says something beside what stands in the others. */
function matters(kind: FormKind, key: string, values: FieldValues): boolean {
  if (kind === "template" && key === "obligation") return values["what"] === "obligation";
  if (kind === "template" && key === "scale") return values["what"] === "check_in";
  if (kind === "template" && key === "engagement") return values["what"] !== "check_in";
  if (kind === "fit_criterion" && key === "weight")
    return values["weighs"] !== "must_have" && values["weighs"] !== "deal_breaker";
  if (kind === "request" && key === "answered_on") return values["answer"] !== "open";
  return true;
}

/** Whose record a kind is: somebody's, perhaps somebody's, or nobody's. */
export function clientOf(kind: FormKind): "needed" | "optional" | "none" {
  const spec = fields[kind].find(({ shape }) => shape.is === "client");
  if (spec === undefined) return "none";
  return spec.needed ? "needed" : "optional";
}
