// The bars of the method, as their user moves them.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../../lib/api/memory";
import { effectWords } from "../../../lib/words/method";
import { goTo, nothingToMend, openWindow, toastSays } from "../../record/testing/window";
import { methodForm, problems, stated } from "./form";

afterEach(cleanup);

async function open() {
  const api = await openWindow(memoryApi());
  await goTo("settings");
  await fireEvent.click(await screen.findByTestId("settings-part-method"));
  await screen.findByTestId("method-form");
  return api;
}

const field = (label: RegExp): HTMLInputElement => screen.getByLabelText(label);
const put = (label: RegExp, value: string) => fireEvent.input(field(label), { target: { value } });
const effect = (): string => screen.getByTestId("method-effect").textContent.replaceAll(/\s+/g, " ").trim();
const save = (): HTMLButtonElement => screen.getByRole("button", { name: "Save" });

const none = { changes: [], unchanged: 12, offering_problem_now: false, offering_problem_then: false };

test("what would change is told before it is saved, and asked for once the typing rests", async () => {
  const api = await open();
  const asked = vi.spyOn(api, "methodEffect").mockResolvedValue({
    ...none,
    half_life_days: 365,
    delivery_bar_percent: 85,
    changes: [{ client: "halden", name: "Halden & Co", now: "never_happy", then: "watch" }],
    unchanged: 11,
    offering_problem_then: true,
  });
  expect(effect(), "nothing to tell yet").toContain("before anything is saved");
  await nothingToMend();
  await put(/^Delivery bar/, "8");
  expect(field(/^Delivery bar/).getAttribute("aria-invalid"), "half typed is outside the range").toBe("true");
  await put(/^Delivery bar/, "80");
  await put(/^Delivery bar/, "85");
  await waitFor(() => {
    expect(effect()).toContain("1 of 12 verdicts would change:");
  });
  expect(effect()).toContain("Halden & Co from Never happy to Watch");
  expect(effect()).toContain("The offering would then be found wanting.");
  expect(asked.mock.calls, "only what was typed in the end").toEqual([[365, 85]]);
  expect((await api.profile()).delivery_bar_percent, "nothing is saved by looking").toBe(70);
});

test("they are saved together, and go back to what they were", async () => {
  const api = await open();
  expect(save().disabled, "nothing to save yet").toBe(true);
  await put(/^Half-life/, "180");
  await put(/^Delivery bar/, "85");
  await put(/^What an hour costs/, "45.50");
  await waitFor(() => {
    expect(effect(), "the sample's verdicts are given").toBe("No verdict would change.");
  });
  await fireEvent.submit(screen.getByTestId("method-form"));
  await toastSays("letterhead");
  expect(await api.profile()).toMatchObject({
    half_life_days: 180,
    delivery_bar_percent: 85,
    cost_per_hour: { minor: 4550, currency: "EUR" },
    name: "Ines Marlow",
  });
  await fireEvent.click(screen.getByRole("button", { name: "Back to the defaults" }));
  expect([field(/^Half-life/).value, field(/^Delivery bar/).value], "the bars").toEqual(["365", "70"]);
  expect(field(/^What an hour costs/).value, "what an hour costs is no bar").toBe("45.50");
  expect((await api.profile()).half_life_days, "saved only when it is said").toBe(180);
});

test("what cannot be is named at its field, with its range", async () => {
  await open();
  await put(/^Half-life/, "30");
  expect(screen.getByText("“30” is no half-life: write a whole number of days from 90 to 1,460")).toBeTruthy();
  await put(/^What an hour costs/, "much");
  expect(screen.getByText(/“much” is not an amount in EUR/)).toBeTruthy();
  expect(save().disabled, "not before it is mended").toBe(true);
});

test("a refusal of the practice stands beside the form", async () => {
  const api = await open();
  vi.spyOn(api, "profileSave").mockRejectedValueOnce({
    code: "read_only",
    message: "the ledger is read only",
    hint: "",
  });
  await put(/^Half-life/, "180");
  await fireEvent.submit(screen.getByTestId("method-form"));
  expect((await screen.findByTestId("error-note")).textContent).toContain("he ledger is read only");
  expect(field(/^Half-life/).value, "what was typed stays").toBe("180");
});

test("the form and the profile are the same", () => {
  const bars = { half_life_days: 365, delivery_bar_percent: 70, cost_per_hour: { minor: 4550, currency: "EUR" } };
  expect(stated(methodForm(bars), "EUR")).toEqual({ halfLife: 365, bar: 70, cost: bars.cost_per_hour });
  expect(stated(methodForm({ ...bars, cost_per_hour: null }), "EUR").cost, "not stated").toBeNull();
  const ends: [string, boolean][] = [
    ["90", true],
    ["1460", true],
    ["89", false],
    ["1461", false],
    ["9.5", false],
    ["", false],
  ];
  for (const [halfLife, fine] of ends) {
    expect("halfLife" in problems({ halfLife, bar: "70", cost: "" }, "EUR"), `a half-life of “${halfLife}”`).toBe(
      !fine,
    );
  }
  for (const [bar, fine] of [
    ["50", true],
    ["95", true],
    ["49", false],
    ["96", false],
  ] as const) {
    expect("bar" in problems({ halfLife: "365", bar, cost: "" }, "EUR"), `a bar of “${bar}”`).toBe(!fine);
  }
  expect(problems({ halfLife: "365", bar: "70", cost: "0" }, "EUR").cost, "an hour costs something").toBeDefined();
});

test("the effect in words", () => {
  const view = { ...none, half_life_days: 365, delivery_bar_percent: 70 };
  expect(effectWords(view)).toBe("No verdict would change.");
  expect(effectWords({ ...view, unchanged: 0 })).toBe("Nobody is judged yet, so nothing would change.");
});
