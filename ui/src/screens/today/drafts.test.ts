// The records that the lines of what needs the user open: their forms take what the line knows.
import { expect, it } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { Kind, LedgerLine, LineDraft, Message, Need } from "../../lib/api/types";
import { RecordDesk } from "../record/desk.svelte";
import { actionOf } from "./model/action";

const TODAY = "2026-11-22";
const amount = { minor: 480000, currency: "EUR" };

it.each<[Kind, Message, object]>([
  [
    "invoice",
    { key: "need_invoice", number: "2026-031", amount, days: 2 },
    { kind: "payment", more: { on: "22 Nov 2026", amount: { amount: "4800", currency: "EUR" } } },
  ],
  [
    "engagement",
    { key: "need_decision", engagement: "Monthly reporting", ends_on: "2027-01-31", renews: true },
    { kind: "decision", more: { on: "22 Nov 2026", engagement: "halden-1" } },
  ],
  ["complaint", { key: "need_complaint", theme: "", days: 2 }, { kind: "complaint", answeredOn: "22 Nov 2026" }],
  ["obligation", { key: "need_obligation", title: "", days: 2 }, { kind: "obligation", metOn: "22 Nov 2026" }],
  ["incident", { key: "need_review", observed: "" }, { kind: "incident", more: { review_on: "" } }],
])("a line about: %s (%o)", async (kind, message, expected) => {
  const api = memoryApi();
  const view = await api.client("halden");
  const lines: LedgerLine[] = [view.they_said, view.they_owed, view.given_away, view.engagements].flat();
  const line = lines.find(({ record }) => record.kind === kind);
  const need: Need = {
    key: "x",
    on: TODAY,
    days_left: 0,
    message,
    client: "halden",
    client_name: "Halden & Co",
    kind,
    id: line?.id ?? "",
  };
  const action = actionOf(need, TODAY);
  const draft: LineDraft | undefined = action?.is === "record" ? action.request.draft : undefined;
  const desk = new RecordDesk(api, TODAY, { client: "halden", draft });
  await desk.open();
  expect(desk.error, "nothing is wrong with it").toBeNull();
  expect(desk.id, "the record that changes, or a new one").toBe(draft?.id);
  expect(desk.form, "its form").toMatchObject(expected);
});
