// Before a decision, as its user sees it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { DecideLine, DecideView } from "../../lib/api/types";
import { balanceSentence, howOften, stillOpen } from "../../lib/words/decide";
import { openFromTable } from "../client/testing/open";
import { goTo, nothingToMend, openWindow } from "../record/testing/window";
import { actOf } from "./act";

afterEach(cleanup);

async function open(change: (view: DecideView) => void = () => undefined) {
  const api = memoryApi();
  const decide = api.decide.bind(api);
  vi.spyOn(api, "decide").mockImplementation(async (client) => {
    const view = await decide(client);
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("clients");
  await openFromTable("Halden & Co");
  await fireEvent.click(await screen.findByTestId("decide-button"));
  await screen.findByTestId("decide-steps");
  return api;
}

const line = (step: DecideLine["step"], more: Partial<DecideLine> = {}): DecideLine => ({
  step,
  done: false,
  count: 0,
  last_on: null,
  open: 0,
  records: [],
  ...more,
});

test("each step says whether it was done; what was opens its records, what was not offers the way", async () => {
  await open((view) => {
    for (const each of view.lines) {
      if (each.step === "told_needs") Object.assign(each, { done: false, count: 0, last_on: null, records: [] });
    }
  });
  const steps = screen.getByTestId("decide-steps");
  expect(
    within(steps).getAllByRole("listitem"),
    "own side, asked, listened, explained, changed, told, offered",
  ).toHaveLength(7);
  expect(screen.getByTestId("step-told_needs").textContent).toContain("Not yet");
  const done = [...steps.querySelectorAll<HTMLElement>("li.done")].find((each) =>
    each.querySelector("[aria-expanded]"),
  );
  if (done === undefined) throw new Error("the sample has a step with records");
  const show = within(done).getByRole("button", { expanded: false });
  await fireEvent.click(show);
  expect(show.getAttribute("aria-expanded"), "told to a screen reader").toBe("true");
  expect(within(done).getAllByRole("button").length, "the records themselves").toBeGreaterThan(1);
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("do-told_needs"));
  await waitFor(() => {
    expect(screen.queryByTestId("decide-steps"), "to the letter").toBeNull();
  });
});

test("nothing blocks: every decision is open, and begins as a record of this client", async () => {
  await open();
  await fireEvent.click(screen.getByTestId("decide-part"));
  const dialog = await screen.findByRole("dialog", { name: "Record a decision" });
  expect(within(dialog).getByTestId<HTMLInputElement>("what-part").checked, "what was chosen").toBe(true);
});

test("what was decided stands above, with its date and reason", async () => {
  await open((view) => {
    view.decided = {
      kind: "decision",
      id: "d",
      client: view.client,
      client_name: view.client_name,
      on: "2026-11-18",
      title: "",
      state: { is: "decided", what: "part", reason: "costs_more_attention_than_it_returns" },
      tone: "plain",
    } as NonNullable<DecideView["decided"]>;
  });
  expect(screen.getByTestId("decided").textContent).toContain(
    "You decided on 18 Nov: part. It costs more attention than it returns.",
  );
});

test("the way to a missing step fits what is missing", () => {
  expect(actOf(line("own_side", { open: 1 })), "a complaint waits").toBe("complaint");
  expect(actOf(line("listened")), "nobody talked").toBe("talk");
  expect(actOf(line("asked"))).toBe("ask");
  expect(actOf(line("offered_change"))).toBe("terms");
  expect(howOften(line("asked", { count: 3, last_on: "2026-11-03" }), "2026-11-22")).toBe("Three times, last on 3 Nov");
  expect(howOften(line("asked"), "2026-11-22"), "never").toBe("");
  expect(stillOpen(line("listened", { open: 1 }))).toBe("One complaint has no answer yet");
});

test("the balance compares one currency only, and says what is missing", () => {
  const pounds = (amount: number) => ({ minor: amount * 100, currency: "GBP" });
  const costs = {
    income: pounds(28_800),
    income_share: 0.46,
    renewal: { state: "open" as const },
    open_work: [],
    open_invoices: null,
  };
  const frees = { hours_a_month: 20, rate: pounds(100), median_rate: pounds(110), worth_a_year: pounds(26_400) };
  expect(balanceSentence(costs, frees)).toContain("would bring £26,400 at what your other clients pay: £2,400 less.");
  expect(balanceSentence(costs, { ...frees, worth_a_year: { minor: 1, currency: "EUR" } })).toMatch(
    /^To weigh it, record/,
  );
});
