// Many records, changed alike or removed.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { Done, Kind } from "../../lib/api/types";
import Bulk from "./testing/Bulk.svelte";
import { chooseOption, nothingToMend } from "./testing/window";
import { changesFrom, sharedFields } from "./model/bulk";
import { fields } from "../../lib/api/fields";

afterEach(cleanup);

const kinds = (Object.keys(fields) as Kind[]).filter(
  (kind) => kind !== "letter" && kind !== "letter_template" && kind !== "profile",
);

/** The dialog over Halden's records of a kind. */
async function open(kind: Kind, count = 2) {
  const api = memoryApi();
  const view = await api.client("halden");
  const lines = [...view.we_owed, ...view.they_owed].filter(({ record }) => record.kind === kind).slice(0, count);
  const ondone = vi.fn<(done: Done) => void>();
  const onclose = vi.fn();
  render(Bulk, { api, kind, ids: lines.map(({ id }) => id), ondone, onclose });
  await screen.findByTestId("bulk-dialog");
  const records = async () => {
    const now = await api.client("halden");
    return [...now.we_owed, ...now.they_owed].filter(({ id }) => lines.some((line) => line.id === id));
  };
  return { api, ondone, onclose, records };
}

const choose = (place: number, key: string): Promise<void> =>
  chooseOption(screen.getAllByTestId<HTMLSelectElement>("bulk-field")[place] as HTMLSelectElement, key);

test("several fields of many records are changed alike, in one step", async () => {
  const { ondone, records } = await open("deliverable", 3);
  expect(screen.getByRole("heading", { name: "Change 3 deliverables" })).toBeTruthy();
  expect(screen.getByTestId<HTMLButtonElement>("bulk-save").disabled, "nothing is chosen yet").toBe(true);
  await choose(0, "scope");
  await fireEvent.click(screen.getByTestId("scope-extra"));
  await fireEvent.click(screen.getByTestId("bulk-another"));
  await choose(1, "due_on");
  await fireEvent.input(document.querySelector('[data-field="due_on"]') as HTMLElement, { target: { value: "1 dec" } });
  expect(screen.getByText("Tue 1 December 2026"), "the day that was understood").toBeTruthy();
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("bulk-save"));
  await waitFor(() => {
    expect(ondone).toHaveBeenCalledTimes(1);
  });
  expect(ondone.mock.calls[0]?.[0].message).toEqual({ key: "did_edit_many", kind: "deliverable", count: 3 });
  for (const { record } of await records()) {
    expect(record).toMatchObject({ scope: "extra", due_on: "2026-12-01" });
  }
});

test("what cannot be understood is said, and nothing is changed", async () => {
  const { api, ondone } = await open("invoice");
  const edit = vi.spyOn(api, "recordsEdit");
  await choose(0, "amount");
  await fireEvent.input(document.querySelector('[data-field="amount"]') as HTMLElement, { target: { value: "lots" } });
  await fireEvent.click(screen.getByTestId("bulk-save"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("“lots” is not an amount");
  expect(edit).not.toHaveBeenCalled();
  expect(ondone).not.toHaveBeenCalled();
});

test("a refusal of the practice is shown, and what was chosen stays", async () => {
  const { api } = await open("invoice");
  vi.spyOn(api, "recordsEdit").mockRejectedValueOnce({
    code: "invalid",
    message: "it was paid before it was issued",
    hint: "",
  });
  await choose(0, "paid_on");
  await fireEvent.input(document.querySelector('[data-field="paid_on"]') as HTMLElement, {
    target: { value: "today" },
  });
  await fireEvent.click(screen.getByTestId("bulk-save"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("It was paid before it was issued.");
  expect(document.querySelector<HTMLInputElement>('[data-field="paid_on"]')?.value).toBe("today");
});

test("removing asks first, and keeps by Escape", async () => {
  const { ondone, records } = await open("obligation");
  await fireEvent.click(screen.getByTestId("bulk-remove"));
  const question = await screen.findByRole("alertdialog");
  expect(question.textContent).toContain("Remove 2 things they owe? Undo brings them back.");
  await waitFor(() => {
    expect(document.activeElement?.textContent, "the safe answer has the keyboard").toBe("Keep them");
  });
  await fireEvent.keyDown(document.activeElement as HTMLElement, { key: "Escape" });
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(await records(), "both are there").toHaveLength(2);
  await fireEvent.click(screen.getByTestId("bulk-remove"));
  await fireEvent.click(await screen.findByTestId("bulk-remove-yes"));
  await waitFor(() => {
    expect(ondone).toHaveBeenCalledTimes(1);
  });
  expect(await records(), "both are gone").toHaveLength(0);
});

test.each(kinds)("many of a %s share fields that can be typed", (kind) => {
  const shared = sharedFields(kind);
  expect(shared.length, "there is something to change").toBeGreaterThan(0);
  expect(
    shared.filter(({ shape }) => ["client", "people", "record"].includes(shape.is)),
    "nothing that is one client's",
  ).toEqual([]);
});

test("values go as texts that the practice reads", () => {
  const check = (kind: Kind, key: string, value: Parameters<typeof changesFrom>[1][number]["value"], text: string) => {
    const spec = fields[kind].find((each) => each.key === key);
    if (spec === undefined) throw new Error(`no field ${key}`);
    expect(changesFrom(kind, [{ spec, value }], "2026-11-22"), `${kind} ${key}`).toEqual({ changes: [{ key, text }] });
  };
  check("attention", "minutes", "90", "1:30:00");
  check("time_entry", "seconds", "1.5", "1:30:00");
  check("time_entry", "billable", false, "no");
  check("time_entry", "hourly_rate", { amount: "95", currency: "eur" }, "95 EUR");
  check("time_entry", "hourly_rate", { amount: "", currency: "EUR" }, "");
  check("client", "tags", "one;two", "one, two");
  check("client", "check_in_every_days", "30", "30");
  check("obligation", "met_on", "yesterday", "2026-11-21");
  check("obligation", "met_on", "", "");
  check("complaint", "cause", "ours", "ours");
});
