// A chart as one takes it along: its drawing with its name above it and what its marks mean below it, laid out once for
// the SVG text and for the pixels. Texts are measured roughly, so that both come out alike without a screen.
import type { Drawing, Fill, Mark, Place, Tint } from "../../../api/types";
import { chartText } from "../../../words/charts";

/** What one look of the marks means. */
export interface LegendEntry {
  label: string;
  tint: Tint;
  fill: Fill;
  shape: "box" | "line" | "dot";
  dashed: boolean;
}

/** What is copied. */
export interface ChartPicture {
  title: string;
  drawing: Drawing;
  legend: readonly LegendEntry[];
  /** What else one needs to read it. */
  note?: string;
}

export type Piece =
  | {
      is: "outline";
      points: readonly Place[];
      closed: boolean;
      tint: Tint;
      fill: Fill | null;
      width: number;
      dashed: boolean;
    }
  | { is: "dot"; at: Place; radius: number; tint: Tint; fill: Fill }
  | {
      is: "text";
      at: Place;
      anchor: "start" | "middle" | "end";
      text: string;
      tint: Tint;
      size: number;
      bold: boolean;
    };

/** All pieces, from the one that lies lowest. */
export interface Sheet {
  title: string;
  width: number;
  height: number;
  pieces: Piece[];
}

const MARGIN = 16;
const TITLE_SIZE = 15;
const TITLE_LINE = 20;
const TEXT_SIZE = 11;
const LEGEND_LINE = 18;
const SWATCH = 16;
const POINT = 1;
/** How wide a letter of the bundled font is at most, on average over a name, in parts of its size. */
const LETTER = 0.62;

export function laidOut({ title, drawing, legend, note = "" }: ChartPicture): Sheet {
  const width = drawing.width + 2 * MARGIN;
  const lines = wrapped(title, drawing.width, TITLE_SIZE);
  const top = MARGIN + lines.length * TITLE_LINE + 6;
  const heading = lines.map((line, place) =>
    words(line, MARGIN + TITLE_SIZE + place * TITLE_LINE, { tint: "ink", size: TITLE_SIZE, bold: true }),
  );
  const marks = drawing.marks.flatMap((mark) => pointed(moved(mark, MARGIN, top)));
  const { pieces, height } = legendOf(legend, drawing.width, top + drawing.height + 14);
  const notes = wrapped(note, drawing.width, TEXT_SIZE).map((line, place) =>
    words(line, height + 19 + place * LEGEND_LINE, { tint: "quiet", size: TEXT_SIZE, bold: false }),
  );
  const end = notes.length === 0 ? height : height + 5 + notes.length * LEGEND_LINE;
  return { title, width, height: Math.ceil(end) + MARGIN, pieces: [...heading, ...marks, ...pieces, ...notes] };
}

type Look = Pick<Extract<Piece, { is: "text" }>, "tint" | "size" | "bold">;

/** A line of words at the left edge. */
function words(text: string, y: number, look: Look): Piece {
  return { is: "text", at: { x: MARGIN, y }, anchor: "start", text, ...look };
}

/** A mark as a piece, so far to the right and down. */
function moved(mark: Mark, right: number, down: number): Piece {
  const to = ({ x, y }: Place): Place => ({ x: x + right, y: y + down });
  switch (mark.mark) {
    case "box":
      return box(mark.left + right, mark.top + down, mark.right + right, mark.bottom + down, mark);
    case "line": {
      const { points, tint, width, dashed } = mark;
      return { is: "outline", points: points.map(to), closed: false, tint, fill: null, width, dashed };
    }
    case "area": {
      const { points, tint, fill } = mark;
      return { is: "outline", points: points.map(to), closed: true, tint, fill, width: 0, dashed: false };
    }
    case "dot":
      return { is: "dot", at: to(mark), radius: mark.radius, tint: mark.tint, fill: mark.fill };
    case "text":
      return {
        is: "text",
        at: to(mark),
        anchor: mark.anchor,
        text: chartText(mark.text),
        tint: mark.tint,
        size: TEXT_SIZE,
        bold: false,
      };
  }
}

/** A pattern would not show in a dot: a point in its middle does. */
function pointed(piece: Piece): Piece[] {
  if (piece.is !== "dot" || piece.fill !== "dotted") return [piece];
  return [
    { ...piece, fill: "hollow" },
    { ...piece, fill: "solid", radius: POINT },
  ];
}

function box(
  left: number,
  top: number,
  right: number,
  bottom: number,
  { tint, fill }: { tint: Tint; fill: Fill },
): Piece {
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { is: "outline", points, closed: true, tint, fill, width: 1, dashed: false };
}

/** The entries in lines, and where they end. */
function legendOf(legend: readonly LegendEntry[], width: number, from: number): { pieces: Piece[]; height: number } {
  const pieces: Piece[] = [];
  let x = MARGIN;
  let middle = from;
  for (const entry of legend) {
    const wide = SWATCH + 6 + entry.label.length * TEXT_SIZE * LETTER + 16;
    if (x > MARGIN && x + wide > MARGIN + width) {
      x = MARGIN;
      middle += LEGEND_LINE;
    }
    pieces.push(...pointed(swatch(entry, x, middle)), {
      is: "text",
      at: { x: x + SWATCH + 6, y: middle + 4 },
      anchor: "start",
      text: entry.label,
      tint: "ink",
      size: TEXT_SIZE,
      bold: false,
    });
    x += wide;
  }
  return { pieces, height: legend.length === 0 ? from - 14 : middle + LEGEND_LINE / 2 };
}

function swatch({ tint, fill, shape, dashed }: LegendEntry, x: number, middle: number): Piece {
  if (shape === "dot") return { is: "dot", at: { x: x + SWATCH / 2, y: middle }, radius: 4.5, tint, fill };
  if (shape === "box") return box(x, middle - 5, x + SWATCH, middle + 5, { tint, fill });
  const points = [
    { x, y: middle },
    { x: x + SWATCH, y: middle },
  ];
  return { is: "outline", points, closed: false, tint, fill: null, width: 2, dashed };
}

/** A text in lines that fit; none where it is empty. */
function wrapped(text: string, width: number, size: number): string[] {
  if (text === "") return [];
  const most = Math.max(12, Math.floor(width / (size * LETTER)));
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
