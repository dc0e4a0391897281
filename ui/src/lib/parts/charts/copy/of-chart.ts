// What is copied of a chart with series: its picture with a legend, and its table.
import type { Chart } from "../../../api/types";
import { plainLabel, plainValue, unitWord } from "../../../words/charts";
import type { CellTable } from "./csv";
import type { ChartPicture } from "./picture";

type SeriesWords = (key: string) => string;

export function pictureOf({ drawing, series }: Chart, title: string, wordOf: SeriesWords): ChartPicture {
  const shape = drawsLines(drawing) ? "line" : "box";
  const legend = series.map(
    ({ key, tint, fill, dashed }) => ({ label: wordOf(key), tint, fill, shape, dashed }) as const,
  );
  return { title, drawing, legend: series.length > 1 ? legend : [] };
}

export function tableOf(chart: Chart, rowsTitle: string, wordOf: SeriesWords, currency: string): CellTable {
  const { series, rows, unit } = chart;
  return {
    head: [rowsTitle, ...series.map(({ key }) => `${wordOf(key)}${unitWord(unit, currency)}`)],
    rows: rows.map(({ label, values }) => [
      plainLabel(label),
      ...series.map((_, part) => plainValue(values[part] ?? null, unit, currency)),
    ]),
  };
}

/** Whether a series is told by its line, since no mark is an area that could be filled. */
export function drawsLines({ marks }: Chart["drawing"]): boolean {
  return marks.every(({ mark }) => mark !== "box");
}
