// The whole window over a practice in memory: what a user sees and does, and what a screen reader meets.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "./App.svelte";
import type { Api } from "./lib/api/api";
import { memoryApi } from "./lib/api/memory";
import type { WireError } from "./lib/api/types";
import { verdictWord } from "./lib/words";

// This page without a layout has nowhere to scroll.
beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(cleanup);

async function open(api: Api = memoryApi()): Promise<Api> {
  render(App, { api });
  await screen.findByTestId("headline");
  return api;
}

const headline = (): string => screen.getByTestId("headline").textContent ?? "";
const key = (name: string, more: KeyboardEventInit = {}): Promise<boolean> =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const toast = (): string => screen.getByTestId("toast").textContent ?? "";

function rowOf(name: string): HTMLElement {
  const row = document.querySelector<HTMLElement>(`tr[data-name="${name}"]`);
  expect(row, `a line for ${name}`).not.toBeNull();
  return row as HTMLElement;
}

async function openClient(name: string): Promise<void> {
  await fireEvent.click(within(rowOf(name)).getByRole("link"));
  await waitFor(() => {
    expect(headline(), "the client's page").toBe(name);
  });
}

async function nothingToMend(): Promise<void> {
  const found = await axe.run(document.body, {
    // A page without a layout has no colours to compare; the tokens' contrast has a test of its own.
    rules: { "color-contrast": { enabled: false } },
  });
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(told, "axe finds nothing").toEqual([]);
}

describe("clients", () => {
  it("says how they stand, shows every verdict, and lists prospects without one", async () => {
    await open();
    expect(headline()).toBe("Eight clients. One is never happy, one is waiting on you, three more need a look.");
    const table = screen.getByRole("table", { name: "Clients and their verdicts" });
    for (const word of Object.values(verdictWord)) {
      expect(within(table).getAllByText(word).length, word).toBeGreaterThan(0);
    }
    expect(rowOf("Halden & Co").textContent, "the figures of the most pressing").toMatch(
      /14 of 15 met.*1\.9 from 9 check-ins, falling.*5 of 6 kept, 3 given away, pays 11 days late.*31 Jan.*notice by 30 Nov/s,
    );
    expect(rowOf("Tamar Foods").textContent, "a second remark").toContain("Out of balance too");
    const prospect = rowOf("Brightwater Events").textContent ?? "";
    expect(prospect, "a prospect is named").toContain("Prospect");
    for (const word of Object.values(verdictWord)) {
      expect(prospect, "and not judged").not.toContain(word);
    }
  });

  it("draws a mark a client, each leading to the client by keyboard, with a table behind the picture", async () => {
    await open();
    const picture = screen.getByRole("group", { name: "Deliverables met against satisfaction" });
    const marks = within(picture).getAllByRole("link");
    expect(marks, "every client with a verdict").toHaveLength(8);
    const names = marks.map((mark) => mark.getAttribute("aria-label"));
    expect(names, "a mark says all that it shows").toContain(
      "Halden & Co: Never happy. 93% of deliverables met, satisfaction 1.9 from 9 check-ins",
    );
    const table = screen.getByRole("table", { name: "Deliverables met against satisfaction" });
    expect(within(table).getAllByRole("row"), "a row a mark, and the head").toHaveLength(9);
    const halden = marks[names.findIndex((name) => name?.startsWith("Halden"))];
    await fireEvent.click(halden as HTMLElement);
    await waitFor(() => {
      expect(headline(), "a mark leads to its client").toBe("Halden & Co");
    });
  });

  it("leads from what needs the user to the client", async () => {
    await open();
    const needs = screen.getByRole("region", { name: "Needs you" });
    await fireEvent.click(within(needs).getByRole("link", { name: "Borealis Labs" }));
    await waitFor(() => {
      expect(headline(), "the client's page").toBe("Borealis Labs");
    });
  });

  it("filters by name where there are many", async () => {
    const api = memoryApi();
    const { client } = await api.client("quay");
    for (const name of ["Aster", "Birch", "Cedar", "Dogwood", "Elder", "Fir"]) {
      await api.recordAdd({ ...client, kind: "client", name });
    }
    await open(api);
    await fireEvent.input(screen.getByLabelText("Filter by name"), { target: { value: "CED" } });
    expect(
      [...document.querySelectorAll("tr[data-name]")].map((row) => row.getAttribute("data-name")),
      "only what matches",
    ).toEqual(["Cedar"]);
    await fireEvent.input(screen.getByLabelText("Filter by name"), { target: { value: "xyz" } });
    expect(screen.getByText("No client’s name has “xyz” in it."), "a word where nothing matches").toBeTruthy();
  });

  it("takes the sample away in one step and brings it back by undo", async () => {
    await open();
    await fireEvent.click(screen.getByTestId("sample-remove"));
    await screen.findByTestId("welcome-sample");
    await key("z", { ctrlKey: true });
    await waitFor(() => {
      expect(headline(), "all clients are back").toMatch(/^Eight clients/);
    });
  });
});

