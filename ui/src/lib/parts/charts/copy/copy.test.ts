// A chart is taken along as a picture, a drawing or a table: on white paper, with its name and what its marks mean.
import { cleanup, fireEvent, screen, within } from "@testing-library/svelte";
import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { goTo, nothingToMend, openWindow, toastSays } from "../../../../screens/record/testing/window";
import { scatterPicture, scatterTable } from "../../../../screens/clients/scatter";
import { type PagePicture, pagePicture, pictureBytes } from "../../../api/api";
import { memoryApi } from "../../../api/memory";
import type { Chart, Fill, Mark } from "../../../api/types";
import { csvOf, guarded } from "./csv";
import { pictureOf, tableOf } from "./of-chart";
import { paperColour } from "./paper";
import { type ChartPicture, laidOut } from "./picture";
import { pixelsOf } from "./pixels";
import { svgOf } from "./svg";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const FILLS: Fill[] = ["solid", "hatched", "dotted", "hollow"];

const marks: Mark[] = [
  ...FILLS.map((fill, place): Mark => ({
    mark: "box",
    left: place * 20,
    top: 0,
    right: place * 20 + 10,
    bottom: 30,
    tint: "good",
    fill,
  })),
  {
    mark: "line",
    points: [
      { x: 0, y: 5 },
      { x: 90, y: 8 },
    ],
    tint: "accent",
    width: 2,
    dashed: true,
  },
  {
    mark: "area",
    points: [
      { x: 0, y: 5 },
      { x: 90, y: 8 },
      { x: 40, y: 20 },
    ],
    tint: "ours",
    fill: "dotted",
  },
  { mark: "dot", x: 3, y: 3, radius: 2, tint: "bad", fill: "hollow" },
  { mark: "text", x: 0, y: 9, anchor: "end", text: { is: "name", text: '<b>&"Halden"' }, tint: "quiet" },
];

const chart: Chart = {
  drawing: { width: 300, height: 100, marks },
  series: [
    { key: "met", tint: "good", fill: "solid", dashed: false },
    { key: "missed", tint: "ours", fill: "hatched", dashed: false },
  ],
  rows: [
    { label: { is: "month", day: "2026-10-01" }, values: [0.07, 1] },
    { label: { is: "name", text: "=Halden, & Co" }, values: [1 / 3, null] },
  ],
  unit: "share",
};

const wordOf = (key: string): string => (key === "met" ? "Met" : "Missed");
const picture: ChartPicture = pictureOf(chart, "Delivery by month", wordOf);

