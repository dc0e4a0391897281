// What each client is worth, as its user sees it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { WorthRow, WorthView } from "../../lib/api/types";
import { againstMedian, askedWords, lateWords, neededWords, whaleCaption } from "../../lib/words/worth";
import { goTo, nothingToMend, openWindow } from "../record/testing/window";
import { firstOrder, sorted } from "./sort";

afterEach(cleanup);

const pounds = (amount: number) => ({ minor: amount * 100, currency: "GBP" });

const blank: WorthRow = {
  client: "",
  name: "",
  verdict: "healthy",
  fees: null,
  hours: 0,
  rate: null,
  given: null,
  given_share: null,
  they_asked: 0,
  we_offered: 0,
  unknown_initiative: 0,
  generous: false,
  days_beyond_terms: null,
  unbilled_hours: 0,
  income_share: null,
  profit: null,
  needed: null,
  compared: false,
};

const rows: WorthRow[] = [
  {
    ...blank,
    client: "ash",
    name: "Ash",
    fees: pounds(9000),
    rate: pounds(120),
    profit: pounds(1500),
    given: pounds(800),
    given_share: 0.08,
    we_offered: 2,
    generous: true,
    compared: true,
  },
  {
    ...blank,
    client: "birch",
    name: "Birch",
    fees: pounds(12_000),
    rate: pounds(80),
    profit: pounds(-3000),
    needed: { fees: pounds(15_000), change: 0.25, hours: 120, days_beyond_terms: 3 },
    compared: true,
  },
  { ...blank, client: "cedar", name: "Cedar", fees: { minor: 9_999_900, currency: "USD" } },
  { ...blank, client: "dale", name: "Dale" },
];

const names = (): (string | null)[] =>
  [...screen.getByTestId("worth-table").querySelectorAll("tbody tr")].map((row) => row.getAttribute("data-name"));

