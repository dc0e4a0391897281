// Our own trust, as its user sees it.
import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { TrustView } from "../../lib/api/types";
import { trustBase, trustValue } from "../../lib/words/trust";
import { goTo, nothingToMend, openWindow } from "../record/testing/window";

afterEach(cleanup);

async function open(change: (view: TrustView) => void = () => undefined) {
  const api = memoryApi();
  const trust = api.trust.bind(api);
  vi.spyOn(api, "trust").mockImplementation(async () => {
    const view = await trust();
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("offering");
  await fireEvent.click(await screen.findByTestId("tab-trust"));
  await screen.findByRole("heading", { name: "Challenges that clients keep meeting" });
  return api;
}

const order = (): (string | undefined)[] =>
  [...document.querySelectorAll('[data-testid^="trust-"]')].map((each) => each.getAttribute("data-testid")?.slice(6));

test("where we got worse it says so first, and plainly", async () => {
  await open((view) => {
    view.sentence = { key: "trust_worse", figures: ["first_response"] };
    for (const figure of view.figures) if (figure.id === "first_response") figure.change = "worse";
  });
  expect(screen.getByTestId("headline").textContent).toBe(
    "It is you who got worse this year: your first answers took longer.",
  );
  expect(order()[0], "what got worse stands first").toBe("first_response");
  expect(screen.getByTestId("trust-first_response").textContent, "in a word beside it").toContain("Worse");
  await nothingToMend();
});

test("every figure says what it rests on, and has its months in a table", async () => {
  await open((view) => {
    const [first] = view.figures;
    if (first?.id !== "on_time") throw new Error("on time is the first figure");
    Object.assign(first, {
      now: { is: "share", value: 0.94 },
      n_now: 31,
      before: { is: "share", value: 0.92 },
      n_before: 1,
      change: "same",
    });
  });
  const card = screen.getByRole("region", { name: "On time" });
  expect(card.textContent.replaceAll(/\s+/g, " ")).toContain("94% of 31 deliverables");
  expect(card.textContent.replaceAll(/\s+/g, " "), "and the year before").toContain("92% of 1 deliverable");
  const table = within(card).getByRole("table", { name: "On time" });
  expect(within(table).getAllByRole("row"), "a head and twelve months").toHaveLength(13);
  expect(within(table).getByRole("columnheader", { name: "The year before" })).toBeTruthy();
});

test("what waits for us says what to do, and opens", async () => {
  await open();
  const waiting = screen.getByRole("list", { name: "Complaints without an answer" });
  expect(waiting.textContent, "whose it is").toContain("Borealis Labs");
  expect(screen.getByText(/Answer the oldest first/)).toBeTruthy();
  expect(screen.getByText("Nothing is overdue."), "no late work in the sample").toBeTruthy();
  await fireEvent.click(within(waiting).getByRole("button"));
  expect(await screen.findByRole("heading", { name: "Edit the complaint" })).toBeTruthy();
});

test("a challenge shows who met it, and leads to changing something", async () => {
  await open();
  const list = screen.getByRole("list", { name: "Challenges that clients keep meeting" });
  expect(list.textContent).toContain("2 clients");
  await fireEvent.click(within(list).getByRole("button", { name: "Show what was said about “report unclear”" }));
  expect(within(list).getByText(/Ostrava Tech/), "the records behind it").toBeTruthy();
  await fireEvent.click(within(list).getByRole("button", { name: "Change something… (“report unclear”)" }));
  await screen.findByRole("heading", { name: "Change something of ours" });
  expect(document.querySelector<HTMLInputElement>('[data-field="theme"]')?.value).toBe("report unclear");
});

test("where nothing is recorded it says what belongs there", async () => {
  await open((view) => {
    for (const figure of view.figures) Object.assign(figure, { n_now: 0, n_before: 0 });
    Object.assign(view, { unanswered: [], challenges: [] });
  });
  expect(screen.getByText(/Nothing of your own is recorded yet/)).toBeTruthy();
  expect(screen.getByText("Every complaint has an answer.")).toBeTruthy();
  expect(order(), "no empty figures").toEqual([]);
});

test("values stand in their unit", () => {
  expect(trustValue("complaints_per_deliverable", { is: "share", value: 0.154 })).toBe("0.15");
  expect(trustValue("on_time", { is: "share", value: 0.94 })).toBe("94%");
  expect(trustValue("first_response", { is: "days", value: 1.2 })).toBe("1.2 days");
  expect(trustBase("asked", 1)).toBe("of 1 time asked");
  expect(trustBase("asked", 0)).toBe("nobody asked");
});