describe("one client", () => {
  it("gives the sentence, the evidence, and the records behind each reason", async () => {
    await open();
    await openClient("Halden & Co");
    expect(screen.getByTestId("verdict-sentence").textContent).toMatch(/^They were unhappy after 6 of 6 deliverables/);
    const why = screen.getByRole("region", { name: "Why" });
    expect(why.textContent, "a band, no percentage").toContain("strong evidence");
    expect(why.textContent, "whose word “met” is").toContain("what you recorded");
    const [show] = within(why).getAllByRole("button", { name: "Show" });
    await fireEvent.click(show as HTMLElement);
    expect(why.textContent, "the records").toContain("This tells us nothing new.");
    expect(within(why).getByRole("button", { name: "Hide" }).getAttribute("aria-expanded"), "is told").toBe("true");
  });

  it("leads from a reason about others to their records", async () => {
    await open();
    await openClient("Halden & Co");
    const why = screen.getByRole("region", { name: "Why" });
    await fireEvent.click(within(why).getAllByRole("button", { name: "Show" })[2] as HTMLElement);
    await fireEvent.click(within(why).getByRole("button", { name: "“Everything as agreed, and early.”" }));
    expect(await screen.findByRole("dialog", { name: "Edit the check-in" }), "the other client's record").toBeTruthy();
  });

  it("leads from a reason about a whole client to that client", async () => {
    await open();
    await openClient("Ostrava Tech");
    const why = screen.getByRole("region", { name: "Why" });
    await fireEvent.click(within(why).getAllByRole("button", { name: "Show" })[1] as HTMLElement);
    await fireEvent.click(within(why).getByRole("button", { name: "Halden & Co" }));
    await waitFor(() => {
      expect(headline(), "the other client's page").toBe("Halden & Co");
    });
  });

  it("draws an impression hollow and says that it does not count", async () => {
    await open();
    await openClient("Halden & Co");
    const said = screen.getByRole("region", { name: "What they said" });
    const impression = within(said).getByText("my impression, not counted").closest("li");
    expect(impression?.querySelector(".chip.hollow")?.textContent, "its figure is an outline").toBe("3 of 5");
  });

  it("has both sides of the ledger, agreements with their notice, and letters", async () => {
    await open();
    await openClient("Halden & Co");
    const side = (name: string): string => screen.getByRole("region", { name }).textContent ?? "";
    expect(side("What you owed them")).toContain("Campaign B landing pages");
    expect(side("What they owed you")).toContain("Invoice 2026-031, €4,800");
    expect(side("What you gave away, and how you were treated")).toContain("Second rewrite outside the scope");
    expect(side("Agreements")).toMatch(/Monthly reporting.*notice by.*renews 31 Jan/s);
    expect(side("What they owed you"), "a part of it came in").toContain("€2,000 of €4,800 still open");
  });

  it("offers the letters that can be written, by keyboard", async () => {
    await open();
    await openClient("Halden & Co");
    const button = screen.getByTestId("write-letter");
    button.focus();
    await key("ArrowDown");
    const item = await screen.findByTestId("letter-kind-renewal_refusal");
    await waitFor(() => {
      expect(document.activeElement, "the first letter has the focus").toBe(item);
    });
    await key("Escape");
    expect(screen.queryByRole("menu"), "Escape closes").toBeNull();
    expect(document.activeElement, "and gives the focus back").toBe(button);
  });

  it("does not judge a prospect", async () => {
    await open();
    await openClient("Brightwater Events");
    expect(screen.queryByTestId("verdict-sentence"), "no verdict").toBeNull();
    expect(screen.getByRole("region", { name: "Enquiries" }).textContent).toContain("A launch campaign in January");
  });

  it("steps back by Escape", async () => {
    await open();
    await openClient("Halden & Co");
    await key("Escape");
    await waitFor(() => {
      expect(headline(), "where one came from").toMatch(/^Eight clients/);
    });
  });

  it("goes back to the clients when this one is taken back", async () => {
    const api = await open();
    const { id } = await api.recordAdd({ ...(await api.client("quay")).client, kind: "client", name: "Nova" });
    await key("k", { ctrlKey: true });
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: "nova" } });
    await waitFor(() => {
      expect(screen.getAllByRole("option"), "found").toHaveLength(1);
    });
    await fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
    await waitFor(() => {
      expect(headline(), "the new client's page").toBe("Nova");
    });
    await key("z", { ctrlKey: true });
    await waitFor(() => {
      expect(headline(), "all clients").toMatch(/^Eight clients/);
    });
    await expect(api.client(id ?? ""), "it is gone").rejects.toMatchObject({ code: "gone" });
  });
});

