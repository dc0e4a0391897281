// Offering or fit, as its user sees it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { Helped, OfferingView } from "../../lib/api/types";
import { cellLabel, costWords, helpedWords, seriesWord, whenWords } from "../../lib/words/offering";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(cleanup);

/** Opens the screen on what the practice says, changed where a test wants it otherwise. */
async function open(change: (view: OfferingView) => void = () => undefined) {
  const api = memoryApi();
  const offering = api.offering.bind(api);
  vi.spyOn(api, "offering").mockImplementation(async () => {
    const view = await offering();
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("offering");
  await screen.findByRole("heading", { name: "Who said what" });
  return api;
}

test("it answers in a sentence, and leads to the other look at our own side", async () => {
  await open();
  expect(screen.getByTestId("headline").textContent, "our own side comes first").toMatch(
    /^Put your own delivery right first: .* one of the eight clients/,
  );
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("tab-trust"));
  await screen.findByRole("heading", { name: "Promises kept" });
  expect(screen.getByTestId("nav-offering").getAttribute("aria-current"), "still this place").toBe("page");
});

test("the review of a quarter is chosen from those with records, and saved", async () => {
  const api = await open();
  const save = vi.spyOn(api, "reviewSave");
  await fireEvent.click(await screen.findByRole("button", { name: "Quarterly review…" }));
  const items = screen.getAllByRole("menuitem").map((item) => item.textContent.trim());
  expect(items, "the latest first").toEqual(["Q4 2026, until today", "Q3 2026", "Q2 2026", "Q1 2026"]);
  await fireEvent.click(screen.getByRole("menuitem", { name: "Q3 2026" }));
  await toastSays("Saved as 2026-Q3 portfolio review.pdf");
  expect(save, "that quarter's").toHaveBeenCalledWith("2026-Q3");
});

test("a review whose place was not chosen says nothing, and one that fails says why", async () => {
  const api = await open();
  const save = vi.spyOn(api, "reviewSave").mockResolvedValueOnce(null);
  const choose = async () => {
    await fireEvent.click(await screen.findByTestId("review-button"));
    await fireEvent.click(screen.getByTestId("review-2026-Q2"));
  };
  await choose();
  expect(save).toHaveBeenCalledOnce();
  expect(screen.queryByText(/^Saved as/), "nothing was saved").toBeNull();
  const message = "/disk/review.pdf could not be written (no space): choose another place, or make room there";
  save.mockRejectedValueOnce({ code: "file", message, hint: "" });
  await choose();
  expect(await screen.findByText(/could not be written \(no space\)/), "in one sentence").toBeTruthy();
});

test("without a record there is no review", async () => {
  const api = memoryApi();
  vi.spyOn(api, "reviewQuarters").mockResolvedValue([]);
  await openWindow(api);
  await goTo("offering");
  await screen.findByRole("heading", { name: "Who said what" });
  expect(screen.queryByTestId("review-button")).toBeNull();
});

test("what must be said before any client is named stands above who said what", async () => {
  await open((view) => {
    view.before = [{ key: "own_record_fell", fell: "on_time" }];
  });
  const before = screen.getByRole("region", { name: "Before any client is named" });
  expect(before.textContent).toContain("Look at your own side first: fewer of your deliverables were on time.");
  const matrix = screen.getByRole("heading", { name: "Who said what" });
  expect(before.compareDocumentPosition(matrix) & Node.DOCUMENT_POSITION_FOLLOWING, "in this order").not.toBe(0);
});

test("a cell says its counts in words and opens the records behind it", async () => {
  await open();
  const table = screen.getByRole("table", { name: "Complaints by theme and client" });
  const row = within(table)
    .getByRole("rowheader", { name: /report unclear/ })
    .closest("tr") as HTMLElement;
  expect(within(row).getAllByRole("button"), "Halden and Ostrava said it").toHaveLength(2);
  const cell = within(row).getByRole("button", { name: "Halden & Co, report unclear: 1 after work you met" });
  expect(cell.textContent, "the number stands beside the shape").toContain("1");
  await fireEvent.click(cell);
  expect(cell.getAttribute("aria-expanded")).toBe("true");
  const records = screen.getByRole("list", { name: "What Halden & Co said about “report unclear”" });
  await fireEvent.click(within(records).getByRole("button"));
  expect(await screen.findByRole("heading", { name: "Edit the complaint" }), "the record itself").toBeTruthy();
});

test("a shared theme is marked in words, and says why", async () => {
  await open((view) => {
    const [first] = view.themes;
    if (first === undefined) throw new Error("the sample has complaints");
    first.shared = true;
    first.why = { key: "theme_shared", clients: 4, complaining: 6 };
  });
  expect(screen.getAllByText("The offering"), "beside the theme").not.toHaveLength(0);
  expect(
    screen.getByText("Four of the six clients who complain after work you met say this: more than chance explains."),
  ).toBeTruthy();
});

test("a theme leads to a change of our own that already names it", async () => {
  const api = await open();
  const about = screen.getByRole("button", { name: "Change something about this… (“report unclear”)" });
  await fireEvent.click(about);
  await screen.findByRole("heading", { name: "Change something of ours" });
  const theme = document.querySelector<HTMLInputElement>('[data-field="theme"]');
  expect(theme?.value, "what it answers is filled in").toBe("report unclear");
  const what = document.querySelector<HTMLInputElement>('[data-field="what"]');
  await fireEvent.input(what as HTMLInputElement, { target: { value: "A summary on the first page" } });
  await fireEvent.click(screen.getByTestId("record-save"));
  await toastSays("A summary on the first page");
  const { improvements } = await api.offering();
  expect(improvements.map(({ record }) => [record.theme, record.from])).toEqual([["report unclear", "2026-11-22"]]);
  const list = await screen.findByRole("list", { name: "What you change" });
  expect(list.textContent, "and before and after are told").toMatch(
    /from 22 Nov · about “report unclear”.*too early to tell/,
  );
  await fireEvent.click(within(list).getByRole("button", { name: "Edit “A summary on the first page”" }));
  expect(await screen.findByRole("heading", { name: "Edit the change" })).toBeTruthy();
});

test("the pictures have their tables, months and verdicts in words", async () => {
  await open();
  const delivery = screen.getByRole("table", { name: "Delivery by month" });
  expect(
    within(delivery)
      .getAllByRole("columnheader")
      .map((head) => head.textContent),
  ).toEqual(["Month", "Met", "Partly met", "Missed"]);
  expect(within(delivery).getByRole("rowheader", { name: "November 2026" })).toBeTruthy();
  expect(
    within(screen.getByRole("table", { name: "How your clients stood" })).getByRole("columnheader", {
      name: "Ours to put right",
    }),
  ).toBeTruthy();
});

test("without any complaint it says what belongs there, and begins one", async () => {
  await open((view) => {
    view.themes = [];
    view.clients = [];
    view.sentence = { key: "offering_too_few", rated: 0, needed: 4 };
  });
  expect(screen.getByText(/Nobody has complained yet/)).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "What stands behind each theme" })).toBeNull();
  await fireEvent.click(screen.getByRole("button", { name: "Record a complaint…" }));
  expect(await screen.findByRole("heading", { name: "Record a complaint" })).toBeTruthy();
});

