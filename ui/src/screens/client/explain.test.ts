// The verdict explained on the client's page: what does not wait, how it came about, and what would come of other records.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { IncidentKind, VerdictHistory, WhatIfSteps } from "../../lib/api/types";
import { chooseOption, nothingToMend, openWindow, press } from "../record/testing/window";
import { openFromTable } from "./testing/open";

afterEach(cleanup);

async function openClient(api: Api = memoryApi(), name = "Halden & Co"): Promise<Api> {
  await openWindow(api);
  await openFromTable(name);
  return api;
}

const incident = (what: IncidentKind, on: string, observed: string) =>
  ({ kind: "incident", client: "halden", on, what, observed, other_reading: "", review_on: null }) as const;

describe("what does not wait", () => {
  test("blame waits for its number: there is no alert", async () => {
    await openClient();
    expect(screen.queryByTestId("alerts"), "nothing to answer at once").toBeNull();
  });

  test("a threat leads to the letters that answer it, about that incident", async () => {
    const api = memoryApi();
    const { id } = await api.recordAdd(incident("threat", "2026-11-20", "Said we would regret it"));
    const begun = vi.spyOn(api, "letterStart");
    await openClient(api);
    const alerts = screen.getByTestId("alerts");
    expect(alerts.textContent, "as it was observed").toMatch(/Threat, 20 Nov:\s*Said we would regret it/);
    expect(
      within(alerts)
        .getAllByRole("button")
        .map((button) => button.textContent.trim()),
    ).toEqual(["Read the record", "Boundary letter…", "End it at once…"]);
    await nothingToMend();
    await fireEvent.click(screen.getByTestId("alert-boundary"));
    await waitFor(() => {
      expect(begun, "the letter names the incident").toHaveBeenCalledWith("halden", "boundary", {
        kind: "incident",
        id,
      });
    });
  });

  test("pressure on the price is bargaining: the sum stands before the letters", async () => {
    const api = memoryApi();
    await api.recordAdd(incident("pressure_on_price", "2026-11-20", "20% off or they leave"));
    await openClient(api);
    const names = within(screen.getByTestId("alerts"))
      .getAllByRole("button")
      .map((button) => button.textContent.trim());
    expect(names).toEqual(["Read the record", "Work out the price cut", "Decline it…", "New terms…"]);
    expect(screen.getByTestId("alerts").textContent).toContain("That is bargaining");
  });

  test("one that was answered says when, and asks for nothing", async () => {
    const api = memoryApi();
    await api.recordAdd(incident("threat", "2026-11-10", "Said we would regret it"));
    const { client } = api;
    api.client = async (id) => {
      const view = await client(id);
      return { ...view, alerts: view.alerts.map((alert) => ({ ...alert, answered_on: "2026-11-12" })) };
    };
    await openClient(api);
    const alerts = screen.getByTestId("alerts");
    expect(alerts.textContent).toContain("Answered on 12 Nov.");
    expect(within(alerts).getAllByRole("button"), "only the record is left to read").toHaveLength(1);
  });

  test("the record itself opens in its form", async () => {
    const api = memoryApi();
    await api.recordAdd(incident("conduct", "2026-11-20", "Shouted at the meeting"));
    await openClient(api);
    await fireEvent.click(screen.getByRole("button", { name: "Read the record" }));
    const dialog = await screen.findByRole("dialog", { name: "Edit the incident" });
    await waitFor(() => {
      expect(within(dialog).getByDisplayValue("Shouted at the meeting"), "what was observed").toBeTruthy();
    });
  });
});

describe("a reason", () => {
  test("opens its records; one of another client is opened too", async () => {
    await openClient();
    const reason = screen.getByText(/5 of your 7 other clients are mostly content/).closest("li") as HTMLElement;
    await fireEvent.click(within(reason).getByRole("button", { name: "Show" }));
    expect(reason.textContent, "whose it is").toContain("Linden Press:");
    await fireEvent.click(within(reason).getByRole("button", { name: "“Everything as agreed, and early.”" }));
    expect(await screen.findByRole("dialog", { name: "Edit the check-in" })).toBeTruthy();
  });
});

describe("how it came about", () => {
  const open = (): Promise<boolean> => fireEvent.click(screen.getByTestId("course"));

  test("is asked for only when it is opened", async () => {
    const api = memoryApi();
    const asked = vi.spyOn(api, "verdictHistory");
    await openClient(api);
    expect(asked, "the page opens without it").not.toHaveBeenCalled();
    await open();
    await screen.findByTestId("course-picture");
    expect(asked).toHaveBeenCalledTimes(1);
    await open();
    expect(screen.queryByTestId("course-picture"), "folded again").toBeNull();
  });

  test("has a picture with its legend, and the months in which it changed; all others on demand", async () => {
    await openClient();
    await open();
    const picture = await screen.findByRole("img", { name: /The verdict on Halden & Co by month/ });
    expect(picture.querySelectorAll("rect").length, "a cell a month").toBeGreaterThan(2);
    const cells = within(screen.getByRole("list", { name: "Each box is a month" }));
    expect(cells.getByText("Never happy"), "what a look means").toBeTruthy();
    const rows = (): HTMLElement[] => screen.getAllByTestId("course-month");
    expect(rows(), "it changed once").toHaveLength(1);
    expect(rows()[0]?.textContent).toMatch(/October 2026.*From Too early to say to Never happy.*“Fine, I suppose.”/s);
    await nothingToMend();
    await fireEvent.click(screen.getByRole("button", { name: "Show every month (4)" }));
    expect(rows(), "every month").toHaveLength(4);
    const november = within(rows()[0] as HTMLElement);
    expect(november.queryByText(/Still not what/), "folded").toBeNull();
    await fireEvent.click(november.getByRole("button", { name: /Show \d+ records/ }));
    expect(november.getByText(/Still not what/)).toBeTruthy();
    await fireEvent.click(screen.getByRole("button", { name: "Only the months in which it changed" }));
    expect(rows()).toHaveLength(1);
  });

  test("says where it never changed, and where nothing is known", async () => {
    const api = memoryApi();
    const steady = await api.verdictHistory("halden");
    const unchanged: VerdictHistory = {
      ...steady,
      months: steady.months.map((month) => ({ ...month, verdict: "healthy", changed: false })),
    };
    api.verdictHistory = () => Promise.resolve(unchanged);
    await openClient(api);
    await open();
    expect(await screen.findByText("It has not changed since the first record.")).toBeTruthy();
    cleanup();
    api.verdictHistory = () => Promise.resolve({ ...steady, months: [] });
    await openClient(api);
    await open();
    expect(await screen.findByText(/Nothing is recorded yet that a verdict could rest on/)).toBeTruthy();
  });

  test("says what failed", async () => {
    const api = memoryApi();
    api.verdictHistory = () => {
      const failed: unknown = { code: "ledger", message: "the ledger cannot be read", hint: "" };
      return Promise.reject(failed as Error);
    };
    await openClient(api);
    await open();
    expect((await screen.findByRole("alert")).textContent).toContain("The ledger cannot be read.");
  });
});

