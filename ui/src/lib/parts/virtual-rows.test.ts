// Many rows: few of them are made, each is reached, and what has the focus or is on screen stays where it is.
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { createRawSnippet, tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import { nothingSeen, RowHeights, rowsMade } from "./row-heights";
import VirtualRows from "./VirtualRows.svelte";

const MANY = 20_000;
const VIEW = 800;
const USUAL = 40;

/** A page with a layout: the list begins at the top of what is scrolled, and each row is as high as `high` says. */
let high: (index: number) => number = () => USUAL;
let main: HTMLElement;
let resized: () => void = () => undefined;

function rect(this: Element): DOMRect {
  const top = this === main ? 0 : -main.scrollTop;
  const index = Number(this.getAttribute("data-index") ?? "-1");
  return { top, height: index < 0 ? 0 : high(index) } as DOMRect;
}

beforeEach(() => {
  high = () => USUAL;
  main = document.createElement("main");
  document.body.append(main);
  Object.defineProperty(main, "clientHeight", { value: VIEW });
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(rect);
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(told: () => void) {
        resized = told;
      }
      observe = vi.fn();
      disconnect = vi.fn();
    },
  );
});

afterEach(() => {
  cleanup();
  main.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const row = createRawSnippet<[string, number]>((item, index) => ({
  render: () => `<li data-index="${String(index())}"><button>${item()}</button></li>`,
}));

const called = (count: number): string[] => Array.from({ length: count }, (_, index) => `Row ${String(index)}`);

function list(count = MANY): { rerender: (props: { items: string[] }) => Promise<void> } {
  const props = { items: called(count), key: (item: string) => item, as: "list" as const, height: USUAL, row };
  return render(VirtualRows<string>, { target: main, props });
}

async function scrollTo(top: number): Promise<void> {
  main.scrollTop = top;
  await fireEvent.scroll(main);
  await tick();
}

const made = (): number[] =>
  [...main.querySelectorAll("[data-index]")].map((each) => Number(each.getAttribute("data-index")));
const gaps = (): number =>
  [...main.querySelectorAll<HTMLElement>(".gap")].reduce((sum, gap) => sum + parseFloat(gap.style.height), 0);
const button = (index: number): HTMLElement => screen.getByRole("button", { name: `Row ${String(index)}` });
const press = (key: string): Promise<boolean> => fireEvent.keyDown(document.activeElement ?? document.body, { key });

describe("of twenty thousand rows", () => {
  test("few are made, wherever one stands, and the gaps are as high as the rest", async () => {
    list();
    for (const top of [0, 1000, 400_000, MANY * USUAL - VIEW, 12_345]) {
      await scrollTo(top);
      const there = made();
      expect(there.length, `at ${String(top)}`).toBeLessThan(100);
      for (let index = Math.floor(top / USUAL); index < Math.ceil((top + VIEW) / USUAL); index++) {
        expect(there, `row ${String(index)} is on screen`).toContain(index);
      }
      expect(there, "in their order").toEqual([...there].sort((one, other) => one - other));
      expect(there.length * USUAL + gaps(), "as long as all of them").toBe(MANY * USUAL);
    }
  });

  test("the first and the last are always there, so that Tab enters at either end", async () => {
    list();
    await scrollTo(300_000);
    expect([made()[0], made().at(-1)]).toEqual([0, MANY - 1]);
  });

  test("Home, End and the page keys take the keyboard to any of them", async () => {
    list();
    button(3).focus();
    const goes = async (key: string, to: number): Promise<void> => {
      await press(key);
      await waitFor(() => {
        expect(document.activeElement?.textContent, key).toBe(`Row ${String(to)}`);
      });
    };
    await goes("End", MANY - 1);
    await goes("PageUp", MANY - 1 - 18);
    await goes("Home", 0);
    await goes("PageDown", 18);
    await goes("PageDown", 36);
    const event = new KeyboardEvent("keydown", { key: "End", ctrlKey: true, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
    expect(event.defaultPrevented, "what else a key does is left to it").toBe(false);
  });

  test("the one with the focus stays, with those beside it, when it is scrolled away", async () => {
    list();
    const here = button(5);
    here.focus();
    await scrollTo(500_000);
    expect(document.activeElement, "the very same").toBe(here);
    expect(here.isConnected).toBe(true);
    expect(made().slice(0, 4), "Tab goes on from it").toEqual([0, 4, 5, 6]);
    here.blur();
    await waitFor(() => {
      expect(made().slice(0, 2), "without the focus it goes").not.toContain(5);
    });
    await scrollTo(0);
    expect(made()).toContain(5);
  });

  test("what is on screen stays where it is when rows above turn out higher", async () => {
    list();
    await scrollTo(400_000);
    high = (index) => (index < 10_000 ? USUAL + 10 : USUAL);
    const before = made().filter((index) => index > 0 && index < 10_000).length;
    resized();
    expect(main.scrollTop - 400_000, "by as much as they grew, the first of all included").toBe((before + 1) * 10);
  });

  test("fewer of them are shown from where they begin", async () => {
    const { rerender } = list();
    await scrollTo(400_000);
    await rerender({ items: called(70) });
    await scrollTo(0);
    expect(made().length, "the beginning").toBeGreaterThan(VIEW / USUAL);
    await rerender({ items: called(7) });
    expect(made(), "all of a few").toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(gaps(), "and no gap").toBe(0);
  });
});

test("a few rows are all made, and the keys are left alone", async () => {
  list(60);
  expect(made()).toHaveLength(60);
  button(3).focus();
  await press("End");
  await tick();
  expect(document.activeElement, "the page scrolls, as ever").toBe(button(3));
});

describe("the heights of rows", () => {
  const heights = (): RowHeights => new RowHeights(["a", "b", "c", "d"], nothingSeen(), 10);

  it("tell where each row begins, and which one stands at a place", () => {
    const rows = heights();
    rows.take([
      [1, 30],
      [2, 5],
    ]);
    expect([0, 1, 2, 3, 4].map((index) => rows.begin(index))).toEqual([0, 10, 40, 45, 55]);
    expect(rows.total).toBe(55);
    const cases: [place: number, row: number][] = [
      [-100, 0],
      [0, 0],
      [9.9, 0],
      [10, 1],
      [39, 1],
      [40, 2],
      [45, 3],
      [1000, 3],
    ];
    for (const [place, index] of cases) expect(rows.at(place), `at ${String(place)}`).toBe(index);
    expect(new RowHeights([], nothingSeen(), 10).at(5), "where there is none").toBe(0);
  });

  it("keep what was seen when the usual one changes, and when rows come and go", () => {
    const seen = nothingSeen();
    const rows = new RowHeights(["a", "b"], seen, 10);
    rows.take([[1, 30]]);
    rows.suppose(20);
    expect(rows.total, "one supposed, one seen").toBe(50);
    expect(new RowHeights(["b", "x"], seen, 20).begin(1), "the same row elsewhere").toBe(30);
  });
});

test("the rows that are made stand in their order, each once", () => {
  const cases: [range: [number, number], focused: number | null, expected: number[]][] = [
    [[0, 3], null, [0, 1, 2, 9]],
    [[4, 6], null, [0, 4, 5, 9]],
    [[4, 6], 6, [0, 4, 5, 6, 7, 9]],
    [[8, 20], 0, [0, 1, 8, 9]],
    [[0, 0], 9, [0, 8, 9]],
  ];
  for (const [range, focused, expected] of cases) expect(rowsMade(10, range, focused)).toEqual(expected);
  expect(rowsMade(0, [0, 30], null), "none of none").toEqual([]);
});
