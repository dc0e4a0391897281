import { expect, test } from "vitest";
import { fields } from "../../../lib/api/fields";
import { records, setting } from "../testing/records";
import { blankForm } from "./blank";
import { draftForm } from "./draft";
import { formFrom } from "./fill";
import { hasForm, hasFormOf, KINDS, type CheckInForm, type DeliverableForm, type Form, type Setting } from "./form";
import { carried, firstFields, moreFields } from "./layout";
import { suggestedOutcome } from "./outcome";
import { recordFrom } from "./read";
import { afterDigit, valuesOf } from "./scale";

test("every kind has a record here, a key of its own and a blank form", () => {
  expect(records.map((record) => record.kind).sort(), "kinds with a record").toEqual(
    [...KINDS.map((each) => each.kind), "snooze"].sort(),
  );
  expect(new Set(KINDS.map((each) => each.key)).size, "no key chooses two kinds").toBe(KINDS.length);
  for (const { kind } of KINDS)
    expect(blankForm(kind, setting).kind, "the blank form is of the kind asked for").toBe(kind);
});

test.each(records)("a $kind comes out of its form as it went in", (record) => {
  if (!hasFormOf(record)) throw new Error("letters have no form");
  const client = "client" in record ? (record.client ?? "") : "";
  expect(recordFrom(formFrom(record), { ...setting, client }), "nothing is lost by opening and saving").toEqual({
    record,
  });
});

test.each(records)("every field of a $kind stands in its form", ({ kind }) => {
  if (!hasForm(kind)) throw new Error("letters have no form");
  const own = fields[kind].filter(({ shape }) => shape.is !== "client").map(({ key }) => key);
  const plain = carried(kind, true).map(({ key }) => key);
  expect(plain, "the table is carried whole").toEqual(own);
  const shown = [...firstFields(kind, {}), ...moreFields(kind, {})].map(({ key }) => key);
  const hidden = ["sha256", "need"];
  const template = ["obligation", "scale"];
  expect(
    own.filter((key) => !shown.includes(key) && !hidden.includes(key) && !template.includes(key)),
    "what is not shown is what nobody types, or what another field rules out",
  ).toEqual([]);
});

function refused(form: Form, at: Setting = setting): string {
  const reading = recordFrom(form, at);
  return "at" in reading ? `${reading.at.field}: ${reading.at.problem.is}` : "read";
}

test("what cannot be understood is answered at its field, the uppermost first", () => {
  const check = (form: Form, expected: string, at: Setting = setting) => {
    expect(refused(form, at), expected).toBe(expected);
  };
  const blank = (kind: Form["kind"]) => blankForm(kind, setting);
  check(blank("check_in"), "client: client", { ...setting, client: "" });
  check(blank("check_in"), "value: rating_missing");
  check({ ...blank("check_in"), value: 4, on: "soon" } as Form, "on: day_unclear");
  check({ ...blank("check_in"), value: 4, on: "" } as Form, "on: day_missing");
  check(blank("deliverable"), "dueOn: day_missing");
  check(blank("invoice"), "amount: amount_missing");
  check({ ...blank("invoice"), amount: "lots" } as Form, "amount: amount_unclear");
  check({ ...blank("invoice"), amount: "48", currency: "XQZ" } as Form, "currency: currency_unclear");
  check({ ...blank("client"), currency: "" } as Form, "currency: currency_unclear");
  check({ ...blank("concession"), hours: "ages" } as Form, "hours: time_unclear");
  check({ ...blank("engagement"), noticeCount: "two" } as Form, "noticeCount: count_unclear");
  check(blank("incident"), "what: incident_missing");
  check(blank("payment"), "invoice: choice_missing");
  check(blank("time_entry"), "seconds: time_missing");
  check(blank("decision"), "what: choice_missing");
  check(blank("attention"), "minutes: time_missing");
  check(blank("template"), "read", { ...setting, client: "" });
  check(blank("referral_contact"), "read", { ...setting, client: "" });
  const more = (kind: Form["kind"], values: object): Form => {
    const form = blank(kind);
    return { ...form, more: { ...form.more, ...values } };
  };
  check(more("attention", { minutes: "ages" }), "minutes: time_unclear");
  check(more("request", { worth: { amount: "much", currency: "GBP" } }), "worth: amount_unclear");
  check(more("request", { worth: { amount: "50", currency: "pounds" } }), "worth-currency: currency_unclear");
  check({ ...more("complaint", {}), theme: "late", resolvedOn: "" } as Form, "read");
  check({ ...blank("client"), name: "Quay" } as Form, "read", { ...setting, client: "" });
});

