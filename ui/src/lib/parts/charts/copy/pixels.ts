// A chart as pixels. The window's policy lets no picture in that the window did not bring along, also not one that it made
// itself, so the pieces are painted one by one and no SVG is loaded.
import type { PagePicture } from "../../../api/api";
import type { Fill, Place } from "../../../api/types";
import { isPatterned } from "../paint";
import { DASH, DOT, HATCH, PAPER, paperColour, TILE } from "./paper";
import { type ChartPicture, laidOut, type Piece } from "./picture";

/** Device pixels to one of the drawing: sharp on paper and on fine screens. */
const SCALE = 2;

export function pixelsOf(picture: ChartPicture): PagePicture {
  const { width, height, pieces } = laidOut(picture);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) throw new Error("this web view has no canvas");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, width, height);
  const fonts = getComputedStyle(document.body).fontFamily || "sans-serif";
  for (const piece of pieces) {
    if (piece.is === "text") write(pen, piece, fonts);
    else draw(pen, piece);
  }
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, pixels: new Uint8ClampedArray(data) };
}

type Pen = CanvasRenderingContext2D;

function write(pen: Pen, { at, anchor, text, tint, size, bold }: Extract<Piece, { is: "text" }>, fonts: string): void {
  pen.font = `${bold ? "600" : "400"} ${String(size)}px ${fonts}`;
  pen.textAlign = anchor === "middle" ? "center" : anchor;
  pen.textBaseline = "alphabetic";
  pen.fillStyle = paperColour[tint];
  pen.fillText(text, at.x, at.y);
}

function draw(pen: Pen, piece: Exclude<Piece, { is: "text" }>): void {
  const colour = paperColour[piece.tint];
  pen.beginPath();
  if (piece.is === "dot") {
    pen.arc(piece.at.x, piece.at.y, piece.radius, 0, 2 * Math.PI);
  } else {
    piece.points.forEach(({ x, y }, place) => {
      if (place === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
    if (piece.closed) pen.closePath();
  }
  if (piece.fill !== null) {
    pen.fillStyle = piece.fill === "solid" ? colour : PAPER;
    pen.fill();
    if (isPatterned(piece.fill)) fillWith(pen, piece.fill, colour, corners(piece));
  }
  const width = piece.is === "dot" ? 1 : piece.width;
  if (width > 0) {
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.lineJoin = "round";
    pen.setLineDash(piece.is === "outline" && piece.dashed ? [...DASH] : []);
    pen.stroke();
  }
}

/** The pattern within the path, which stays what it was. */
function fillWith(pen: Pen, fill: Fill, colour: string, [least, most]: readonly [Place, Place]): void {
  pen.save();
  pen.clip();
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  const pattern = new Path2D();
  if (fill === "hatched") {
    // Stripes that rise to the right where y grows downwards: x + y is the same along each, as in the turned tile.
    const step = TILE * Math.SQRT2;
    const from = Math.floor((least.x + least.y) / step) * step;
    for (let sum = from; sum <= most.x + most.y + step; sum += step) {
      const middle = sum + (HATCH * Math.SQRT2) / 2;
      pattern.moveTo(middle - least.y, least.y);
      pattern.lineTo(middle - most.y, most.y);
    }
    pen.lineWidth = HATCH;
    pen.setLineDash([]);
    pen.stroke(pattern);
  } else {
    for (let x = tileOf(least.x); x <= most.x + TILE; x += TILE) {
      for (let y = tileOf(least.y); y <= most.y + TILE; y += TILE) {
        pattern.moveTo(x + DOT, y);
        pattern.arc(x, y, DOT, 0, 2 * Math.PI);
      }
    }
    pen.fill(pattern);
  }
  pen.restore();
}

/** The middle of the tile that a place stands in. */
const tileOf = (at: number): number => Math.floor(at / TILE) * TILE + TILE / 2;

function corners(piece: Exclude<Piece, { is: "text" }>): readonly [Place, Place] {
  if (piece.is === "dot") {
    const { at, radius } = piece;
    return [
      { x: at.x - radius, y: at.y - radius },
      { x: at.x + radius, y: at.y + radius },
    ];
  }
  const xs = piece.points.map(({ x }) => x);
  const ys = piece.points.map(({ y }) => y);
  return [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ];
}