async function open(change: (view: WorthView) => void = () => undefined) {
  const api = memoryApi();
  const worth = api.worth.bind(api);
  vi.spyOn(api, "worth").mockImplementation(async () => {
    const view = { ...(await worth()), rows, median_rate: pounds(100) };
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("clients");
  await fireEvent.click(await screen.findByTestId("tab-worth"));
  await screen.findByTestId("worth-table");
  return api;
}

describe("the ranking", () => {
  test("begins with who brings most an hour; a head sorts by its column, a second press turns it round", async () => {
    await open();
    expect(names(), "the best hour first, without one last").toEqual(["Ash", "Birch", "Cedar", "Dale"]);
    const head = screen.getByRole("columnheader", { name: "Profit" });
    expect(head.getAttribute("aria-sort"), "not sorted by it").toBeNull();
    await fireEvent.click(within(head).getByRole("button"));
    await fireEvent.click(within(head).getByRole("button"));
    expect(head.getAttribute("aria-sort"), "told to a screen reader").toBe("ascending");
    expect(names(), "the loss first, the unknown still last").toEqual(["Birch", "Ash", "Cedar", "Dale"]);
    await nothingToMend();
  });

  test("keeps other currencies apart: their numbers are not larger or smaller", () => {
    const byFees = sorted(rows, firstOrder("fees"), "GBP").map(({ name }) => name);
    expect(byFees).toEqual(["Birch", "Ash", "Cedar", "Dale"]);
  });

  test("names a content client who is given much, and says whose idea it was", async () => {
    await open();
    expect(screen.getByTestId("generous").textContent).toContain("a client who is content: Ash.");
    expect(screen.getByTestId("worth-ash").textContent).toContain("2 you offered");
    expect(askedWords({ ...blank, they_asked: 1, unknown_initiative: 3 })).toBe("1 they asked for, 3 not noted");
  });

  test("hints at what is missing where nothing is recorded", async () => {
    const api = memoryApi();
    const worth = api.worth.bind(api);
    vi.spyOn(api, "worth").mockImplementation(async () => ({ ...(await worth()), rows: [] }));
    await openWindow(api);
    await goTo("clients");
    await fireEvent.click(await screen.findByTestId("tab-worth"));
    expect(await screen.findByText(/It takes their invoices and the hours you worked/)).toBeTruthy();
  });
});

describe("the price of one client", () => {
  test("tells what the median would need, and takes the keyboard there", async () => {
    await open();
    await fireEvent.click(screen.getByRole("button", { name: "Price and terms of Birch" }));
    const price = await screen.findByRole("group", { name: "Price and terms of Birch" });
    expect(document.activeElement, "the keyboard goes along").toBe(price);
    expect(price.textContent).toContain("£15,000 a year for the same hours: 25% more,");
    expect(neededWords({ fees: pounds(1), change: 0.1, hours: 1, days_beyond_terms: 0 }).at(-1)).toBe(
      "And paid on its day, as your other clients do.",
    );
    await nothingToMend();
  });

  test("asks for the cut in percent, refuses what none is, and leads to the letters", async () => {
    const api = await open();
    const cut = vi.spyOn(api, "priceCut").mockResolvedValue({
      client: "birch",
      client_name: "Birch",
      cut: 0.2,
      filled: 0.5,
      elsewhere: pounds(120),
      rate_now: pounds(80),
      rate_after: pounds(64),
      fees_after: pounds(9600),
      given_up: pounds(2400),
      at_risk: pounds(12_000),
      at_risk_share: 0.57,
      part_below: pounds(60),
      parting_is_better: false,
      largest_cut: 0.25,
      sentence: { key: "price_cut_bear", rate_after: pounds(64), part_below: pounds(60), largest_cut: 0.25 },
      letters: ["request_decline", "new_terms"],
    });
    await fireEvent.click(screen.getByTestId("price-birch"));
    await waitFor(() => {
      expect(cut, "a fifth, half of it sold elsewhere").toHaveBeenCalledWith("birch", 0.2, 0.5);
    });
    const result = screen.getByTestId("price-result");
    await waitFor(() => {
      expect(result.textContent).toContain("You can bear it: an hour would still bring £64");
    });
    expect(result.textContent, "what is at stake").toContain("£12,000 57% of your income");
    cut.mockClear();
    await fireEvent.input(screen.getByTestId("price-cut"), { target: { value: "100" } });
    expect(screen.getByText("A number from 1 to 99."), "names the mend").toBeTruthy();
    expect(screen.getByTestId("price-cut").getAttribute("aria-invalid")).toBe("true");
    await fireEvent.input(screen.getByTestId("price-cut"), { target: { value: "12,5" } });
    await waitFor(() => {
      expect(cut, "a comma is a point").toHaveBeenLastCalledWith("birch", 0.125, 0.5);
    });
    expect(cut, "what is refused is not asked").toHaveBeenCalledTimes(1);
    await fireEvent.click(screen.getByTestId("price-close"));
    expect(screen.queryByTestId("price")).toBeNull();
    await waitFor(() => {
      expect(document.activeElement?.id, "back to where it was opened").toBe("price-of-birch");
    });
  });

  test("asks for nothing where there are no fees and hours, and says what is missing", async () => {
    const api = await open();
    const cut = vi.spyOn(api, "priceCut");
    await fireEvent.click(screen.getByTestId("price-dale"));
    const price = await screen.findByTestId("price");
    expect(price.textContent).toContain("Record their invoices and hours to see it.");
    expect(within(price).queryByTestId("price-cut"), "no sum without figures").toBeNull();
    expect(cut).not.toHaveBeenCalled();
  });

  test("needs no other price of who brings the median but pays late", () => {
    const needed = { fees: pounds(9000), change: -0.1, hours: 100, days_beyond_terms: 4.2 };
    expect(neededWords(needed)).toEqual([
      "An hour brings the median or more.",
      "It is to be paid within 4 days of it, as your other clients do.",
    ]);
  });
});

describe("the curve of profit", () => {
  test("stands above the ranking, with the table that says the same", async () => {
    const api = memoryApi();
    const profile = await api.profile();
    const clients = (await api.clients()).rows.filter(({ status }) => status === "active").slice(0, 2);
    for (const [place, { id }] of clients.entries()) {
      const { client } = await api.client(id);
      await api.recordEdit(id, { ...client, kind: "client", currency: profile.currency });
      await api.recordAdd({
        kind: "invoice",
        client: id,
        engagement: null,
        number: `W-${String(place)}`,
        amount: { minor: 900_000, currency: profile.currency },
        issued_on: "2026-10-01",
        due_on: "2026-10-31",
        paid_on: "2026-10-20",
        notes: "",
      });
      await api.recordAdd({
        kind: "time_entry",
        client: id,
        engagement: null,
        on: "2026-10-02",
        seconds: 3600 * (place === 0 ? 40 : 200),
        what: "",
        deliverable: null,
        billable: true,
        hourly_rate: null,
      });
    }
    await openWindow(api);
    await goTo("clients");
    await fireEvent.click(await screen.findByTestId("tab-worth"));
    const figure = await screen.findByRole("figure", { name: "Profit, added up" });
    expect(within(figure).getAllByRole("rowheader").length, "a client a row").toBeGreaterThanOrEqual(2);
    await nothingToMend();
  });

  test("is told in a sentence, losses too", () => {
    const chart = { drawing: { width: 1, height: 1, marks: [] }, series: [], rows: [], unit: "amount" } as const;
    const whale = (peak_at: number, peak: number, total: number) =>
      whaleCaption(
        {
          chart: { ...chart, drawing: { ...chart.drawing, marks: [] }, series: [], rows: [] },
          peak_at,
          peak: pounds(peak),
          total: pounds(total),
        },
        3,
      );
    expect(whale(3, 900, 900)).toBe("Every client adds to it: £900 in all.");
    expect(whale(2, 900, -100)).toBe("The first 2 make £900; with the others a loss of £100 is left.");
    expect(whale(0, 0, -300)).toBe("Nobody adds to it: a loss of £300 in all.");
  });
});

test("a rate is set against the median, of those who are compared", async () => {
  expect(againstMedian(pounds(120), pounds(100))).toBe("20% above");
  expect(againstMedian(pounds(80), pounds(100))).toBe("20% below");
  expect(againstMedian(pounds(80), pounds(80)), "it is the median").toBe("");
  await open();
  expect(screen.getByTestId("worth-birch").textContent, "heard in full").toMatch(/20% below\s*the median/);
  expect(screen.getByTestId("worth-cedar").textContent, "another currency").not.toMatch(/above|below/);
});

test("days are whole, and none where they pay in time", () => {
  expect([lateWords(null), lateWords(-2), lateWords(0.4), lateWords(1), lateWords(20.6)]).toEqual([
    "–",
    "–",
    "–",
    "1 day",
    "21 days",
  ]);
});
