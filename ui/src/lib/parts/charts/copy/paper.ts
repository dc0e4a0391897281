// A chart that is taken along stands on white paper, whatever the window looks like: the light tokens, by the tints of
// the drawings.
import type { Tint } from "../../../api/types";

export const PAPER = "#ffffff";

export const paperColour: Record<Tint, string> = {
  ink: "#1d2327",
  quiet: "#636b6f",
  grid: "#e2ded5",
  accent: "#1f5f5b",
  good: "#2d6a4f",
  warn: "#825400",
  bad: "#9b2c2c",
  ours: "#4a4a8f",
  plain: "#8d8a82",
};

/** The patterns, as on screen: their tile, and what stands in it. */
export const TILE = 5;
export const HATCH = 2.2;
export const DOT = 1.25;
export const DASH: readonly [number, number] = [5, 4];