describe("what if", () => {
  const result = (): string => screen.getByTestId("what-if-result").textContent ?? "";
  const type = (field: string, value: string): Promise<boolean> =>
    fireEvent.input(screen.getByTestId(field), { target: { value } });

  async function open(api: Api = memoryApi()): Promise<Api> {
    await openClient(api);
    await fireEvent.click(screen.getByTestId("what-if"));
    await screen.findByTestId("what-if-result");
    return api;
  }

  test("says at once what two good check-ins would do, and writes nothing", async () => {
    const api = memoryApi();
    const asked = vi.spyOn(api, "whatIf");
    await openClient(api);
    expect(asked, "not before it is opened").not.toHaveBeenCalled();
    const { undo } = await api.steps();
    await fireEvent.click(screen.getByTestId("what-if"));
    await waitFor(() => {
      expect(result()).toMatch(
        /If their next two check-ins are 4 of 5:.*Never happy.*Watch.*6 of their 8 check-ins were poor/s,
      );
    });
    expect(screen.getByText(/Nothing is written/)).toBeTruthy();
    expect((await api.steps()).undo, "no step was taken").toEqual(undo);
    await nothingToMend();
  });

  test("follows what is typed, and says where nothing changes", async () => {
    const api = await open();
    const steps: WhatIfSteps[] = [];
    const { whatIf } = api;
    vi.spyOn(api, "whatIf").mockImplementation((client, supposed) => {
      steps.push(supposed);
      return whatIf(client, supposed);
    });
    await type("what-if-ratings", "1");
    await type("what-if-met", "2");
    await type("what-if-broken", "1");
    await waitFor(() => {
      expect(result()).toMatch(
        /If their next check-in is 4 of 5, you meet two deliverables and they break one obligation:.*It would stay: Never happy/s,
      );
    });
    expect(steps.at(-1)).toEqual({ ratings: [{ scale: "csat", value: 4 }], met: 2, missed: 0, kept: 0, broken: 1 });
    await type("what-if-ratings", "0");
    await type("what-if-met", "0");
    await type("what-if-broken", "0");
    await waitFor(() => {
      expect(result()).toContain("Choose at least one thing that might happen.");
    });
  });

  test("takes another scale with a value that is good on it", async () => {
    await open();
    await chooseOption(screen.getByTestId("what-if-scale"), "nps");
    await waitFor(() => {
      expect(result()).toContain("If their next two check-ins are NPS 8 of 10:");
    });
  });

  test("never asks for more than can be worked out, and takes what is no number as none", async () => {
    await open();
    await type("what-if-ratings", "900");
    await waitFor(() => {
      expect(result()).toContain("If their next ten check-ins are 4 of 5:");
    });
    await type("what-if-ratings", "");
    await waitFor(() => {
      expect(result()).toContain("Choose at least one thing");
    });
  });

  test("says what failed, and goes on with the next change", async () => {
    const api = memoryApi();
    const { whatIf } = api;
    api.whatIf = () => {
      const failed: unknown = { code: "gone", message: "this client is no longer there", hint: "" };
      return Promise.reject(failed as Error);
    };
    await open(api);
    expect((await screen.findByRole("alert")).textContent).toContain("This client is no longer there.");
    api.whatIf = whatIf;
    await type("what-if-ratings", "3");
    await waitFor(() => {
      expect(result()).toContain("If their next three check-ins are 4 of 5:");
    });
    await waitFor(() => {
      expect(screen.queryByRole("alert")).toBeNull();
    });
  });
});

test("from the client's page one gets to the decision, the evidence and the worth, and back by Escape", async () => {
  for (const [button, title] of [
    ["decide-button", "Before you decide about Halden & Co"],
    ["evidence-button", "Evidence file: Halden & Co"],
    ["worth-button", /./],
  ] as const) {
    await openClient();
    await fireEvent.click(screen.getByTestId(button));
    await waitFor(() => {
      expect(screen.queryByTestId(button), "elsewhere").toBeNull();
      expect(screen.getByTestId("headline").textContent).toMatch(title);
    });
    await press("Escape");
    await screen.findByTestId(button);
    cleanup();
  }
});
