// One client's page: its lists, choosing several lines, figures, and what waited for them.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { FigureId } from "../../lib/api/types";
import { figureWords } from "../../lib/words/figures";
import { nothingToMend, openWindow, press, toastSays } from "../record/testing/window";
import { openFromTable } from "./testing/open";

afterEach(cleanup);

async function openClient(name: string, api?: Api): Promise<Api> {
  const opened = await openWindow(api ?? memoryApi());
  await openFromTable(name);
  return opened;
}

const list = (name: string): HTMLElement => screen.getByRole("region", { name });
const line = (title: string): HTMLElement => {
  const found = screen.getByRole("button", { name: title }).closest("li");
  expect(found, `the line ${title}`).not.toBeNull();
  return found as HTMLElement;
};

describe("the lists", () => {
  test("show every kind of record, each with what names it and how it stands", async () => {
    await openClient("Halden & Co");
    const cases: [list: string, holds: RegExp][] = [
      ["What they said", /“The spring series is the best we have had.”.*Jonas Brandt.*praise, thanked/s],
      ["What they owed you", /Invoice 2026-034, €4,800.*€2,000 of €4,800 still open/s],
      ["What they owed you", /Payment of invoice 2026-034.*€2,800/s],
      ["Asked for beyond the agreement", /A second set of headlines.*worth €600.*no answer yet/s],
      ["Talks", /What should the report answer\?.*Petra Halden.*what I changed: The summary/s],
      ["Decisions and endings", /Decision.*It costs more attention than it returns.*part/s],
      ["Work and attention", /Messages on Sunday.*45 min.*Quarterly content report.*5 h 30 min/s],
      ["Documents", /Signed agreement.*agreement.pdf.*kept inside/s],
      ["What comes again", /Report for \{month\}.*every month/s],
    ];
    for (const [name, holds] of cases) {
      expect(list(name).textContent, name).toMatch(holds);
    }
    await nothingToMend();
  });

  test("that are empty are one line that begins them", async () => {
    await openClient("Linden Press");
    expect(screen.queryByRole("region", { name: "Talks" }), "no empty list").toBeNull();
    await fireEvent.click(within(screen.getByTestId("begin")).getByRole("button", { name: "a decision" }));
    expect(await screen.findByRole("dialog"), "its form").toBeTruthy();
  });

  test("that are long come in parts", async () => {
    const api = memoryApi();
    for (let day = 0; day < 260; day++) {
      await api.recordAdd({
        kind: "attention",
        client: "linden",
        on: "2026-10-01",
        minutes: 5,
        what: `Call ${String(day)}`,
      });
    }
    await openClient("Linden Press", api);
    const work = list("Work and attention");
    const count = (): number => within(work).getAllByRole("listitem").length;
    expect(count(), "the beginning").toBe(12);
    await fireEvent.click(within(work).getByRole("button", { name: "Show all 260" }));
    const lines = within(work).getAllByRole("listitem");
    expect(lines.length, "those near the screen").toBeLessThan(100);
    expect(
      lines.map((each) => each.getAttribute("aria-setsize")),
      "each says of how many",
    ).toContain("260");
    await waitFor(() => {
      expect(document.activeElement?.closest("li")?.getAttribute("aria-posinset"), "on to the next one").toBe("13");
    });
    await press("End");
    await waitFor(() => {
      expect(document.activeElement?.closest("li")?.getAttribute("aria-posinset"), "the last of all").toBe("260");
    });
    await fireEvent.click(within(work).getByRole("button", { name: "Show fewer" }));
    expect(count(), "the beginning again").toBe(12);
    await waitFor(() => {
      expect(document.activeElement?.textContent, "where it can be opened again").toBe("Show all 260");
    });
  });

  test("say what was entered from memory", async () => {
    const api = memoryApi();
    const [first] = (await api.client("linden")).we_owed;
    if (first?.record.kind !== "deliverable") throw new Error("the sample begins with a deliverable");
    await api.recordEdit(first.id, { ...first.record, from_memory: true });
    await openClient("Linden Press", api);
    expect(line("Essay collection").textContent, "a quiet word").toContain("from memory");
  });
});

describe("a line's menu", () => {
  test("duplicates, shows the record's history, and removes", async () => {
    const api = await openClient("Halden & Co");
    const choose = async (title: string, act: string): Promise<void> => {
      await fireEvent.click(within(line(title)).getByRole("button", { name: `More for ${title}` }));
      await fireEvent.click(screen.getByRole("menuitem", { name: act }));
    };
    await choose("Interview series", "Remove");
    await toastSays("Removed: deliverable “Interview series”");
    expect((await api.client("halden")).we_owed.map(({ title }) => title)).not.toContain("Interview series");
    await choose("Metrics dashboard", "History of this record");
    await waitFor(() => {
      expect(screen.getByTestId("headline").textContent).toBe("History of Halden & Co");
    });
    expect(await screen.findByText(/No step touched this record/)).toBeTruthy();
  });
});

