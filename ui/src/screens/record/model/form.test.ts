import { expect, test } from "vitest";
import type { Choices, Record as AnyRecord } from "../../../lib/api/types";
import { blankForm } from "./blank";
import { formFrom } from "./fill";
import { KINDS, type CheckInForm, type DeliverableForm, type Form, type Setting } from "./form";
import { suggestedOutcome } from "./outcome";
import { recordFrom } from "./read";
import { afterDigit, valuesOf } from "./scale";

const choices: Choices = {
  clients: [
    {
      id: "halden",
      name: "Halden & Co",
      status: "active",
      currency: "GBP",
      engagements: [{ id: "reporting", title: "Monthly reporting" }],
      deliverables: [
        { id: "next", title: "Year-end report", on: "2027-01-20", outcome: "pending" },
        { id: "report", title: "Quarterly report", on: "2026-11-12", outcome: "met" },
      ],
    },
    { id: "quay", name: "Quay Partners", status: "prospect", currency: "EUR", engagements: [], deliverables: [] },
  ],
  themes: ["report unclear"],
  currency: "EUR",
};
const setting: Setting = { today: "2026-11-22", choices, client: "halden" };

/** One full record of every kind. */
const records: AnyRecord[] = [
  {
    kind: "client",
    name: "Halden & Co",
    status: "active",
    contact: { salutation: "Ms", given_name: "Petra", family_name: "Halden", email: "petra@halden.example" },
    address: ["4 Foundry Lane", "Leeds LS1 5QS"],
    country: "GB",
    language: "en-US",
    currency: "GBP",
    notes: "Met at the fair.",
    sample: true,
  },
  {
    kind: "enquiry",
    client: "halden",
    received_on: "2026-11-09",
    subject: "a pricing review",
    words: "Could you help?",
    answered_on: null,
  },
  {
    kind: "engagement",
    client: "halden",
    title: "Monthly reporting",
    agreed_on: "2024-03-01",
    success: "The board reads it",
    starts_on: null,
    term_ends_on: "2027-01-31",
    renews_by_months: 12,
    notice: { count: 2, unit: "months" },
    notice_form: "registered",
    notice_counts: "sent_by",
    ended_on: null,
  },
  {
    kind: "deliverable",
    client: "halden",
    engagement: "reporting",
    title: "Quarterly report",
    due_on: "2026-11-12",
    delivered_on: "2026-11-10",
    outcome: "partial",
    notes: "",
  },
  {
    kind: "check_in",
    client: "halden",
    on: "2026-11-20",
    scale: "nps",
    value: 2,
    said_by: "my_impression",
    deliverable: "report",
    words: "Still not what we had in mind.",
  },
  {
    kind: "obligation",
    client: "halden",
    engagement: null,
    what: "approval",
    title: "Approve brand copy",
    due_on: "2026-11-10",
    met_on: "2026-11-22",
    notes: "",
  },
  {
    kind: "invoice",
    client: "halden",
    number: "2026-034",
    issued_on: "2026-11-01",
    amount: { minor: 480_050, currency: "GBP" },
    due_on: "2026-11-15",
    paid_on: null,
  },
  {
    kind: "concession",
    client: "halden",
    on: "2026-10-04",
    what: "Second rewrite",
    amount: { minor: 48_000, currency: "GBP" },
    minutes: 675,
    reason: "to keep the peace",
  },
  {
    kind: "incident",
    client: "halden",
    on: "2026-10-31",
    what: "blame",
    observed: "Wrote to all staff.",
    other_reading: "A bad week.",
  },
  {
    kind: "complaint",
    client: "halden",
    on: "2026-10-31",
    theme: "report unclear",
    words: "What does it answer?",
    answered_on: "2026-11-01",
    resolved_on: null,
  },
];

test("every kind has a record here, a key of its own and a blank form", () => {
  expect(records.map((record) => record.kind).sort(), "kinds with a record").toEqual(
    KINDS.map((each) => each.kind).sort(),
  );
  expect(new Set(KINDS.map((each) => each.key)).size, "no key chooses two kinds").toBe(KINDS.length);
  for (const { kind } of KINDS)
    expect(blankForm(kind, setting).kind, "the blank form is of the kind asked for").toBe(kind);
});

test.each(records)("a $kind comes out of its form as it went in", (record) => {
  if (record.kind === "letter") throw new Error("letters have no form");
  expect(recordFrom(formFrom(record), setting), "nothing is lost or changed by opening and saving").toEqual({ record });
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
  check({ ...blank("concession"), hours: "ages" } as Form, "hours: time_unclear");
  check({ ...blank("engagement"), noticeCount: "two" } as Form, "noticeCount: count_unclear");
  check(blank("incident"), "what: incident_missing");
  check({ ...blank("client"), name: "Quay" } as Form, "read", { ...setting, client: "" });
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