describe("today", () => {
  it("lists all that needs the user, what cannot wait first", async () => {
    await open();
    await fireEvent.click(screen.getByTestId("nav-today"));
    await waitFor(() => {
      expect(headline()).toBe("Seven things need you.");
    });
    expect(screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent)).toEqual(["Now"]);
    const first = within(screen.getByRole("main")).getAllByRole("listitem")[0];
    expect(first?.textContent, "what must be posted this week").toContain("Halden & Co");
    expect(screen.getByTestId("nav-today").getAttribute("aria-current"), "the sidebar says where one is").toBe("page");
  });
});

describe("undo and redo", () => {
  it("work by keyboard and say what they took back", async () => {
    const api = await open();
    await openClient("Halden & Co");
    const [line] = (await api.client("halden")).they_said;
    await api.recordRemove("check_in", line?.id ?? "");
    await key("z", { ctrlKey: true });
    await waitFor(() => {
      expect(toast()).toContain("Taken back: Removed: check-in CSAT 2 for Halden & Co");
    });
    await screen.findByRole("button", { name: "“Still not what we had in mind.”" });
    const redo = screen.getByTestId("redo-button");
    await waitFor(() => {
      expect(redo.title, "the button names its step").toMatch(/^Redo .*Removed: check-in/);
    });
    await key("Z", { ctrlKey: true, shiftKey: true });
    await waitFor(() => {
      expect(toast()).toContain("Done again");
    });
    await waitFor(() => {
      expect(screen.queryByRole("button", { name: "“Still not what we had in mind.”" }), "gone again").toBeNull();
    });
  });

  it("leave text fields alone, and say when nothing is left", async () => {
    await open();
    await key("z", { ctrlKey: true });
    await waitFor(() => {
      expect(toast()).toContain("There is nothing to undo");
    });
  });
});

describe("find", () => {
  it("opens by Ctrl K, moves by arrows, and goes there by Enter", async () => {
    await open();
    await key("k", { ctrlKey: true });
    const box = screen.getByRole("combobox");
    await fireEvent.input(box, { target: { value: "report" } });
    await waitFor(() => {
      expect(screen.getAllByRole("option").length, "several records").toBeGreaterThan(1);
    });
    await fireEvent.keyDown(box, { key: "ArrowDown" });
    const chosen = screen.getAllByRole("option", { selected: true });
    expect(chosen, "one is chosen").toHaveLength(1);
    expect(box.getAttribute("aria-activedescendant"), "and told").toBe(chosen[0]?.id);
    await fireEvent.input(box, { target: { value: "xyz" } });
    await screen.findByText("Nothing found for “xyz”");
    await fireEvent.input(box, { target: { value: "tamar" } });
    await waitFor(() => {
      expect(screen.getAllByRole("option"), "one client").toHaveLength(1);
    });
    await fireEvent.keyDown(box, { key: "Enter" });
    await waitFor(() => {
      expect(headline(), "the client found").toBe("Tamar Foods");
    });
  });
});