describe("choosing", () => {
  beforeEach(async () => {
    await openClient("Halden & Co");
  });

  test("by x, by the box, and letting go by Escape without leaving the page", async () => {
    screen.getByRole("button", { name: "Metrics dashboard" }).focus();
    await press("x");
    await fireEvent.click(within(line("Interview series")).getByRole("checkbox"));
    expect(screen.getByTestId("bulk-bar").textContent, "counted").toContain("2 chosen");
    await nothingToMend();
    await press("Escape");
    await waitFor(() => {
      expect(screen.queryByTestId("bulk-bar"), "let go").toBeNull();
    });
    expect(screen.getByTestId("headline").textContent, "still here").toBe("Halden & Co");
  });

  test("opens the dialog for all that are chosen, kind by kind", async () => {
    await fireEvent.click(within(line("Interview series")).getByRole("checkbox"));
    await fireEvent.click(within(line("Metrics dashboard")).getByRole("checkbox"));
    await fireEvent.click(within(line("Approve brand copy")).getByRole("checkbox"));
    expect(screen.getByTestId("bulk-obligation").textContent, "one of another kind").toContain("1 obligation");
    await fireEvent.click(screen.getByTestId("bulk-deliverable"));
    expect((await screen.findByRole("dialog")).textContent, "the dialog for both").toContain("2 deliverables");
  });
});

test("a late deliverable that waited for them is excused on request", async () => {
  const api = await openClient("Halden & Co");
  const proposals = screen.getByTestId("proposals");
  expect(proposals.textContent, "what the dates say").toContain(
    "“Interview series” was 3 days late; “Access to the interviewees” came 9 days late.",
  );
  await fireEvent.click(within(proposals).getByRole("button"));
  await toastSays("Interview series");
  await waitFor(() => {
    expect(screen.queryByTestId("proposals"), "answered").toBeNull();
  });
  const line = (await api.client("halden")).we_owed.find(({ title }) => title === "Interview series");
  expect(line?.state.is, "excused").toBe("excused");
});

describe("figures", () => {
  test("say their value, its interval and what they rest on; a dash where nothing was asked", async () => {
    await openClient("Halden & Co");
    const rate = await screen.findByTestId("figure-on_time");
    expect(rate.textContent, "value, interval, n").toMatch(/75%.*30% to 95%.*from 4 deliverables/s);
    expect(screen.getByTestId("figure-nps").textContent, "nobody asked").toMatch(/—.*no answers yet/s);
  });

  test("explain themselves to the keyboard and close by Escape", async () => {
    await openClient("Halden & Co");
    const name = within(await screen.findByTestId("figure-nps")).getByRole("button");
    name.focus();
    expect(name.getAttribute("aria-expanded"), "closed").toBe("false");
    await fireEvent.click(name);
    expect(name.getAttribute("aria-expanded"), "open").toBe("true");
    const about = document.getElementById(name.getAttribute("aria-describedby") ?? "");
    expect(about?.hidden, "shown").toBe(false);
    expect(about?.textContent, "formula, n, what is left out, source").toMatch(
      /100 × \(promoters − detractors\).*number of answers: 0.*impressions.*Reichheld 2003/s,
    );
    await nothingToMend();
    await press("Escape");
    expect(name.getAttribute("aria-expanded"), "closed again").toBe("false");
    expect(about?.hidden, "hidden again").toBe(true);
    expect(document.activeElement, "the focus stays").toBe(name);
    expect(screen.getByTestId("headline").textContent, "and so does the page").toBe("Halden & Co");
  });

  test("change with the stretch, and show all of them", async () => {
    await openClient("Halden & Co");
    expect((await screen.findByTestId("figure-csat_mean")).textContent).toContain("from 3 answers");
    await fireEvent.click(screen.getByRole("button", { name: /^Show all 19/ }));
    expect(screen.getByTestId("figure-share_of_income").textContent, "theirs of all").toMatch(/%/);
    await fireEvent.click(screen.getByRole("radio", { name: "90 days" }));
    await waitFor(() => {
      expect(screen.getByText("25 Aug to 22 Nov"), "the stretch is said").toBeTruthy();
    });
  });

  test("of an agreement are reached from its line, and left again", async () => {
    await openClient("Halden & Co");
    await fireEvent.click(screen.getByRole("button", { name: "More for Monthly reporting" }));
    await fireEvent.click(screen.getByRole("menuitem", { name: "Figures of this agreement" }));
    const card = await screen.findByRole("region", { name: "Figures of “Monthly reporting”" });
    expect(card).toBeTruthy();
    await fireEvent.click(within(card).getByRole("button", { name: "Back to all of the client’s" }));
    expect(await screen.findByRole("region", { name: "Figures" })).toBeTruthy();
  });

  test.each(Object.keys(figureWords) as FigureId[])("%s has all its words", (id) => {
    for (const [what, words] of Object.entries(figureWords[id])) {
      expect([words].flat().join(""), what).toMatch(/\S/);
    }
  });
});
