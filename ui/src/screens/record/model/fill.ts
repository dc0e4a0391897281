/** Records that stand already, put back into their forms. */
import { fieldAmount, fieldMinutes } from "./amount";
import { fieldDay } from "./day";
import { hasOwnForm, type Form, type FormKind, type FormOf, type OwnKind, type RecordOf } from "./form";
import { carried } from "./layout";
import { take, valueFrom, type FieldValues } from "./values";

/** A form of its own, without what stands behind "More". */
type Fills = { [K in OwnKind]: (record: RecordOf<K>) => Omit<FormOf<K>, "more"> };

/** The form of a record. */
export function formFrom(record: RecordOf<FormKind>): Form {
  const { kind } = record;
  const more: FieldValues = {};
  for (const spec of carried(kind, !hasOwnForm(kind))) more[spec.key] = valueFrom(kind, spec, take(record, spec.key));
  if (!hasOwnForm(kind)) return { kind, more };
  // The map is total over the kinds, which the compiler cannot carry through the lookup.
  const fill = fills[kind] as (record: RecordOf<FormKind>) => object;
  return { ...fill(record), more } as Form;
}

const fills: Fills = {
  client: (record) => ({
    kind: "client",
    name: record.name,
    status: record.status,
    salutation: record.contact.salutation,
    givenName: record.contact.given_name,
    familyName: record.contact.family_name,
    email: record.contact.email,
    address: record.address.join("\n"),
    country: record.country,
    language: record.language,
    currency: record.currency,
    notes: record.notes,
    sample: record.sample,
  }),
  enquiry: (record) => ({
    kind: "enquiry",
    receivedOn: fieldDay(record.received_on),
    subject: record.subject,
    words: record.words,
    answeredOn: fieldDay(record.answered_on),
    fit: record.fit,
  }),
  engagement: (record) => ({
    kind: "engagement",
    title: record.title,
    agreedOn: fieldDay(record.agreed_on),
    success: record.success,
    startsOn: fieldDay(record.starts_on),
    termEndsOn: fieldDay(record.term_ends_on),
    renewsByMonths: record.renews_by_months === null ? "" : String(record.renews_by_months),
    noticeCount: record.notice === null ? "" : String(record.notice.count),
    noticeUnit: record.notice?.unit ?? "months",
    noticeForm: record.notice_form,
    noticeCounts: record.notice_counts,
    endedOn: fieldDay(record.ended_on),
  }),
  deliverable: (record) => ({
    kind: "deliverable",
    title: record.title,
    engagement: record.engagement ?? "",
    dueOn: fieldDay(record.due_on),
    deliveredOn: fieldDay(record.delivered_on),
    // A pending one is still open: its outcome may follow from the day it is handed over.
    outcome: record.outcome === "pending" ? null : record.outcome,
    notes: record.notes,
  }),
  check_in: (record) => ({
    kind: "check_in",
    on: fieldDay(record.on),
    scale: record.scale,
    value: record.value,
    saidBy: record.said_by,
    deliverable: record.deliverable ?? "",
    words: record.words,
  }),
  obligation: (record) => ({
    kind: "obligation",
    what: record.what,
    title: record.title,
    engagement: record.engagement ?? "",
    dueOn: fieldDay(record.due_on),
    metOn: fieldDay(record.met_on),
    notes: record.notes,
  }),
  invoice: (record) => ({
    kind: "invoice",
    number: record.number,
    issuedOn: fieldDay(record.issued_on),
    amount: fieldAmount(record.amount.minor, record.amount.currency),
    currency: record.amount.currency,
    dueOn: fieldDay(record.due_on),
    paidOn: fieldDay(record.paid_on),
  }),
  concession: (record) => ({
    kind: "concession",
    on: fieldDay(record.on),
    what: record.what,
    amount: record.amount === null ? "" : fieldAmount(record.amount.minor, record.amount.currency),
    currency: record.amount?.currency ?? "",
    hours: record.minutes === null ? "" : fieldMinutes(record.minutes),
    reason: record.reason,
  }),
  incident: (record) => ({
    kind: "incident",
    on: fieldDay(record.on),
    what: record.what,
    observed: record.observed,
    otherReading: record.other_reading,
  }),
  complaint: (record) => ({
    kind: "complaint",
    on: fieldDay(record.on),
    theme: record.theme,
    words: record.words,
    answeredOn: fieldDay(record.answered_on),
    resolvedOn: fieldDay(record.resolved_on),
  }),
};