test("the colours on paper are those of the light window", () => {
  const css = readFileSync("src/lib/tokens.css", "utf8");
  const base = readFileSync("src/lib/base.css", "utf8");
  for (const [tint, colour] of Object.entries(paperColour)) {
    const token = new RegExp(`\\.tint-${tint} \\{\\s*--tint: var\\(--([a-z0-9-]+)\\)`).exec(base)?.[1] ?? "";
    const light = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6})`).exec(css)?.[1];
    expect(colour, `the tint ${tint}`).toBe(light);
  }
});

test("the drawing stands by itself: its name, its marks, what they mean, and no word that breaks out of it", () => {
  const file = new DOMParser().parseFromString(svgOf(picture), "image/svg+xml");
  const texts = [...file.querySelectorAll("text")].map((text) => text.textContent);
  expect(texts, "the name first, what it means last").toEqual(["Delivery by month", '<b>&"Halden"', "Met", "Missed"]);
  expect(file.querySelector("title")?.textContent, "and for who does not see it").toBe("Delivery by month");
  expect(file.querySelector("b"), "a name stays text").toBeNull();
  expect(svgOf(picture), "no colour of the window, no style").not.toMatch(/var\(|class=|style=/);
  const fills = [...file.querySelectorAll("svg > polygon")].map((shape) => shape.getAttribute("fill") ?? "");
  for (const id of fills.flatMap((fill) => /^url\(#(.+)\)$/.exec(fill)?.[1] ?? [])) {
    expect(file.querySelector(`pattern[id="${id}"]`), `the pattern ${id} is there`).not.toBeNull();
  }
  const [solid, hatched, dotted, hollow] = fills;
  expect(new Set([solid, hatched, dotted, hollow]).size, "told apart without colour").toBe(4);
});

test("what one series alone means goes without saying, and nothing stands outside of the paper", () => {
  const [only] = chart.series;
  const alone = pictureOf({ ...chart, series: only === undefined ? [] : [only] }, "Alone", wordOf);
  expect(alone.legend, "no legend").toEqual([]);
  const long = "A name so long that it takes more than one line of a picture which is no wider than this";
  for (const each of [alone, picture, { ...picture, title: long, note: `${long} ${long}` }]) {
    const { width, height, pieces } = laidOut(each);
    const last = Math.max(...pieces.map((piece) => (piece.is === "text" ? piece.at.y : 0)));
    expect(last, "the last line has room").toBeLessThan(height - 8);
    for (const piece of pieces) {
      if (piece.is === "text" && piece.anchor === "start") {
        expect(piece.at.x + piece.text.length * piece.size * 0.62, piece.text).toBeLessThanOrEqual(width);
      }
    }
  }
});

test("the pixels are the same pieces, twice as fine", () => {
  const calls: [string, unknown[]][] = [];
  const pen = new Proxy(
    { getImageData: (_x: number, _y: number, w: number, h: number) => ({ data: new Uint8ClampedArray(w * h * 4) }) },
    {
      get: (target, name: string) =>
        name in target
          ? target[name as keyof typeof target]
          : (...args: unknown[]) => {
              calls.push([name, args]);
            },
      set: () => true,
    },
  );
  vi.stubGlobal(
    "Path2D",
    class {
      moveTo = vi.fn();
      lineTo = vi.fn();
      arc = vi.fn();
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as unknown as null);
  const { width, height } = laidOut(picture);
  const made = pixelsOf(picture);
  expect([made.width, made.height]).toEqual([width * 2, height * 2]);
  expect(made.pixels.length, "four bytes each").toBe(made.width * made.height * 4);
  const written = calls.flatMap(([name, args]) => (name === "fillText" ? [args[0]] : []));
  expect(written, "every text").toEqual(["Delivery by month", '<b>&"Halden"', "Met", "Missed"]);
  const count = (name: string): number => calls.filter(([called]) => called === name).length;
  expect(count("clip"), "a pattern stays within its mark: two boxes, the area, one in the legend").toBe(4);
  expect(count("save"), "and ends with it").toBe(count("restore"));
  vi.unstubAllGlobals();
});

test("a picture comes over the wire as it was sent", () => {
  const sent: PagePicture = { width: 2, height: 1, pixels: new Uint8ClampedArray([1, 2, 3, 255, 9, 8, 7, 255]) };
  expect(pagePicture(pictureBytes(sent).buffer)).toEqual(sent);
});

test("the table has plain numbers, words on top, and nothing that runs", () => {
  expect(csvOf(tableOf(chart, "Month", wordOf, "EUR"))).toBe(
    'Month,Met (%),Missed (%)\r\n2026-10,7,100\r\n"\'=Halden, & Co",33.33,\r\n',
  );
  const amounts: Chart = {
    ...chart,
    unit: "amount",
    rows: [{ label: { is: "count", value: 1 }, values: [480_050, -5] }],
  };
  expect(csvOf(tableOf(amounts, "Rank", wordOf, "EUR")), "in whole units, with a point").toBe(
    "Rank,Met (EUR),Missed (EUR)\r\n1,4800.5,-0.05\r\n",
  );
  expect(csvOf(tableOf(amounts, "Rank", wordOf, "JPY")), "a currency without small coins").toContain("1,480050,-5");
});

test("texts are guarded as those of the export are", () => {
  const cases: [string, string][] = [
    ["=1+1", "'=1+1"],
    ["+44 20 7946 0000", "'+44 20 7946 0000"],
    ["@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0"],
    ["\t=1", "'\t'=1"],
    ["\tindented", "'\tindented"],
    ["  =1", "'  =1"],
    ["\u00a0=1", "'\u00a0=1"],
    ["\ufeff=1", "'\ufeff=1"],
    ["\u200b@x", "'\u200b@x"],
    ["＝1+1", "'＝1+1"],
    ["'tis", "''tis"],
    ["'=1", "''=1"],
    ["a;=1", "a;'=1"],
    ["a\r\n=1", "a\r'\n'=1"],
    ["a, \u00a0@x", "a,' \u00a0@x"],
    ["a;'' '=1", "a;''' '=1"],
    ["a;;;=1", "a;;;'=1"],
    ["-1;-2", "'-1;'-2"],
    ["a;b=1", "a;b=1"],
    ["5 - 3", "5 - 3"],
    ["ada@example.org", "ada@example.org"],
    ["", ""],
  ];
  for (const [text, expected] of cases) expect(guarded(text), JSON.stringify(text)).toBe(expected);
  expect(csvOf({ head: ["a"], rows: [['say "so"'], ["two\nlines"]] })).toBe('a\r\n"say ""so"""\r\n"two\nlines"\r\n');
});

test("the picture of all clients has every one of them, and so has its table", async () => {
  const { scatter } = await memoryApi().clients();
  const file = svgOf(scatterPicture(scatter));
  const labelled = scatter.marks.filter(({ label }) => label !== null);
  for (const { name } of labelled) expect(file, name).toContain(`>${name.replace("&", "&amp;")}</text>`);
  expect(file.match(/<circle /g)?.length, "a dot each").toBe(scatter.marks.length);
  const lines = csvOf(scatterTable(scatter)).trimEnd().split("\r\n");
  expect(lines[0]).toBe("Client,Verdict,Deliverables met (%),Satisfaction,Check-ins");
  expect(lines, "a line each").toHaveLength(scatter.marks.length + 1);
});

test("a chart is copied from its menu, and says so", async () => {
  const api = memoryApi();
  const copied = vi.spyOn(api, "copy");
  await openWindow(api);
  await goTo("offering");
  const [first] = (await screen.findAllByRole("figure")).filter((figure) => within(figure).queryByTestId("chart-copy"));
  if (first === undefined) throw new Error("a figure has a chart");
  const opener = within(first).getByTestId("chart-copy");
  expect(opener.getAttribute("aria-label"), "of which chart").toMatch(/: Copy$/);
  await fireEvent.click(opener);
  await nothingToMend();
  await fireEvent.click(within(first).getByRole("menuitem", { name: "Copy as drawing (SVG)" }));
  await toastSays("The drawing is copied.");
  expect(copied.mock.lastCall?.[0], "an SVG").toMatch(/^<svg [\s\S]*<\/svg>\n$/);
  expect(document.activeElement, "the focus is where it was").toBe(opener);
  await fireEvent.click(opener);
  await fireEvent.click(within(first).getByRole("menuitem", { name: "Copy table (CSV)" }));
  await toastSays("The table is copied.");
  const shown = within(first).getAllByRole("row", { hidden: true });
  expect(copied.mock.lastCall?.[0].split("\r\n"), "the rows that are shown, and the last line's end").toHaveLength(
    shown.length + 1,
  );
});

test("a clipboard that takes nothing is told", async () => {
  const api = memoryApi();
  vi.spyOn(api, "copy").mockRejectedValue({ code: "file", message: "the clipboard did not take the text", hint: "" });
  await openWindow(api);
  await fireEvent.click(await screen.findByTestId("chart-copy"));
  await fireEvent.click(screen.getByTestId("chart-copy-table"));
  expect((await screen.findByRole("alert")).textContent, "what went wrong").toContain("clipboard");
});