test("lengths of time: minutes where minutes are asked, hours elsewhere", () => {
  const read = (kind: Form["kind"], key: string, text: string): unknown => {
    const form = blankForm(kind, setting);
    const reading = recordFrom({ ...form, more: { ...form.more, [key]: text } }, setting);
    return "record" in reading ? (reading.record as unknown as Record<string, unknown>)[key] : reading.at.problem.is;
  };
  const check = (kind: Form["kind"], key: string, text: string, expected: number) => {
    expect(read(kind, key, text), `${kind}: ${text}`).toBe(expected);
  };
  check("attention", "minutes", "20", 20);
  check("attention", "minutes", "1:30", 90);
  check("attention", "minutes", "1.5h", 90);
  check("time_entry", "seconds", "1.5", 5400);
  check("time_entry", "seconds", "90 min", 5400);
  check("time_entry", "seconds", "1:30:15", 5415);
});

test("a line that was begun goes on as a form: what it said stands there, all else is as in an empty one", () => {
  const values = { client: "halden", value: 2, words: "no", on: "2026-11-21", scale: "nps", person: "Joe" };
  const form = draftForm("check_in", values, setting);
  expect(form).toMatchObject({ value: 2, words: "no", on: "21 Nov 2026", scale: "nps", deliverable: "report" });
  expect(form.more["person"], "behind More too").toBe("Joe");
  expect(draftForm("payment", { amount: { minor: 5000, currency: "GBP" } }, setting).more).toMatchObject({
    on: "today",
    amount: { amount: "50", currency: "GBP" },
  });
});

test("a check-in needs a rating and nothing else", () => {
  const form = { ...blankForm("check_in", setting), value: 2 } as CheckInForm;
  expect(recordFrom(form, setting), "today, said by them, about what was delivered last").toEqual({
    record: {
      kind: "check_in",
      client: "halden",
      on: "2026-11-22",
      scale: "csat",
      value: 2,
      said_by: "them",
      deliverable: "report",
      words: "",
      person: "",
      from_memory: false,
    },
  });
});

test("a new invoice takes the client's currency, and falls due in 14 days", () => {
  expect(blankForm("invoice", setting)).toMatchObject({ currency: "GBP", dueOn: "6 Dec 2026" });
  expect(blankForm("invoice", { ...setting, client: "" }), "without a client, the practice's own").toMatchObject({
    currency: "EUR",
  });
});

test("the outcome follows from the dates until one is chosen", () => {
  const check = (dueOn: string, deliveredOn: string, expected: string) => {
    const form = { ...blankForm("deliverable", setting), dueOn, deliveredOn } as DeliverableForm;
    expect(suggestedOutcome(form, setting.today), `due ${dueOn}, delivered ${deliveredOn}`).toBe(expected);
  };
  check("22/11", "", "pending");
  check("22/11", "today", "met");
  check("20/11", "today", "late");
  check("", "today", "met");
  const chosen = {
    ...blankForm("deliverable", setting),
    title: "x",
    dueOn: "22/11",
    deliveredOn: "today",
    outcome: "partial",
  } as Form;
  expect(recordFrom(chosen, setting), "what was chosen stands").toMatchObject({ record: { outcome: "partial" } });
});

test("each scale has its values, and digits choose them", () => {
  expect(valuesOf("csat")).toEqual([1, 2, 3, 4, 5]);
  expect(valuesOf("nps")).toHaveLength(11);
  expect(valuesOf("ces").at(-1)).toBe(7);
  expect(afterDigit("csat", null, 4), "a digit on the scale").toBe(4);
  expect(afterDigit("csat", 4, 9), "9 is not on CSAT").toBeNull();
  expect(afterDigit("nps", 1, 0), "1 and then 0 is 10").toBe(10);
  expect(afterDigit("nps", 2, 0), "0 after 2 is 0").toBe(0);
  expect(afterDigit("csat", 1, 0), "CSAT has neither 10 nor 0").toBeNull();
});
