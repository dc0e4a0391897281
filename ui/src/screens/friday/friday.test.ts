// The list of a Friday, by keyboard alone.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import App from "../../App.svelte";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { FridayAnswer } from "../../lib/api/types";
import { nothingToMend, press, type } from "../record/testing/window";

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(cleanup);

const NAMES = [
  "Aster",
  "Birch",
  "Cedar",
  "Dogwood",
  "Elder",
  "Fir",
  "Gorse",
  "Hazel",
  "Ivy",
  "Juniper",
  "Kauri",
  "Larch",
];

/** Twelve clients, each with one thing due and one thing owed, and what the list sends. */
async function twelve(): Promise<{ api: Api; sent: FridayAnswer[] }> {
  const api = memoryApi();
  const { client } = await api.client("quay");
  await api.sampleRemove();
  for (const name of NAMES) {
    const { id } = await api.recordAdd({ ...client, kind: "client", name, sample: false });
    const mine = { client: id ?? "", engagement: null, notes: "", from_memory: false };
    await api.recordAdd({
      ...mine,
      kind: "deliverable",
      title: `Report for ${name}`,
      due_on: name === "Birch" ? "2026-11-18" : "2026-11-25",
      delivered_on: null,
      outcome: "pending",
      scope: "agreed",
      acceptance: "unknown",
      waits_for: null,
    });
    await api.recordAdd({
      ...mine,
      kind: "obligation",
      what: "brief",
      title: "Brief",
      due_on: "2026-11-20",
      met_on: null,
    });
  }
  const sent: FridayAnswer[] = [];
  const answer = api.fridayAnswer.bind(api);
  api.fridayAnswer = (given) => {
    sent.push(given);
    return answer(given);
  };
  return { api, sent };
}

const current = (): HTMLElement => {
  const row = document.querySelector<HTMLElement>('li[aria-current="true"]');
  expect(row, "a row is asked about").not.toBeNull();
  return row as HTMLElement;
};

let strokes = 0;
/** Presses keys one after the other, each where the focus is by then. */
async function keys(...names: string[]): Promise<void> {
  for (const name of names) {
    const before = name === "Enter" ? document.querySelector('li[aria-current="true"]') : null;
    strokes += 1;
    await press(name);
    if (before !== null) {
      await waitFor(() => {
        expect(document.querySelector('li[aria-current="true"]'), "Enter goes on").not.toBe(before);
      });
    }
    await waitFor(() => {
      expect(document.activeElement, "the focus is somewhere in the list").not.toBe(document.body);
    });
  }
}

async function openList(api: Api): Promise<void> {
  render(App, { api });
  await screen.findByTestId("headline");
  await press("f");
  await waitFor(() => {
    expect(document.activeElement, "the first row has the focus").toBe(current());
  });
}

