// The picture of all clients as one takes it along: the same places, as marks.
import type { ChartText, Drawing, Mark, Scatter, ScatterMark, Tint } from "../../lib/api/types";
import type { CellTable } from "../../lib/parts/charts/copy/csv";
import type { ChartPicture } from "../../lib/parts/charts/copy/picture";
import { capital, verdictTone, verdictWord } from "../../lib/words";
import { clientsWords as words } from "../../lib/words/clients";

/** Room above for the name of the upright axis. */
const HEAD = 16;

const tintOf = ({ verdict }: ScatterMark): Tint => (verdict === "healthy" ? "accent" : verdictTone[verdict]);

export function scatterPicture(scatter: Scatter): ChartPicture {
  return { title: words.picture, drawing: drawingOf(scatter), legend: [], note: `${capital(words.pictureNote)}.` };
}

export function scatterTable({ marks }: Scatter): CellTable {
  const { client, verdict, satisfaction } = words.columns;
  const { share, checkIns } = words.pictureColumns;
  return {
    head: [client, verdict, `${share} (%)`, satisfaction, checkIns],
    rows: marks.map((mark) => [
      mark.name,
      verdictWord[mark.verdict],
      mark.met_share * 100,
      mark.satisfaction,
      mark.check_ins,
    ]),
  };
}

function drawingOf(scatter: Scatter): Drawing {
  const { left, right, top, bottom, divide_x: x, divide_y: y, width, height } = scatter;
  const { zones } = words;
  const marks: Mark[] = [
    line([left, top, left, bottom], "plain", 1),
    line([left, bottom, right, bottom], "plain", 1),
    line([x, top, x, bottom], "plain", 1, true),
    line([left, y, right, y], "plain", 1, true),
    name(left + 10, top + 16, "start", zones.forgiving, "quiet"),
    name(right - 8, top + 16, "end", zones.good, "quiet"),
    name(left + 10, bottom - 8, "start", zones.ours, "ours"),
    name(right - 8, bottom - 8, "end", zones.never, "bad"),
    ...scatter.y_ticks.map(({ at, value }) => text(left - 7, at + 4, "end", { is: "number", value }, "quiet")),
    ...scatter.x_ticks.map(({ at, value }) =>
      text(at, bottom + 15, "middle", { is: "share", value: value / 100 }, "quiet"),
    ),
    name((left + right) / 2, height - 1, "middle", words.share, "quiet"),
    name(left, top - 8, "start", words.satisfaction, "quiet"),
    ...scatter.marks.flatMap(whiskers),
    ...scatter.marks.flatMap(dot),
  ];
  return { width, height: height + HEAD, marks: marks.map(lowered) };
}

function whiskers(mark: ScatterMark): Mark[] {
  const { x, y } = mark;
  return [
    line([x, mark.y_low, x, mark.y_high], tintOf(mark), 0.75, mark.hollow),
    line([mark.x_low, y, mark.x_high, y], tintOf(mark), 0.75, mark.hollow),
  ];
}

function dot(mark: ScatterMark): Mark[] {
  const radius = mark.hollow ? 7 : mark.verdict === "healthy" ? 5 : 6;
  const { label } = mark;
  return [
    { mark: "dot", x: mark.x, y: mark.y, radius, tint: tintOf(mark), fill: mark.hollow ? "hollow" : "solid" },
    ...(label === null ? [] : [name(label.x, label.y, label.end ? "end" : "start", mark.name, "ink")]),
  ];
}

type Ends = readonly [number, number, number, number];

function line([x1, y1, x2, y2]: Ends, tint: Tint, width: number, dashed = false): Mark {
  return {
    mark: "line",
    points: [
      { x: x1, y: y1 },
      { x: x2, y: y2 },
    ],
    tint,
    width,
    dashed,
  };
}

function text(x: number, y: number, anchor: "start" | "middle" | "end", said: ChartText, tint: Tint): Mark {
  return { mark: "text", x, y, anchor, text: said, tint };
}

const name = (x: number, y: number, anchor: "start" | "middle" | "end", said: string, tint: Tint): Mark =>
  text(x, y, anchor, { is: "name", text: said }, tint);

function lowered(mark: Mark): Mark {
  switch (mark.mark) {
    case "line":
    case "area":
      return { ...mark, points: mark.points.map(({ x, y }) => ({ x, y: y + HEAD })) };
    case "box":
      return { ...mark, top: mark.top + HEAD, bottom: mark.bottom + HEAD };
    case "dot":
    case "text":
      return { ...mark, y: mark.y + HEAD };
  }
}
