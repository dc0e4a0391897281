// What needs the user: doing something about it, or putting it off.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { Message, Need } from "../../lib/api/types";
import { openFromTable } from "../client/testing/open";
import { goTo, nothingToMend, openWindow, press, toastSays } from "../record/testing/window";
import { actionOf } from "./model/action";
import { untilDay } from "./model/until";

afterEach(cleanup);

const TODAY = "2026-11-22";

/** The line that has these words. */
async function lineWith(words: string): Promise<HTMLElement> {
  return waitFor(() => {
    const line = within(screen.getByRole("main"))
      .getAllByRole("listitem")
      .find((each) => each.textContent?.includes(words));
    expect(line, `a line with “${words}”`).toBeDefined();
    return line as HTMLElement;
  });
}

async function openToday(api: Api = memoryApi()): Promise<Api> {
  await openWindow(api);
  await goTo("today");
  await screen.findByTestId("go-friday");
  return api;
}

describe("putting off", () => {
  it("asks until when and why, takes the line away, and brings it back", async () => {
    const api = await openToday();
    const line = await lineWith("Interview list");
    await fireEvent.click(within(line).getByRole("button", { name: /^Put off: Meridian Health/ }));
    const dialog = await screen.findByRole("dialog", { name: "Put it off" });
    await waitFor(() => {
      expect(document.activeElement, "next week is likeliest").toBe(within(dialog).getByLabelText("Next week"));
    });
    await fireEvent.click(screen.getByTestId("snooze-save"));
    expect(within(dialog).getByText(/^Say why it can wait/), "a reason is needed").toBeTruthy();
    await nothingToMend();
    await fireEvent.click(within(dialog).getByLabelText("Next month"));
    expect(within(dialog).getByText("It comes back on 22 December 2026."), "the day is said").toBeTruthy();
    await fireEvent.click(within(dialog).getByLabelText("I wait for them"));
    await fireEvent.submit(dialog.querySelector("form") as HTMLFormElement);
    await toastSays("Put off until 22 December 2026: Meridian Health");
    expect(
      (await api.snoozed()).map(({ until, reason }) => ({ until, reason })),
      "what was sent",
    ).toEqual([{ until: "2026-12-22", reason: "I wait for them" }]);
    const show = await screen.findByTestId("show-put-off");
    expect(show.textContent, "how many are put off").toBe("1 line is put off");
    expect(screen.queryByText(/Interview list/), "the line is away").toBeNull();

    await fireEvent.click(show);
    const list = await screen.findByTestId("snoozed");
    expect(list.textContent, "until when, and why").toMatch(/Interview list.*back on 22 Dec: I wait for them/s);
    await nothingToMend();
    await fireEvent.click(within(list).getByRole("button", { name: "Bring back: Meridian Health" }));
    await waitFor(async () => {
      expect(await api.snoozed(), "nothing is put off any more").toEqual([]);
    });
    await lineWith("Interview list");
  });

  it("warns where a notice would be missed meanwhile", async () => {
    await openToday();
    const line = await lineWith("Last safe day to post notice");
    await fireEvent.click(within(line).getByRole("button", { name: /^Put off/ }));
    await fireEvent.click(await screen.findByLabelText("Next month"));
    expect(screen.getByTestId("snooze-late").textContent, "the day that will have passed").toContain(
      "25 November 2026",
    );
    await fireEvent.click(screen.getByLabelText("Tomorrow"));
    expect(screen.queryByTestId("snooze-late"), "tomorrow is early enough").toBeNull();
  });

  it.each([
    ["tomorrow", "", "2026-11-23"],
    ["week", "", "2026-11-29"],
    ["month", "", "2026-12-22"],
    ["day", "1 Dec", "2026-12-01"],
    ["day", "today", null],
    ["day", "sometime", null],
  ] as const)("until %s %s is %s", (until, text, day) => {
    expect(untilDay(until, text, TODAY), "the day it comes back").toBe(day);
  });
});