test("twelve clients and more stay one table, each name leading to its client", async () => {
  await open((view) => {
    for (let n = 0; n < 12; n++)
      view.clients.push({ client: `more-${String(n)}`, name: `Client ${String(n)}`, verdict: null });
  });
  const table = screen.getByRole("table", { name: "Complaints by theme and client" });
  const heads = within(table).getAllByRole("columnheader");
  expect(heads.length, "the theme, three of the sample and twelve more").toBe(16);
  await fireEvent.click(within(table).getByRole("button", { name: "Halden & Co" }));
  await waitFor(() => {
    expect(screen.getByTestId("headline").textContent).toBe("Halden & Co");
  });
});

describe("the words of a change", () => {
  const helped: Helped = {
    says: "cannot_tell",
    since: "2026-01-01",
    before: 5,
    before_months: 30.2,
    after: 1,
    after_months: 28,
    ratio: 0.2,
    low: null,
    high: null,
  };
  const cases: [string, Partial<Helped>, string][] = [
    ["too few", {}, "5 complaints in 30 client-months before, 1 in 28 since: too few to tell from chance."],
    [
      "too few, with its ends",
      { low: 0.004, high: 1.94 },
      "5 complaints in 30 client-months before, 1 in 28 since: too few to tell from chance (less than 0.01 to 1.9 times as often as before).",
    ],
    [
      "better",
      { says: "better", before: 12, low: 0.05, high: 0.62 },
      "It helped: 12 complaints in 30 client-months before, 1 in 28 since (0.05 to 0.62 times as often as before).",
    ],
    [
      "worse",
      { says: "worse", before: 0, after: 7, low: 1.7 },
      "It did not help: 0 complaints in 30 client-months before, 7 in 28 since, more than chance explains (at least 1.7 times as often as before).",
    ],
    [
      "early",
      { says: "too_early", after_months: 0.4, after: 0 },
      "5 complaints in 30 client-months before, 0 in 1 since: less than 30 days have passed, which is too early to tell.",
    ],
    ["nothing at all", { before: 0, after: 0 }, "No complaint about it, before or since."],
  ];
  it.each(cases)("%s", (_, change, expected) => {
    expect(helpedWords({ ...helped, ...change })).toBe(expected);
  });

  it("says when it begins, began, or should have", () => {
    const change = { what: "", theme: "", notes: "", from: "2026-12-01", done_on: null };
    expect(whenWords(change, "2026-11-22")).toBe("from 1 Dec");
    expect(whenWords({ ...change, from: "2026-11-01" }, "2026-11-22")).toBe("promised for 1 Nov, not begun yet");
    expect(whenWords({ ...change, done_on: "2026-11-03" }, "2026-11-22")).toBe("since 3 Nov");
  });

  it("names counts, costs and series", () => {
    expect(cellLabel({ after_met: 3, after_missed: 1 })).toBe(
      "3 after work you met and 1 after work you missed, or before any",
    );
    expect(costWords({ given: { minor: 48_000, currency: "EUR" }, minutes: 660, income_share: 0.31 })).toEqual([
      "€480 and 11 h given away soon after",
      "31% of your income hangs on it",
    ]);
    expect(costWords({ given: null, minutes: 0, income_share: null }), "nothing is known").toEqual([]);
    expect(["met", "never_happy", "x"].map(seriesWord)).toEqual(["Met", "Never happy", "x"]);
  });
});

test("where nothing was delivered yet, it says so in place of an empty picture", async () => {
  const api = memoryApi();
  const { client } = await api.client("quay");
  await api.sampleRemove();
  await api.recordAdd({ ...client, kind: "client", name: "Aster", sample: false });
  await openWindow(api);
  await goTo("offering");
  const card = await screen.findByRole("region", { name: "Delivery by month" });
  expect(card.textContent).toContain("Nothing that you delivered is recorded yet");
  expect(within(card).queryByRole("button", { name: /table/ }), "no empty table").toBeNull();
});