describe("the list of a Friday", () => {
  it("takes twelve clients through a week in few keys", async () => {
    const { api, sent } = await twelve();
    await openList(api);
    strokes = 0;
    await keys("Enter");
    expect(current().dataset["client"], "nothing new, and on").toBe("Birch");
    await keys("d", "Enter");
    await keys("h", "4", "Enter");
    await keys("m", "Enter");
    await keys("d", "2");
    expect(current().textContent, "a number is for what is picked, and there is no second").not.toContain("they said");
    await keys("d", "h", "2", "i", "Enter");
    await keys("o", "4");
    await type("Approve the copy");
    strokes += "Approve the copy".length;
    await keys("Enter");
    await keys("Enter", "Enter", "Enter", "Enter");
    expect(screen.getByTestId("friday-progress").textContent, "progress").toMatch(/10 of 12\s+two clients left/);
    await keys("5", "Enter");
    await keys("Enter");
    const end = await screen.findByTestId("friday-end");
    expect(end.textContent, "a calm sentence").toMatch(
      /Seven records about six clients and nothing new from six others\. That was the week\./,
    );
    expect(strokes, "keys for twelve clients, of which 16 spell a title").toBeLessThan(50);

    const [birch, cedar, dogwood, elder, fir, kauri] = sent;
    expect(birch?.delivered[0], "late, since its day had passed").toMatchObject({ on: "2026-11-22", outcome: "late" });
    expect(cedar?.heard, "what they said").toMatchObject({ value: 4, scale: "csat", said_by: "them" });
    expect(dogwood?.met, "what came").toHaveLength(1);
    expect(elder?.delivered[0], "D again: partly met").toMatchObject({ outcome: "partial" });
    expect(elder?.heard, "an impression about that delivery").toMatchObject({
      value: 2,
      said_by: "my_impression",
      deliverable: elder?.delivered[0]?.id,
    });
    expect(fir?.owes, "due in a week unless said otherwise").toEqual({
      what: "approval",
      title: "Approve the copy",
      due_on: "2026-11-29",
    });
    expect(kauri?.heard, "a number alone is what they said").toMatchObject({ value: 5 });
    await nothingToMend();
  });

  it("takes a row back by undo and opens it again", async () => {
    const { api } = await twelve();
    await openList(api);
    await keys("d", "Enter", "Enter");
    expect(screen.getByTestId("friday-progress").textContent).toContain("2 of 12");
    await press("z", { ctrlKey: true });
    await waitFor(() => {
      expect(current().dataset["client"], "nothing new is only opened again").toBe("Birch");
    });
    await press("z", { ctrlKey: true });
    await waitFor(() => {
      expect(current().dataset["client"], "the ledger's step, and its row").toBe("Aster");
    });
    await waitFor(() => {
      expect(within(current()).getByText(/you owe 1/), "its deliverable is open again").toBeTruthy();
    });
    expect(screen.getByTestId("friday-progress").textContent).toContain("0 of 12");
  });

  it("keeps what was entered when one looks at another row, and leaves step by step", async () => {
    const { api, sent } = await twelve();
    await openList(api);
    await keys("h", "3", "ArrowDown");
    expect(document.querySelector('[data-client="Aster"]')?.textContent).toContain("not saved yet");
    await keys("ArrowUp");
    expect(within(current()).getByRole("button", { name: "3", pressed: true }), "still chosen").toBeTruthy();
    await keys("h", "Escape", "d", "Escape", "o", "Enter");
    expect(sent, "all was taken back before Enter, and “owes” alone says nothing").toEqual([]);
    await press("Escape");
    await waitFor(() => {
      expect(screen.queryByTestId("friday-progress"), "the list was left").toBeNull();
    });
  });

  it("asks for the number that goes with their words", async () => {
    const { api } = await twelve();
    await openList(api);
    await keys("h", "w");
    await type("Lovely.");
    await press("Enter");
    await waitFor(() => {
      expect(current().textContent, "what is missing").toContain("Choose the number that goes with their words.");
    });
    await keys("5", "Enter");
    expect(document.querySelector('[data-client="Aster"]')?.textContent).toContain("they said: 5");
  });

  it("asks how it goes from the row, and notes that it was asked", async () => {
    const { api } = await twelve();
    await openList(api);
    await keys("ArrowDown");
    await press("a");
    await screen.findByRole("dialog", { name: "Ask Birch one question" });
    await fireEvent.click(await screen.findByTestId("question-copy"));
    await fireEvent.click(await screen.findByTestId("question-asked"));
    await waitFor(() => {
      expect(document.activeElement, "back on the row").toBe(current());
    });
    expect(current().dataset["client"]).toBe("Birch");
    const { rows } = await api.friday();
    const birch = await api.client(rows.find(({ name }) => name === "Birch")?.client ?? "");
    expect(
      birch.talked.map(({ record }) => record.kind),
      "a record of its own",
    ).toContain("check_in_request");
    await keys("d", "Enter");
    expect(screen.getByTestId("friday-progress").textContent, "and the list goes on").toContain("1 of 12");
  });
});
