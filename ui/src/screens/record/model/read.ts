/** Forms, read into the records that Rust checks and keeps. */
import type { Contact, Record as AnyRecord } from "../../../lib/api/types";
import { isOwn, type Form, type FormOf, type OwnForm, type OwnKind, type RecordOf, type Setting } from "./form";
import { carried, clientOf } from "./layout";
import { suggestedOutcome } from "./outcome";
import { FormReader, linesOf, type Reading } from "./reading";
import { put, readValue, type Parts } from "./values";

/** What a form of its own states; the rest of the record stands behind "More". */
type Stated<K extends OwnKind> = {
  [Part in keyof RecordOf<K>]?: Part extends "contact" ? Partial<Contact> : RecordOf<K>[Part];
} & { kind: K };

type Reads = { [K in OwnKind]: (form: FormOf<K>, reader: FormReader, setting: Setting) => Stated<K> };

/** The record that a form states, or the first field that cannot be understood. */
export function recordFrom(form: Form, setting: Setting): Reading<AnyRecord> {
  const reader = new FormReader(setting.today);
  const whose = clientOf(form.kind);
  if (whose === "needed" && setting.client === "") reader.refuse("client", { is: "client" }, undefined);
  const record: Parts = isOwn(form) ? stated(form, reader, setting) : { kind: form.kind };
  if (whose !== "none") record["client"] = setting.client === "" && whose === "optional" ? null : setting.client;
  for (const spec of carried(form.kind, !isOwn(form))) {
    if (spec.key in form.more) put(record, spec.key, readValue(form.kind, spec, form.more[spec.key], reader));
  }
  // The table of fields has every field of the type; a test reads each kind back.
  return reader.done(record as unknown as AnyRecord);
}

function stated(form: OwnForm, reader: FormReader, setting: Setting): Parts {
  // The map is total over the kinds, which the compiler cannot carry through the lookup.
  const read = reads[form.kind] as (form: OwnForm, reader: FormReader, setting: Setting) => object;
  return { ...read(form, reader, setting) };
}

const reads: Reads = {
  client: (form, reader) => ({
    kind: "client",
    name: form.name.trim(),
    status: form.status,
    contact: {
      salutation: form.salutation.trim(),
      given_name: form.givenName.trim(),
      family_name: form.familyName.trim(),
      email: form.email.trim(),
    },
    address: linesOf(form.address),
    country: form.country.trim().toUpperCase(),
    language: form.language,
    currency: reader.currency("currency", form.currency),
    notes: form.notes.trim(),
    sample: form.sample,
  }),
  enquiry: (form, reader, { client }) => ({
    kind: "enquiry",
    client,
    received_on: reader.day("receivedOn", form.receivedOn, "past"),
    subject: form.subject.trim(),
    words: form.words.trim(),
    answered_on: reader.dayOrNull("answeredOn", form.answeredOn, "past"),
    fit: form.fit,
  }),
  engagement: (form, reader, { client }) => {
    const count = reader.countOrNull("noticeCount", form.noticeCount);
    return {
      kind: "engagement",
      client,
      title: form.title.trim(),
      agreed_on: reader.day("agreedOn", form.agreedOn, "past"),
      success: form.success.trim(),
      starts_on: reader.dayOrNull("startsOn", form.startsOn, "near"),
      term_ends_on: reader.dayOrNull("termEndsOn", form.termEndsOn, "future"),
      renews_by_months: reader.countOrNull("renewsByMonths", form.renewsByMonths),
      notice: count === null ? null : { count, unit: form.noticeUnit },
      notice_form: form.noticeForm,
      notice_counts: form.noticeCounts,
      ended_on: reader.dayOrNull("endedOn", form.endedOn, "past"),
    };
  },
  deliverable: (form, reader, { client, today }) => ({
    kind: "deliverable",
    client,
    engagement: form.engagement === "" ? null : form.engagement,
    title: form.title.trim(),
    due_on: reader.day("dueOn", form.dueOn, "near"),
    delivered_on: reader.dayOrNull("deliveredOn", form.deliveredOn, "past"),
    outcome: form.outcome ?? suggestedOutcome(form, today),
    notes: form.notes.trim(),
  }),
  check_in: (form, reader, { client }) => {
    // The order of the fields on screen, so that the first problem is the uppermost.
    const value = form.value ?? reader.refuse("value", { is: "rating_missing" }, 0);
    return {
      kind: "check_in",
      client,
      on: reader.day("on", form.on, "past"),
      scale: form.scale,
      value,
      said_by: form.saidBy,
      deliverable: form.deliverable === "" ? null : form.deliverable,
      words: form.words.trim(),
    };
  },
  obligation: (form, reader, { client }) => ({
    kind: "obligation",
    client,
    engagement: form.engagement === "" ? null : form.engagement,
    what: form.what,
    title: form.title.trim(),
    due_on: reader.day("dueOn", form.dueOn, "near"),
    met_on: reader.dayOrNull("metOn", form.metOn, "past"),
    notes: form.notes.trim(),
  }),
  invoice: (form, reader, { client }) => ({
    kind: "invoice",
    client,
    number: form.number.trim(),
    amount: {
      minor: reader.minor("amount", form.amount, form.currency),
      currency: reader.currency("currency", form.currency),
    },
    issued_on: reader.day("issuedOn", form.issuedOn, "past"),
    due_on: reader.day("dueOn", form.dueOn, "near"),
    paid_on: reader.dayOrNull("paidOn", form.paidOn, "past"),
  }),
  concession: (form, reader, { client, choices }) => {
    const currency = currencyOf(form.currency) || choices.currency;
    const what = form.what.trim();
    const minor = reader.minorOrNull("amount", form.amount, currency);
    return {
      kind: "concession",
      client,
      what,
      amount: minor === null ? null : { minor, currency: reader.currency("currency", currency) },
      minutes: reader.minutesOrNull("hours", form.hours),
      on: reader.day("on", form.on, "past"),
      reason: form.reason.trim(),
    };
  },
  incident: (form, reader, { client }) => ({
    kind: "incident",
    client,
    what: form.what ?? reader.refuse("what", { is: "incident_missing" }, "conduct"),
    on: reader.day("on", form.on, "past"),
    observed: form.observed.trim(),
    other_reading: form.otherReading.trim(),
  }),
  complaint: (form, reader, { client }) => ({
    kind: "complaint",
    client,
    theme: form.theme.trim(),
    words: form.words.trim(),
    on: reader.day("on", form.on, "past"),
    answered_on: reader.dayOrNull("answeredOn", form.answeredOn, "past"),
    resolved_on: reader.dayOrNull("resolvedOn", form.resolvedOn, "past"),
  }),
};

function currencyOf(text: string): string {
  return text.trim().toUpperCase();
}
