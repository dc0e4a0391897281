// What was done: taking one step back alone, what stands in the way, and putting a record back.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { HistoryLine } from "../../lib/api/types";
import { goTo, nothingToMend, openWindow, toastSays } from "../record/testing/window";

afterEach(cleanup);

/** A practice in which a deliverable was renamed twice and a check-in was removed. */
async function worked(): Promise<Api> {
  const api = memoryApi();
  const view = await api.client("halden");
  const report = view.we_owed.find(({ title }) => title === "Metrics dashboard");
  if (report?.record.kind !== "deliverable") throw new Error("the sample has this deliverable");
  await api.recordEdit(report.id, { ...report.record, title: "Dashboard, first" });
  await api.recordRemove("check_in", view.they_said[0]?.id ?? "");
  await api.recordEdit(report.id, { ...report.record, title: "Dashboard, second" });
  return api;
}

async function openHistory(api: Api): Promise<void> {
  await openWindow(api);
  await goTo("settings");
  await fireEvent.click(await screen.findByTestId("open-history"));
  await screen.findAllByTestId("history");
}

const titles = async (api: Api): Promise<string[]> => (await api.client("halden")).we_owed.map(({ title }) => title);

test("one step is taken back alone, and is struck out", async () => {
  const api = await worked();
  await openHistory(api);
  const before = (await api.client("halden")).they_said.length;
  await fireEvent.click(screen.getByRole("button", { name: /^Take this back alone: Removed: check-in/ }));
  await toastSays("Taken back: Removed: check-in");
  await waitFor(() => {
    expect(document.querySelector("s")?.textContent, "struck out").toMatch(/^Removed: check-in/);
  });
  expect(screen.getByText("taken back"), "and in a word").toBeTruthy();
  expect((await api.client("halden")).they_said, "it is there again").toHaveLength(before + 1);
  expect(await titles(api), "the rest stays").toContain("Dashboard, second");
  await nothingToMend();
});

test("what stands in the way is said at the step itself", async () => {
  const api = await worked();
  await openHistory(api);
  const button = screen.getByRole("button", { name: /Changed: deliverable “Dashboard, first”/ });
  await fireEvent.click(button);
  const step = button.closest("li") as HTMLElement;
  const note = await within(step).findByRole("alert");
  expect(note.textContent, "names it").toContain("Dashboard, second");
  expect(await titles(api), "nothing changed").toContain("Dashboard, second");
});

test("one record is put back as it was before a step", async () => {
  const api = await worked();
  await openHistory(api);
  const step = screen.getByText(/Changed: deliverable “Dashboard, first”/).closest("li") as HTMLElement;
  await fireEvent.click(within(step).getByRole("button", { name: "1 record" }));
  await fireEvent.click(within(step).getByRole("button", { name: /^Put back as it was/ }));
  await toastSays("Metrics dashboard");
  expect(await titles(api), "as before both changes").toContain("Metrics dashboard");
});

test("a step of many records asks first", async () => {
  const api = memoryApi();
  const ids = (await api.client("halden")).we_owed.slice(0, 3).map(({ id }) => id);
  await api.recordsRemove("deliverable", ids);
  await openHistory(api);
  const button = screen.getByRole("button", { name: /^Take this back alone: / });
  await fireEvent.click(within(button.closest("li") as HTMLElement).getByRole("button", { name: "3 records" }));
  const taker = screen.getAllByRole("button", { name: /^Take this back alone: / })[1] ?? button;
  await fireEvent.click(taker);
  const dialog = await screen.findByTestId("take-back-dialog");
  expect(dialog.textContent, "how many").toContain("3 records");
  await fireEvent.click(within(dialog).getByTestId("take-back-do"));
  await waitFor(async () => {
    expect((await api.client("halden")).we_owed.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

test("erased steps say so, finished letters say why they stay, and older ones come on demand", async () => {
  const line = (seq: number, more: Partial<HistoryLine>): HistoryLine => ({
    seq,
    at: "2026-11-22T09:00:00Z",
    message: { key: "did_save_profile" },
    taken_back: false,
    records: [],
    touched: 1,
    fixed: false,
    ...more,
  });
  const api = memoryApi();
  vi.spyOn(api, "history").mockImplementation((_, before) =>
    Promise.resolve(
      before === null
        ? {
            entries: [
              line(9, { message: null, fixed: true }),
              line(8, { message: { key: "did_save_pdf", client: "Halden & Co" }, fixed: true }),
            ],
            more: true,
          }
        : { entries: [line(7, {})], more: false },
    ),
  );
  await openHistory(api);
  expect(screen.getByTestId("step-9").textContent, "what is gone").toContain("gone for good");
  expect(screen.getByTestId("step-8").textContent, "why it stays").toContain("it finished a letter");
  expect(screen.queryByTestId("take-back-9"), "no button").toBeNull();
  expect(screen.queryByTestId("take-back-8"), "no button").toBeNull();
  await fireEvent.click(screen.getByTestId("history-more"));
  expect(await screen.findByTestId("step-7"), "the older one").toBeTruthy();
  expect(screen.queryByTestId("history-more"), "that was all").toBeNull();
});

test("older steps come by themselves before one is there, few of them are made, and a failure is not tried again", async () => {
  let near: () => void = () => undefined;
  let observers = 0;
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(told: (seen: { isIntersecting: boolean }[]) => void) {
        observers += 1;
        near = () => {
          told([{ isIntersecting: true }]);
        };
      }
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
  const step = (seq: number): HistoryLine => ({
    seq,
    at: `2026-11-${String(1 + Math.floor((seq - 1) / 50)).padStart(2, "0")}T09:00:00Z`,
    message: { key: "did_save_profile" },
    taken_back: false,
    records: [],
    touched: 1,
    fixed: false,
  });
  const api = memoryApi();
  const asked = vi.spyOn(api, "history").mockImplementation((_, before) => {
    const from = (before ?? 1001) - 1;
    if (from === 800) return Promise.reject(Object.assign(new Error(), { code: "ledger", message: "", hint: "" }));
    return Promise.resolve({ entries: Array.from({ length: 100 }, (_each, place) => step(from - place)), more: true });
  });
  await openHistory(api);
  const list = screen.getByTestId("history");
  near();
  await waitFor(() => {
    expect(asked.mock.lastCall?.[1], "on from the last one").toBe(901);
  });
  const made = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-testid^=step-]")];
  await waitFor(() => {
    expect(made().at(-1)?.dataset["testid"], "the last of what came").toBe("step-801");
  });
  expect(made().length, "few of them").toBeLessThan(100);
  expect(made()[0]?.getAttribute("aria-setsize"), "how many there are nobody knows yet").toBe("-1");
  expect(
    within(list)
      .getAllByRole("heading")
      .map((head) => head.textContent)[0],
    "under its day",
  ).toMatch(/20 November/);
  const before = observers;
  near();
  await screen.findByRole("alert");
  expect(observers, "the end is not looked for again").toBe(before);
  expect(screen.getByTestId("history-more"), "it is up to the user").toBeTruthy();
  vi.unstubAllGlobals();
  await nothingToMend();
});
