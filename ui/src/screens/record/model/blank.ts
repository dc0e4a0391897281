/** New forms, with what is likely filled in. */
import { fieldDay, plusDays } from "./day";
import { clientChoice, hasOwnForm, type Form, type FormKind, type FormOf, type OwnKind, type Setting } from "./form";
import { carried, newDocument } from "./layout";
import { blankValue, type FieldValues } from "./values";

/** The usual terms of payment, in days. */
const TERMS_DAYS = 14;

/** A form of its own, without what stands behind "More". */
type Blanks = { [K in OwnKind]: (setting: Setting) => Omit<FormOf<K>, "more"> };

/** An empty form of a kind: today filled in, and whatever the client's records make likely. */
export function blankForm(kind: FormKind, setting: Setting): Form {
  const more = blankValues(kind, setting);
  if (!hasOwnForm(kind)) return { kind, more };
  return { ...blanks[kind](setting), more } as Form;
}

function blankValues(kind: FormKind, setting: Setting): FieldValues {
  const currency = clientChoice(setting)?.currency ?? setting.choices.currency;
  const specs = kind === "document" ? newDocument : carried(kind, !hasOwnForm(kind));
  const values: FieldValues = {};
  for (const spec of specs) values[spec.key] = blankValue(kind, spec, currency);
  if ("engagement" in values && kind !== "decision" && kind !== "ending")
    values["engagement"] = onlyEngagement(setting);
  if (kind === "document") values["inside"] = true;
  return values;
}

const blanks: Blanks = {
  client: ({ choices }) => ({
    kind: "client",
    name: "",
    status: "active",
    salutation: "",
    givenName: "",
    familyName: "",
    email: "",
    address: "",
    country: "",
    language: "en-GB",
    currency: choices.currency,
    notes: "",
    sample: false,
  }),
  enquiry: () => ({ kind: "enquiry", receivedOn: "today", subject: "", words: "", answeredOn: "", fit: [] }),
  engagement: () => ({
    kind: "engagement",
    title: "",
    agreedOn: "today",
    success: "",
    startsOn: "",
    termEndsOn: "",
    renewsByMonths: "",
    noticeCount: "",
    noticeUnit: "months",
    noticeForm: "letter",
    noticeCounts: "received_by",
    endedOn: "",
  }),
  deliverable: (setting) => ({
    kind: "deliverable",
    title: "",
    engagement: onlyEngagement(setting),
    dueOn: "",
    deliveredOn: "",
    outcome: null,
    notes: "",
  }),
  check_in: (setting) => ({
    kind: "check_in",
    on: "today",
    scale: "csat",
    value: null,
    saidBy: "them",
    deliverable: latestDelivered(setting),
    words: "",
  }),
  obligation: (setting) => ({
    kind: "obligation",
    what: "brief",
    title: "",
    engagement: onlyEngagement(setting),
    dueOn: "",
    metOn: "",
    notes: "",
  }),
  invoice: (setting) => ({
    kind: "invoice",
    number: "",
    issuedOn: "today",
    amount: "",
    currency: clientChoice(setting)?.currency ?? setting.choices.currency,
    dueOn: fieldDay(plusDays(setting.today, TERMS_DAYS)),
    paidOn: "",
  }),
  concession: (setting) => ({
    kind: "concession",
    on: "today",
    what: "",
    amount: "",
    currency: clientChoice(setting)?.currency ?? setting.choices.currency,
    hours: "",
    reason: "",
  }),
  incident: () => ({ kind: "incident", on: "today", what: null, observed: "", otherReading: "" }),
  complaint: () => ({ kind: "complaint", on: "today", theme: "", words: "", answeredOn: "", resolvedOn: "" }),
};

/** The client's agreement, where there is exactly one. */
function onlyEngagement(setting: Setting): string {
  const engagements = clientChoice(setting)?.engagements ?? [];
  return engagements.length === 1 ? (engagements[0]?.id ?? "") : "";
}

/** A check-in is most likely about what was handed over last, if that was within a month. */
function latestDelivered(setting: Setting): string {
  const monthAgo = plusDays(setting.today, -30);
  const handedOver = (clientChoice(setting)?.deliverables ?? []).filter(
    (each) => each.outcome !== "pending" && each.on <= setting.today && each.on >= monthAgo,
  );
  return handedOver[0]?.id ?? "";
}
