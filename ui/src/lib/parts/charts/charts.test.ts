import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it, test } from "vitest";
import type { Chart, ChartText, Fill, Mark, Tint } from "../../api/types";
import { chartText, chartValue } from "../../words/charts";
import ChartFigure from "./ChartFigure.svelte";
import DrawingPicture from "./DrawingPicture.svelte";

afterEach(cleanup);

const box = (tint: Tint, fill: Fill): Mark => ({ mark: "box", left: 0, top: 0, right: 10, bottom: 10, tint, fill });

const chart: Chart = {
  drawing: { width: 620, height: 220, marks: [box("good", "solid"), box("ours", "hatched")] },
  series: [
    { key: "met", tint: "good", fill: "solid", dashed: false },
    { key: "missed", tint: "ours", fill: "hatched", dashed: false },
  ],
  rows: [
    { label: { is: "month", day: "2026-10-01" }, values: [3, 1] },
    { label: { is: "month", day: "2026-11-01" }, values: [2, null] },
  ],
  unit: "count",
};

const words = (key: string): string => (key === "met" ? "Met" : "Missed");

test("every pair of tint and fill is told apart without colour", () => {
  const fills: Fill[] = ["solid", "hatched", "dotted", "hollow"];
  const marks = fills.flatMap((fill) => [box("good", fill), box("bad", fill)]);
  const { container } = render(DrawingPicture, { drawing: { width: 100, height: 50, marks }, label: "Anything" });
  const painted = [...container.querySelectorAll("rect.edged")].map((rect) => rect.getAttribute("fill") ?? "");
  expect(painted[0], "solid is the tint itself").toBe("var(--tint)");
  expect(painted.at(-1), "hollow is the ground").toBe("var(--card)");
  for (const fill of painted.filter((each) => each.startsWith("url("))) {
    const id = fill.slice("url(#".length, -1);
    expect(container.querySelector(`pattern[id="${id}"]`), `the pattern ${id} is there`).not.toBeNull();
  }
  expect(container.querySelectorAll("pattern"), "hatched and dotted in two tints").toHaveLength(4);
});

test("a drawing has every mark, and says what it shows", () => {
  const at = { x: 1, y: 2 };
  const marks: Mark[] = [
    { mark: "line", points: [at, { x: 9, y: 2 }], tint: "grid", width: 1, dashed: false },
    { mark: "line", points: [at, { x: 9, y: 7 }], tint: "accent", width: 2, dashed: true },
    { mark: "area", points: [at, { x: 9, y: 2 }, { x: 5, y: 8 }], tint: "plain", fill: "dotted" },
    { mark: "dot", x: 3, y: 3, radius: 2, tint: "bad", fill: "hollow" },
    { mark: "text", x: 0, y: 9, anchor: "end", text: { is: "share", value: 0.5 }, tint: "quiet" },
  ];
  const { container } = render(DrawingPicture, { drawing: { width: 10, height: 10, marks }, label: "How it went" });
  expect(screen.getByRole("img", { name: "How it went" }).getAttribute("viewBox")).toBe("0 0 10 10");
  const lines = container.querySelectorAll("polyline");
  expect(lines[0]?.getAttribute("points"), "places in their order").toBe("1,2 9,2");
  expect(lines[1]?.getAttribute("stroke-dasharray"), "a dashed line is dashed").toBe("5 4");
  expect(container.querySelectorAll(".area, circle.edged"), "an area and a dot").toHaveLength(2);
  const text = container.querySelector("text");
  expect([text?.textContent, text?.getAttribute("text-anchor")]).toEqual(["50%", "end"]);
});

test("the table is always there to be read, and takes the picture's place when it is asked for", async () => {
  render(ChartFigure, { chart, title: "Delivery by month", caption: "The last 24 months", seriesWords: words });
  const figure = screen.getByRole("figure", { name: "Delivery by month" });
  expect(within(figure).getByRole("img", { name: "Delivery by month" })).toBeTruthy();
  const table = within(figure).getByRole("table", { name: "Delivery by month" });
  const cells = within(table)
    .getAllByRole("row")
    .map((row) => row.textContent.trim().split(/\s{2,}/));
  expect(
    within(table)
      .getAllByRole("columnheader")
      .map((head) => head.textContent),
  ).toEqual(["", "Met", "Missed"]);
  expect(cells.flat().join(" "), "months in full, and a dash where nothing is").toMatch(
    /October 2026\s*3\s*1.*November 2026\s*2\s*–/,
  );
  await fireEvent.click(within(figure).getByRole("button", { name: "Delivery by month: Show as table" }));
  expect(within(figure).queryByRole("img"), "the picture makes room").toBeNull();
  await fireEvent.click(within(figure).getByRole("button", { name: "Delivery by month: Show as picture" }));
  expect(within(figure).getByRole("img")).toBeTruthy();
});

describe("the texts of a chart", () => {
  const cases: [ChartText, string][] = [
    [{ is: "month", day: "2026-09-01" }, "Sep ’26"],
    [{ is: "day", day: "2026-09-04" }, "4 Sep"],
    [{ is: "year", year: 2026 }, "2026"],
    [{ is: "count", value: 1200 }, "1,200"],
    [{ is: "number", value: 0.125 }, "0.13"],
    [{ is: "share", value: 0.94 }, "94%"],
    [{ is: "days", value: 1.5 }, "1.5 d"],
    [{ is: "amount", value: { minor: 480_000, currency: "EUR" } }, "€4,800"],
    [{ is: "name", text: "Halden & Co" }, "Halden & Co"],
  ];
  it.each(cases)("%o reads %s", (text, expected) => {
    expect(chartText(text)).toBe(expected);
  });

  it("has values in their unit", () => {
    expect(chartValue(480_000, "amount", "EUR"), "minor units").toBe("€4,800");
    expect(chartValue(0.5, "share", "")).toBe("50%");
    expect(chartValue(2.25, "days", "")).toBe("2.3");
    expect(chartValue(0.125, "number", "")).toBe("0.13");
  });
});