describe("what can be done at once", () => {
  it("opens the record with what is most likely filled in", async () => {
    await openToday();
    await fireEvent.click(within(await lineWith("Interview list")).getByRole("button", { name: /^It came: / }));
    const dialog = await screen.findByRole("dialog", { name: /^Edit/ });
    await waitFor(() => {
      expect(
        dialog.querySelector<HTMLInputElement>('input[data-field="metOn"], input[data-field="met_on"]')?.value,
      ).toBe("22 Nov 2026");
    });
  });

  it("leads to the notice, and offers the letters that answer an enquiry", async () => {
    await openToday();
    const enquiry = await lineWith("launch campaign");
    const letters = await within(enquiry).findByRole("button", { name: "Write a letter" });
    await fireEvent.click(letters);
    expect(within(enquiry).getAllByRole("menuitem").length, "at least the decline").toBeGreaterThan(0);
    await press("Escape");
    await fireEvent.click(within(await lineWith("Halden & Co;")).getByRole("button", { name: /^Write the notice/ }));
    await waitFor(() => {
      expect(screen.getByTestId("nav-letters").getAttribute("aria-current"), "the letter").toBe("page");
    });
  });

  it("copies the one question, and puts the line off while it waits", async () => {
    const api = memoryApi();
    const { client } = await api.client("linden");
    await api.recordEdit("linden", { kind: "client", ...client, check_in_every_days: 7 });
    const copied: string[] = [];
    await openToday({
      ...api,
      copy: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
    });
    await fireEvent.click(within(await lineWith("Time to ask")).getByRole("button", { name: /^Ask: / }));
    const dialog = await screen.findByRole("dialog", { name: "Ask Linden Press one question" });
    await waitFor(() => {
      expect(document.activeElement, "the client's own question").toBe(within(dialog).getByLabelText(/^How satisfied/));
    });
    expect(screen.queryByTestId("question-later"), "nothing was asked yet").toBeNull();
    await fireEvent.click(within(dialog).getByLabelText(/^Would they recommend/));
    await waitFor(() => {
      expect(within(dialog).getByLabelText<HTMLTextAreaElement>("Text").value, "its words").toContain("0 (not at all)");
    });
    await fireEvent.input(within(dialog).getByLabelText("Text"), { target: { value: "From 0 to 10?" } });
    await fireEvent.click(screen.getByTestId("question-copy"));
    expect(copied, "as it stands there").toEqual(["From 0 to 10?"]);
    await nothingToMend();
    await fireEvent.click(await screen.findByTestId("question-later"));
    await toastSays("Put off until 29 November 2026: Linden Press");
    expect((await api.snoozed())[0]?.reason).toBe("Asked today");
  });

  it("notes that it was asked, whether they answer or not", async () => {
    const api = memoryApi();
    await openWindow(api);
    await goTo("clients");
    await openFromTable("Linden Press");
    await fireEvent.click(await screen.findByTestId("ask"));
    await screen.findByRole("dialog", { name: "Ask Linden Press one question" });
    expect(screen.queryByTestId("question-asked"), "not before it is copied").toBeNull();
    await fireEvent.click(await screen.findByTestId("question-copy"));
    await fireEvent.click(await screen.findByTestId("question-asked"));
    await waitFor(() => {
      expect(screen.queryByRole("dialog"), "done").toBeNull();
    });
    const talked = (await api.client("linden")).talked.map(({ record }) => record);
    expect(
      talked.find(({ kind }) => kind === "check_in_request"),
      "a record of its own",
    ).toMatchObject({ scale: "csat" });
  });

  it("adds what comes again, one by one or all at once", async () => {
    const api = memoryApi();
    const record = { kind: "template", engagement: null, obligation: "brief", scale: "csat", every_months: 1 } as const;
    const monthly = { ...record, what: "deliverable", title: "Stories for {month}" } as const;
    await api.recordAdd({ ...monthly, client: "tamar", first_due_on: "2026-09-30" });
    await openToday(api);
    await fireEvent.click(within(await lineWith("Stories for October")).getByRole("button", { name: /^Add it: / }));
    await toastSays("Added from templates: 1 record");
    await fireEvent.click(await screen.findByTestId("go-templates"));
    expect(await screen.findByText("every month, from 30 Sep 2026"), "the rhythm").toBeTruthy();
    await nothingToMend();
    await fireEvent.click(await screen.findByTestId("fill-all"));
    await toastSays("Added from templates: 2 records");
    expect(await api.templatesDue(), "all of it is recorded").toEqual([]);
    const made = (await api.client("tamar")).we_owed.filter(({ title }) => title.startsWith("Stories for"));
    expect(made.map(({ title }) => title).sort(), "each month once").toEqual([
      "Stories for November",
      "Stories for October",
      "Stories for September",
    ]);
  });

  const need = (kind: Need["kind"], message: Message): Need => ({
    key: `x:${kind}-1`,
    on: TODAY,
    days_left: 0,
    message,
    client: "halden",
    client_name: "Halden & Co",
    kind,
    id: `${kind}-1`,
  });
  const amount = { minor: 480000, currency: "EUR" };

  it.each<[Need, object | null]>([
    [
      need("engagement", { key: "need_decision", engagement: "Reports", ends_on: "2027-01-31", renews: true }),
      { kind: "decision", id: null, values: { client: "halden", engagement: "engagement-1", on: TODAY } },
    ],
    [
      need("invoice", { key: "need_invoice", number: "31", amount, days: 2 }),
      { kind: "payment", id: null, values: { client: "halden", invoice: "invoice-1", on: TODAY, amount } },
    ],
    [
      need("deliverable", { key: "need_deliverable", title: "Report", days: 2 }),
      {
        kind: "deliverable",
        id: "deliverable-1",
        values: { client: "halden", delivered_on: TODAY, outcome: "late" },
      },
    ],
    [
      need("praise", { key: "need_thanks", words: "Wonderful." }),
      { kind: "praise", id: "praise-1", values: { client: "halden", thanked_on: TODAY } },
    ],
    [
      need("request", { key: "need_request", what: "More", days: 2 }),
      { kind: "request", id: "request-1", values: { client: "halden", answered_on: TODAY } },
    ],
    [need("deliverable", { key: "need_own_record", fell: "both" }), null],
  ])("%o", (line, draft) => {
    const action = actionOf(line, TODAY);
    expect(action?.is === "record" ? action.request.draft : null, "the record it opens").toEqual(draft);
  });
});
