// Whom we fit, as its user sees it.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import type { FitCriteriaView } from "../../lib/api/types";
import { goTo, nothingToMend, openWindow } from "../record/testing/window";

afterEach(cleanup);

const criterion = {
  name: "Names one person who decides",
  weighs: "must_have",
  weight: 3,
  question: "Who will approve the drafts?",
  offer: "You name one person who decides.",
  learnt_from: "",
  retired: false,
} as const;

async function open(change: (view: FitCriteriaView) => void = () => undefined, empty = false) {
  const api = memoryApi();
  if (!empty) {
    await api.recordAdd({ kind: "fit_criterion", ...criterion });
    await api.recordAdd({ kind: "fit_criterion", ...criterion, name: "Wants to be on call", weighs: "deal_breaker" });
  }
  const criteria = api.fitCriteria.bind(api);
  vi.spyOn(api, "fitCriteria").mockImplementation(async () => {
    const view = await criteria();
    change(view);
    return view;
  });
  await openWindow(api);
  await goTo("enquiries");
  await fireEvent.click(await screen.findByTestId("tab-fit"));
  await screen.findByTestId("fit-add");
  return api;
}

test("criteria stand by how much they decide, and are retired without being lost", async () => {
  const api = await open();
  const musts = screen.getByRole("region", { name: "Musts" });
  expect(musts.textContent).toContain("Who will approve the drafts?");
  expect(screen.getByRole("region", { name: "What decides against" }).textContent).toContain("Wants to be on call");
  await nothingToMend();
  await fireEvent.click(within(musts).getByRole("button", { name: /Retire/ }));
  await waitFor(() => {
    expect(screen.queryByRole("region", { name: "Musts" }), "no longer asked").toBeNull();
  });
  const kept = (await api.fitCriteria()).criteria.find(({ record }) => record.name === criterion.name);
  expect(kept?.record.retired, "kept with its answers").toBe(true);
});

test("the text for the website is copied as it stands", async () => {
  const api = await open();
  const copy = vi.spyOn(api, "copy");
  await fireEvent.click(screen.getByTestId("offer-copy"));
  await waitFor(() => {
    expect(copy).toHaveBeenCalledWith(screen.getByTestId("offer-text").textContent);
  });
});

test("a suggestion opens as a form, and nothing is added before it is saved", async () => {
  const api = await open((view) => {
    view.learnt_from = 9;
    view.suggestions = [
      {
        key: "first_invoice_late",
        warns: true,
        message: {
          key: "trait_told",
          trait: { of: "first_invoice_late" },
          warns: true,
          with: 3,
          with_all: 3,
          without: 0,
          without_all: 6,
        },
        clients: [],
        draft: { ...criterion, name: "Does not pay within the agreed days", weighs: "deal_breaker" },
      },
    ];
  });
  const before = (await api.fitCriteria()).criteria.length;
  const suggestion = screen.getByTestId("suggestion-first_invoice_late");
  expect(suggestion.textContent, "its evidence").toContain("all went badly; of the 6 others, none did");
  await fireEvent.click(within(suggestion).getByRole("button", { name: /Does not pay within the agreed days/ }));
  const dialog = await screen.findByRole("dialog");
  expect(await within(dialog).findByDisplayValue("Does not pay within the agreed days")).toBeTruthy();
  expect((await api.fitCriteria()).criteria, "not yet").toHaveLength(before);
});

test("an answer on an enquiry changes its band, with the reason", async () => {
  const api = await open();
  await goTo("enquiries");
  const waiting = (await api.enquiries()).find(({ answered_on }) => answered_on === null);
  if (waiting === undefined) throw new Error("the sample has an enquiry that waits");
  const fit = await screen.findByRole("region", { name: `How it fits: ${waiting.client_name}` });
  const breaker = within(fit).getByRole("group", { name: /Wants to be on call/ });
  await fireEvent.click(within(breaker).getByRole("radio", { name: "Yes" }));
  await waitFor(() => {
    expect(
      screen
        .getAllByTestId("enquiry-band")
        .map(({ textContent }) => textContent)
        .join(" "),
    ).toContain("It does not fit. What decides: “Wants to be on call”.");
  });
  const kept = (await api.enquiries()).find(({ id }) => id === waiting.id);
  expect(
    kept?.record.fit.map(({ answer }) => answer),
    "kept with the enquiry",
  ).toEqual(["yes"]);
});
