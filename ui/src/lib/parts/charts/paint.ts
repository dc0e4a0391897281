// What an area of a drawing is painted with.
import type { Fill, Tint } from "../../api/types";

/** Whether a fill needs a pattern. */
export function isPatterned(fill: Fill): boolean {
  return fill === "hatched" || fill === "dotted";
}

/** The paint of a mark; patterns stand in the drawing under an id that begins with `prefix`. */
export function paint(prefix: string, { tint, fill }: { tint: Tint; fill: Fill }): string {
  if (isPatterned(fill)) return `url(#${prefix}-${tint}-${fill})`;
  return fill === "hollow" ? "var(--card)" : "var(--tint)";
}
