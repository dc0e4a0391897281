// The calendar of renewals, as its user sees it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { RenewalRow, RenewalsView } from "../../lib/api/types";
import { decidedWords, letterButton, noticeWords } from "../../lib/words/renewals";
import { goTo, nothingToMend, openWindow } from "../record/testing/window";

afterEach(cleanup);

async function open(change: (view: RenewalsView) => void = () => undefined) {
  const api = memoryApi();
  const renewals = api.renewals.bind(api);
  vi.spyOn(api, "renewals").mockImplementation(async () => {
    const view = await renewals();
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("clients");
  await fireEvent.click(await screen.findByTestId("tab-renewals"));
  await screen.findByTestId("renewal-year");
  return { api, view: await api.renewals() };
}

const rowsOf = (view: RenewalsView): RenewalRow[] => view.months.flatMap(({ rows }) => rows);

function first(rows: readonly RenewalRow[]): RenewalRow {
  const [row] = rows;
  if (row === undefined) throw new Error("the sample has agreements that end");
  return row;
}

test("twelve months stand on a planner, and a line of it leads to the agreement", async () => {
  const { view } = await open();
  const year = screen.getByTestId("renewal-year");
  expect(within(year).getAllByRole("heading"), "a year").toHaveLength(12);
  const row = first(rowsOf(view));
  const [line] = within(year).getAllByTitle(new RegExp(`^${row.client_name}: `));
  expect(line?.textContent, "not by colour alone").toContain("not decided yet");
  await fireEvent.click(line as HTMLElement);
  expect(document.activeElement?.closest("tr")?.id, "the keyboard goes along").toBe(`renewal-${row.engagement}`);
  await nothingToMend();
});

test("a decision opens with its agreement and what was chosen, and then stands there with its reason", async () => {
  const { api, view } = await open();
  const row = first(rowsOf(view));
  const line = screen.getByTestId(`renewal-${row.engagement}`);
  await fireEvent.click(within(line).getByTestId("renewal-decide"));
  await fireEvent.click(screen.getByRole("menuitem", { name: "Don’t renew" }));
  const dialog = await screen.findByRole("dialog", { name: "Record a decision" });
  expect(within(dialog).getByTestId<HTMLInputElement>("what-part").checked, "what was chosen").toBe(true);
  await api.recordAdd({
    kind: "decision",
    client: row.client,
    engagement: row.engagement,
    on: view.today,
    what: "part",
    reason: "direction",
    notes: "",
  });
  const decided = rowsOf(await api.renewals()).find(({ engagement }) => engagement === row.engagement)?.decision;
  if (!decided) throw new Error("the decision is kept with its agreement");
  expect(decidedWords(decided)).toBe("Don’t renew. The practice goes another way.");
});

test("the letter that follows is one button, which says how far it is", async () => {
  const { view } = await open((shown) => {
    Object.assign(first(rowsOf(shown)), { letter_kind: "renewal_refusal", letter: null });
  });
  const row = first(rowsOf(view));
  const button = within(screen.getByTestId(`renewal-${row.engagement}`)).getByTestId("renewal-letter");
  expect(button.textContent).toContain("Renewal refusal…");
  const letter = (finished: boolean, sent_on: string | null): string =>
    letterButton({ ...row, letter: { id: "l", finished, sent_on } });
  expect([letter(false, null), letter(true, null), letter(true, "2026-11-20")]).toEqual([
    "Finish the letter…",
    "Send the letter…",
    "Letter sent",
  ]);
  await fireEvent.click(button);
  await waitFor(() => {
    expect(screen.queryByTestId("renewal-year"), "to the letter").toBeNull();
  });
});

test("a notice that is past is said plainly, with the next end", async () => {
  const { view } = await open();
  const row = first(rowsOf(view));
  const on = {
    state: "on",
    ends_on: "2027-01-31",
    renews: true,
    notice_by: "2026-11-20",
    post_by: "2026-11-17",
    passed: true,
    following_end: "2028-01-31",
  } as const;
  const told = (more: Partial<typeof on>, today: string) =>
    noticeWords({ ...row, renewal: { ...on, ...more } as RenewalRow["renewal"] }, today);
  expect(told({}, view.today)).toEqual({
    text: "was due 20 Nov",
    left: "too late for this term; next end 31 Jan 2028",
    passed: true,
  });
  const running = { passed: false } as object;
  expect(told(running, "2026-11-14")).toEqual({
    text: "by 20 Nov, posted by 17 Nov",
    left: "3 days left to post it",
    passed: false,
  });
  expect(told(running, "2026-11-17").left).toBe("today is the last day to post it");
  expect(told(running, "2026-11-19").left, "the post would come too late").toBe("1 day left, too few for the post");
  expect(told({ ...running, notice_by: null, post_by: null } as object, "2027-01-21")).toEqual({
    text: "none agreed",
    left: "10 days until it renews itself",
    passed: false,
  });
  expect(noticeWords({ ...row, renewal: { state: "open" } }, view.today).text).toBe("none agreed");
});

test("without agreements it says what belongs there", async () => {
  const api = memoryApi();
  const renewals = api.renewals.bind(api);
  vi.spyOn(api, "renewals").mockImplementation(async () => ({ ...(await renewals()), months: [], open: [] }));
  await openWindow(api);
  await goTo("clients");
  await fireEvent.click(await screen.findByTestId("tab-renewals"));
  expect(await screen.findByText(/An agreement stands here once it has an end/)).toBeTruthy();
});
