// Recording each of the kinds whose form is made from the table of fields, as a user does.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { ClientView, LedgerLine } from "../../lib/api/types";
import { chooseOption, openWindow, press, toastSays, type } from "./testing/window";

afterEach(cleanup);

const field = (key: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-field="${key}"]`);
  if (found === null) throw new Error(`the form has no field ${key}`);
  return found;
};

/** Fills in a field by its key: a text, the word of a choice, an option by its text, or a box to tick. */
async function fill(key: string, value: string): Promise<void> {
  const choice = document.querySelector<HTMLInputElement>(`[data-testid="${key}-${value}"]`);
  if (choice !== null) {
    await fireEvent.click(choice);
    return;
  }
  const element = field(key);
  if (element instanceof HTMLSelectElement) {
    const option = [...element.options].find(({ text }) => text.startsWith(value));
    await chooseOption(element, option?.value ?? `${key}: ${value}`);
  } else if (element instanceof HTMLInputElement && element.type === "checkbox") {
    await fireEvent.click(element);
  } else {
    await fireEvent.input(element, { target: { value } });
  }
}

/** Opens the form of a kind for Halden. */
async function begin(key: string, whose: string | null = "hal"): Promise<Api> {
  const api = await openWindow();
  await press("r");
  await screen.findByTestId("record-kind-check_in");
  await press(key);
  await screen.findByTestId("record-save");
  if (whose !== null) {
    await waitFor(() => {
      expect(document.activeElement?.getAttribute("data-field")).toBe("client");
    });
    await type(whose);
    await press("Enter");
  }
  return api;
}

async function save(): Promise<void> {
  await fireEvent.click(screen.getByTestId("record-save"));
  await waitFor(() => {
    expect(screen.queryByTestId("record-save"), "the dialog is closed").toBeNull();
  });
}

async function openMore(): Promise<void> {
  const more = screen.getByTestId<HTMLDetailsElement>("record-more");
  more.open = true;
  await fireEvent(more, new Event("toggle"));
}

const newest = async (api: Api, list: (view: ClientView) => LedgerLine[]): Promise<unknown> =>
  list(await api.client("halden")).find(({ id }) => id.startsWith("new-"))?.record;

const cases = [
  {
    key: "r",
    fields: { words: "Clear, at last.", person: "Petra" },
    list: (view: ClientView) => view.they_said,
    expected: { kind: "praise", words: "Clear, at last.", person: "Petra", on: "2026-11-22", thanked_on: null },
  },
  {
    key: "t",
    fields: { seconds: "1:30", what: "Layout", billable: "off" },
    list: (view: ClientView) => view.work,
    expected: { kind: "time_entry", seconds: 5400, what: "Layout", billable: false, hourly_rate: null },
  },
  {
    key: "m",
    fields: { minutes: "25", on: "yesterday" },
    list: (view: ClientView) => view.work,
    expected: { kind: "attention", minutes: 25, on: "2026-11-21" },
  },
  {
    key: "v",
    fields: { asked: "What is missing?", changed: "A summary on the first page" },
    list: (view: ClientView) => view.talked,
    expected: { kind: "conversation", asked: "What is missing?", changed: "A summary on the first page", agreed: "" },
  },
  {
    key: "q",
    fields: { what: "A version for the board", worth: "600", answer: "declined", answered_on: "today" },
    list: (view: ClientView) => view.requests,
    expected: {
      kind: "request",
      answer: "declined",
      answered_on: "2026-11-22",
      worth: { minor: 60_000, currency: "EUR" },
    },
  },
  {
    key: "s",
    fields: { what: "raise_the_price", reason: "It costs more attention" },
    list: (view: ClientView) => view.decided,
    expected: { kind: "decision", what: "raise_the_price", reason: "costs_more_attention_than_it_returns" },
  },
  {
    key: "x",
    fields: { ended_by: "them", reason: "They went elsewhere", words: "Somebody nearer." },
    list: (view: ClientView) => view.decided,
    expected: { kind: "ending", ended_by: "them", reason: "went_elsewhere", enquiry: null },
  },
];

test.each(cases)(
  "a form from the table of fields records a $expected.kind",
  async ({ key, fields, list, expected }) => {
    const api = await begin(key);
    for (const [name, value] of Object.entries(fields)) await fill(name, value);
    await save();
    await toastSays("Halden & Co");
    expect(await newest(api, list), "what was recorded").toMatchObject({ ...expected, client: "halden" });
  },
);

test("a payment names one of the client's invoices, and is all that is open of it unless said otherwise", async () => {
  const api = await begin("y");
  await waitFor(() => {
    expect((field("invoice") as HTMLSelectElement).options.length, "the invoices of the client").toBeGreaterThan(1);
  });
  await fill("invoice", "2026-031");
  expect((field("amount") as HTMLInputElement).value, "all of it").toBe("4800");
  await fill("amount", "1000");
  await save();
  const record = await newest(api, (view) => view.they_owed);
  expect(record).toMatchObject({ kind: "payment", amount: { minor: 100_000, currency: "EUR" } });
});

test("a payment without an invoice says so at its field", async () => {
  await begin("y");
  await fireEvent.click(screen.getByTestId("record-save"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("Choose: for the invoice.");
  expect(document.activeElement, "the keyboard is led there").toBe(field("invoice"));
});

test("a referral contact is nobody's record: no client is asked", async () => {
  const api = await begin("f", null);
  expect(screen.queryByTestId("record-client")).toBeNull();
  await fill("name", "Ada Quill");
  await fill("field", "pricing");
  await save();
  const line = (await api.recordLines("referral_contact")).find(({ id }) => id.startsWith("new-"));
  expect(line?.record).toMatchObject({ kind: "referral_contact", name: "Ada Quill", field: "pricing" });
});

test("a change of our own is nobody's record, begins today and names the theme that it answers", async () => {
  const api = await begin("b", null);
  expect(screen.queryByTestId("record-client")).toBeNull();
  expect((field("from") as HTMLInputElement).value, "from today, unless said otherwise").toBe("today");
  await fill("what", "A summary on the first page");
  await fill("theme", "report unclear");
  await save();
  const line = (await api.recordLines("improvement")).find(({ id }) => id.startsWith("new-"));
  expect(line?.record).toMatchObject({ theme: "report unclear", from: "2026-11-22", done_on: null });
});

test("a criterion of fit weighs one unless said otherwise, and its weight is asked for wishes alone", async () => {
  const api = await begin("k", null);
  await fill("name", "Wants work before a contract");
  expect((field("weight") as HTMLInputElement).value).toBe("1");
  await fill("weight", "");
  await fill("weighs", "deal_breaker");
  expect(document.querySelector('[data-field="weight"]'), "what decides has no weight").toBeNull();
  await save();
  const line = (await api.recordLines("fit_criterion")).find(({ id }) => id.startsWith("new-"));
  expect(line?.record).toMatchObject({ weighs: "deal_breaker", weight: 1, retired: false });
});

test("that they were asked how it goes stands on the client's page", async () => {
  const api = await begin("h");
  await fill("scale", "nps");
  await fill("person", "Petra");
  await save();
  expect(await newest(api, (view) => view.talked)).toMatchObject({
    kind: "check_in_request",
    scale: "nps",
    person: "Petra",
    deliverable: null,
  });
});

test("what comes again may be for any client, and asks only what goes with its kind", async () => {
  const api = await begin("u", null);
  expect(document.querySelector('[data-testid="scale-csat"]'), "a deliverable has no scale").toBeNull();
  await fill("what", "check_in");
  await fill("scale", "nps");
  await fill("title", "Ask how it goes");
  await fill("every_months", "3");
  await save();
  const line = (await api.recordLines("template")).find(({ id }) => id.startsWith("new-"));
  expect(line?.record).toMatchObject({ client: null, what: "check_in", scale: "nps", every_months: 3 });
});

test("a new document asks for its file when it is saved; cancelling that keeps the form", async () => {
  const api = await begin("w");
  const before = (await api.client("halden")).documents.length;
  const add = vi.spyOn(api, "documentAdd").mockResolvedValueOnce(null);
  await fill("title", "The agreement");
  expect(screen.getByTestId("record-save").textContent).toBe("Choose the file…");
  await fireEvent.click(screen.getByTestId("record-save"));
  await waitFor(() => {
    expect(add).toHaveBeenCalledWith({ client: "halden", title: "The agreement", inside: true });
  });
  expect((field("title") as HTMLInputElement).value, "nothing is lost").toBe("The agreement");
  await save();
  expect((await api.client("halden")).documents).toHaveLength(before + 1);
});

test("what is seldom needed waits behind More, and is kept", async () => {
  const api = await begin("p");
  await fill("theme", "late");
  await openMore();
  await fill("cause", "shared");
  await fill("resolution", "A call every Friday");
  await save();
  const record = await newest(api, (view) => view.they_said);
  expect(record).toMatchObject({ kind: "complaint", cause: "shared", resolution: "A call every Friday" });
});

test("other people at a client's are rows that come and go", async () => {
  const api = await begin("l", null);
  await fill("name", "Quill & Daughters");
  await openMore();
  await fireEvent.click(await screen.findByText("Add a person"));
  await waitFor(() => {
    expect(document.activeElement?.getAttribute("aria-label"), "the keyboard is in the new row").toBe("Given name");
  });
  await type("Ada");
  await fireEvent.click(screen.getByText("Add a person"));
  await fireEvent.click(screen.getByLabelText("Take Ada off"));
  await fireEvent.input(screen.getByLabelText("What they do"), { target: { value: "finance" } });
  await fill("tags", "pricing, new");
  await save();
  const { clients } = await api.choices();
  const id = clients.find(({ name }) => name === "Quill & Daughters")?.id ?? "";
  expect((await api.client(id)).client).toMatchObject({
    tags: ["pricing", "new"],
    people: [{ given_name: "", role: "finance" }],
  });
});

test("Duplicate goes on with a new record like the one that is open", async () => {
  const api = memoryApi();
  const line = (await api.client("halden")).they_owed.find(({ record }) => record.kind === "obligation");
  await openWindow(api);
  await fireEvent.click(document.querySelector('tr[data-name="Halden & Co"] a') as HTMLElement);
  const shown = await screen.findAllByText(new RegExp(line?.title ?? "?"));
  await fireEvent.click(shown[0]?.closest("button") ?? (shown[0] as HTMLElement));
  await screen.findByRole("heading", { name: "Edit what they owe" });
  await fireEvent.click(screen.getByTestId("record-duplicate"));
  await screen.findByRole("heading", { name: "Record something they owe" });
  expect((field("title") as HTMLInputElement).value, "the same").toBe(line?.title);
  expect(screen.queryByTestId("record-remove"), "it is a new one").toBeNull();
  await save();
  const all = (await api.client("halden")).they_owed.filter(({ title }) => title === line?.title);
  expect(all, "both are there").toHaveLength(2);
  expect(all.find(({ id }) => id.startsWith("new-"))?.record, "without what came of it").toMatchObject({
    met_on: null,
  });
});