describe("the first day", () => {
  it("says what Kindly does and offers the ways to begin, nothing else", async () => {
    await open(memoryApi({ empty: true }));
    const ways = screen.getAllByRole("button").filter((button) => button.closest("dialog") === null);
    expect(
      ways.map((way) => way.dataset["testid"]),
      "the ways, and nothing beside them",
    ).toEqual([
      "welcome-protect",
      "welcome-lookback",
      "welcome-sample",
      "welcome-empty",
      "welcome-import",
      "welcome-bring",
      "welcome-archive",
      "welcome-settings",
    ]);
    expect(screen.queryByRole("navigation"), "no sidebar yet").toBeNull();
    expect(
      screen.getAllByRole("textbox").map((field) => field.dataset["testid"]),
      "three questions at most: the name, the passphrase, how to begin",
    ).toEqual(["welcome-name"]);
    await nothingToMend();
    await fireEvent.click(screen.getByTestId("welcome-sample"));
    await waitFor(() => {
      expect(headline()).toMatch(/^Eight clients/);
    });
    expect(toast()).toContain("The sample practice was loaded");
  });

  it("keeps the name that is given, on the way to whatever one begins with", async () => {
    const api = await open(memoryApi({ empty: true }));
    await fireEvent.input(screen.getByTestId("welcome-name"), { target: { value: "  Ines Marlow " } });
    await fireEvent.click(screen.getByTestId("welcome-import"));
    await waitFor(() => {
      expect(headline(), "the import").toMatch(/Import/);
    });
    expect((await api.profile()).name, "signs the letters").toBe("Ines Marlow");
    await key("Escape");
    await waitFor(() => {
      expect(screen.getByTestId<HTMLInputElement>("welcome-name").value, "and is there when one comes back").toBe(
        "Ines Marlow",
      );
    });
  });

  it("protects the ledger before anything stands in it", async () => {
    await open(memoryApi({ empty: true }));
    await fireEvent.click(screen.getByTestId("welcome-protect"));
    expect(await screen.findByRole("dialog"), "the dialog that protects").toBeTruthy();
  });

  it("says what failed where the name cannot be kept, and stays", async () => {
    const error: WireError = { code: "file", message: "the disk is full", hint: "Free some space and try again" };
    await open({ ...memoryApi({ empty: true }), profileSave: () => Promise.reject(error as unknown as Error) });
    await fireEvent.input(screen.getByTestId("welcome-name"), { target: { value: "Ines" } });
    await fireEvent.click(screen.getByTestId("welcome-import"));
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full");
    expect(screen.getByTestId<HTMLInputElement>("welcome-name").value, "what was typed stays").toBe("Ines");
  });
});

describe("failures", () => {
  it("are a sentence with a way to mend it", async () => {
    const error: WireError = { code: "file", message: "the disk is full", hint: "Free some space and try again" };
    const api = await open({ ...memoryApi(), sampleRemove: () => Promise.reject(error as unknown as Error) });
    await fireEvent.click(screen.getByTestId("sample-remove"));
    const note = await screen.findByRole("alert");
    expect(note.textContent).toContain("The disk is full.");
    expect(note.textContent).toContain("Free some space and try again.");
    expect((await api.start()).clients, "nothing changed").toBe(9);
  });

  it("never show a raw object", async () => {
    const api = { ...memoryApi(), start: () => Promise.reject(new TypeError("x is not a function")) };
    render(App, { api });
    const note = await screen.findByRole("alert");
    expect(note.textContent, "a sentence of our own").toContain("Something went wrong inside Kindly.");
    expect(note.textContent, "no internals").not.toContain("function");
  });
});

describe("axe", () => {
  it("finds nothing on the clients", async () => {
    await open();
    await nothingToMend();
  });

  it("finds nothing on one client, with records shown", async () => {
    await open();
    await openClient("Halden & Co");
    await fireEvent.click(screen.getAllByRole("button", { name: "Show" })[0] as HTMLElement);
    await nothingToMend();
  });

  it("finds nothing on today", async () => {
    await open();
    await fireEvent.click(screen.getByTestId("nav-today"));
    await nothingToMend();
  });

  it("finds nothing on the first day", async () => {
    await open(memoryApi({ empty: true }));
    await nothingToMend();
  });

  it("finds nothing in the palette", async () => {
    await open();
    await key("k", { ctrlKey: true });
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: "report" } });
    await screen.findAllByRole("option");
    await nothingToMend();
  });
});
