// A chart as an SVG text of its own: no style sheet, no font but the reader's.
import type { Fill, Tint } from "../../../api/types";
import { isPatterned } from "../paint";
import { DASH, DOT, HATCH, PAPER, paperColour, TILE } from "./paper";
import { type ChartPicture, laidOut, type Piece } from "./picture";

const FONTS = "Inter, system-ui, sans-serif";

export function svgOf(picture: ChartPicture): string {
  const { title, width, height, pieces } = laidOut(picture);
  const size = `${short(width)} ${short(height)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" width="${short(width)}" height="${short(height)}"`,
    ` font-family="${FONTS}" role="img">\n<title>${escaped(title)}</title>\n`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>\n`,
    `<defs>\n${patterns(pieces).join("")}</defs>\n`,
    ...pieces.map((piece) => `${drawn(piece)}\n`),
    "</svg>\n",
  ].join("");
}

function drawn(piece: Piece): string {
  const colour = paperColour[piece.tint];
  switch (piece.is) {
    case "outline": {
      const points = piece.points.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ");
      const inside = piece.fill === null ? "none" : paint(piece.tint, piece.fill);
      const edge = piece.width === 0 ? "" : ` stroke="${colour}" stroke-width="${short(piece.width)}"`;
      const dash = piece.dashed ? ` stroke-dasharray="${DASH.join(" ")}"` : "";
      return `<${piece.closed ? "polygon" : "polyline"} points="${points}" fill="${inside}"${edge}${dash}/>`;
    }
    case "dot":
      return `<circle cx="${short(piece.at.x)}" cy="${short(piece.at.y)}" r="${short(piece.radius)}" fill="${paint(piece.tint, piece.fill)}" stroke="${colour}"/>`;
    case "text": {
      const { at, anchor, size, bold, text } = piece;
      const weight = bold ? ' font-weight="600"' : "";
      return `<text x="${short(at.x)}" y="${short(at.y)}" text-anchor="${anchor}" font-size="${short(size)}"${weight} fill="${colour}">${escaped(text)}</text>`;
    }
  }
}

/** Each pair of tint and fill that needs one, once. */
function patterns(pieces: readonly Piece[]): string[] {
  const used = new Map<string, [Tint, Fill]>();
  for (const piece of pieces) {
    if (piece.is !== "text" && piece.fill !== null && isPatterned(piece.fill)) {
      used.set(patternId(piece.tint, piece.fill), [piece.tint, piece.fill]);
    }
  }
  return [...used].map(([id, [tint, fill]]) => {
    const ground = `<rect width="${TILE}" height="${TILE}" fill="${PAPER}"/>`;
    const colour = paperColour[tint];
    const [turned, ink] =
      fill === "hatched"
        ? [' patternTransform="rotate(45)"', `<rect width="${HATCH}" height="${TILE}" fill="${colour}"/>`]
        : ["", `<circle cx="${TILE / 2}" cy="${TILE / 2}" r="${DOT}" fill="${colour}"/>`];
    return `<pattern id="${id}" width="${TILE}" height="${TILE}" patternUnits="userSpaceOnUse"${turned}>${ground}${ink}</pattern>\n`;
  });
}

const patternId = (tint: Tint, fill: Fill): string => `kindly-${fill}-${tint}`;

function paint(tint: Tint, fill: Fill): string {
  if (isPatterned(fill)) return `url(#${patternId(tint, fill)})`;
  return fill === "hollow" ? PAPER : paperColour[tint];
}

/** A length with two decimals at most. */
const short = (length: number): string => String(Math.round(length * 100) / 100);

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
