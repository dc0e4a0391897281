// The first evening: five questions about a client, from memory.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { LookBack, Why } from "../../lib/api/types";
import { nothingToMend, press, toastSays } from "../record/testing/window";

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

/** The window, and what it sends; a client gets the verdict that is given here. */
async function open(empty: boolean, why: Why | null = null): Promise<{ api: Api; sent: LookBack[] }> {
  const api = memoryApi({ empty });
  const sent: LookBack[] = [];
  const lookBack = api.lookBack.bind(api);
  api.lookBack = async (answers) => {
    sent.push(answers);
    return { ...(await lookBack(answers)), why };
  };
  render(App, { api });
  await screen.findByTestId("headline");
  return { api, sent };
}

const step = (name: string): ReturnType<typeof within> => within(screen.getByRole("form", { name }));
const fill = (field: HTMLElement, value: string): Promise<boolean> => fireEvent.input(field, { target: { value } });

/** Chooses in a select. This page without a layout does not know which of its options is `:checked`. */
async function choose(field: HTMLElement, value: string): Promise<void> {
  const select = field as HTMLSelectElement;
  select.value = value;
  select.querySelector = () => select.options[select.selectedIndex] ?? null;
  await fireEvent.change(select);
}

const enter = (name: string): Promise<boolean> => fireEvent.submit(screen.getByRole("form", { name }));

const DELIVERED = "What did you deliver, and when?";
const SAID = "What did they say, and when?";
const OWED = "What did they owe you?";
const GIVEN = "What did you give away?";

describe("looking back", () => {
  it("asks five questions of a newcomer, sends what was answered, and says what follows", async () => {
    const why: Why = {
      verdict: "watch",
      one_way_too: false,
      band: "little",
      sentence: { key: "why_watch_unhappy", unhappy: 1, ratings: 2 },
      reasons: [],
      changes: [{ key: "change_fades" }],
    };
    const { sent } = await open(true, why);
    await fireEvent.click(screen.getByTestId("welcome-lookback"));
    const name = await screen.findByLabelText("Client");
    await waitFor(() => {
      expect(document.activeElement, "one begins with the name").toBe(name);
    });
    await fill(name, "Alder & Sons");
    await fill(screen.getByLabelText("Working together since"), "March 2025");
    await fill(screen.getByLabelText("What you agreed on"), "Monthly reporting");

    const delivered = step(DELIVERED);
    await fill(delivered.getByLabelText("What"), "September report");
    await fill(delivered.getByLabelText("Delivered"), "around 12 September");
    await enter(DELIVERED);
    expect(screen.getByText("September report, 12 Sep 2026: as agreed"), "it stands in the list").toBeTruthy();
    await waitFor(() => {
      expect(document.activeElement, "the next one can be typed at once").toBe(delivered.getByLabelText("What"));
    });
    await fill(delivered.getByLabelText("What"), "October report");
    await fill(delivered.getByLabelText("Delivered"), "Oct 2026");
    await choose(delivered.getByLabelText("How it turned out"), "late");
    await choose(await delivered.findByLabelText("Late by about"), "fortnight");
    await enter(DELIVERED);

    const said = step(SAID);
    await choose(said.getByLabelText("How content, 1 to 5"), "2");
    await fill(said.getByLabelText("When"), "15 Oct");
    await fill(said.getByLabelText(/Their words/), "Late again.");
    await choose(said.getByLabelText("About"), "1");
    await enter(SAID);

    const owed = step(OWED);
    await choose(owed.getByLabelText("Kind"), "brief");
    await fill(owed.getByLabelText("What exactly"), "Brief for the report");
    await fill(owed.getByLabelText("It was due"), "Sep 2026");
    const came = owed.getByLabelText("It came");
    await choose(came, "never");
    came.focus();
    await press("Enter");
    expect(
      screen.getByText("Brief for the report, due 15 Sep 2026: never"),
      "Enter adds from a select too",
    ).toBeTruthy();

    // The last entry is not added by Enter: finishing takes it along.
    const given = step(GIVEN);
    await fill(given.getByLabelText("What"), "Second rewrite");
    await fill(given.getByLabelText("When"), "Oct 2026");
    await fill(given.getByLabelText(/Worth/), "3 h");
    await nothingToMend();
    await fireEvent.click(screen.getByTestId("lookback-finish"));

    const verdict = await screen.findByTestId("lookback-verdict");
    expect(verdict.textContent, "the sentence of the verdict").toMatch(/\.$/);
    expect(screen.getByText("Watch"), "and its word").toBeTruthy();
    expect(sent, "the answers").toEqual([
      {
        client: null,
        name: "Alder & Sons",
        since: "2025-03-01",
        agreement: "Monthly reporting",
        delivered: [
          { title: "September report", due_on: "2026-09-12", delivered_on: "2026-09-12", outcome: "met" },
          { title: "October report", due_on: "2026-10-01", delivered_on: "2026-10-15", outcome: "late" },
        ],
        said: [{ on: "2026-10-15", scale: "csat", value: 2, words: "Late again.", about: 1 }],
        owed: [{ what: "brief", title: "Brief for the report", due_on: "2026-09-15", met_on: null }],
        given: [{ on: "2026-10-15", what: "Second rewrite", amount: null, minutes: 180 }],
      },
    ]);
    await toastSays(/^Looked back on Alder & Sons: 7 records from memory/);
    await waitFor(() => {
      expect(document.activeElement, "the next client is one key away").toBe(screen.getByTestId("lookback-another"));
    });
    await fireEvent.click(screen.getByTestId("lookback-another"));
    expect((await screen.findByLabelText<HTMLInputElement>("Client")).value, "an empty page").toBe("");
  });

  it("joins a client that is there, and does not ask since when where that is recorded", async () => {
    const { sent } = await open(false);
    await fireEvent.click(screen.getByTestId("lookback-button"));
    await fill(await screen.findByLabelText("Client"), "Linden Press");
    expect(screen.queryByLabelText("Working together since"), "an agreement is recorded").toBeNull();
    await fireEvent.click(screen.getByTestId("lookback-finish"));
    expect(await screen.findByText("Add at least one thing that you remember."), "nothing to keep").toBeTruthy();
    await choose(step(SAID).getByLabelText("How content, 1 to 5"), "5");
    await fireEvent.click(screen.getByTestId("lookback-finish"));
    expect(await screen.findByText("Say roughly when."), "half an entry is asked about").toBeTruthy();
    expect(sent, "and nothing was sent").toEqual([]);
    const when = step(SAID).getByLabelText("When");
    when.focus();
    await press("ArrowDown");
    await press("ArrowDown");
    expect((when as HTMLInputElement).value, "month by month").toBe("October 2026");
    await fireEvent.click(screen.getByTestId("lookback-finish"));
    await screen.findByTestId("lookback-verdict");
    expect(sent[0], "that client's").toMatchObject({ client: "linden", name: "", since: null });
    expect(sent[0]?.said, "the middle of the month").toMatchObject([{ on: "2026-10-15", value: 5 }]);
  });
});
