// Many marks as a few shapes, and which of them a point is nearest to.
import type { ScatterMark } from "../../lib/api/types";
import { verdictTone } from "../../lib/words";

/** Up to so many marks each is a link of its own. */
export const FEW = 120;
/** So near the pointer means a mark, in units of the picture. */
const REACH = 13;
const RADIUS = 4;

/** Marks of one look, as one path. */
export interface Crowd {
  tone: (typeof verdictTone)[keyof typeof verdictTone];
  hollow: boolean;
  path: string;
}

/** Which marks stand for themselves, with a name beside them, and which are of the crowd. */
export function parted(marks: readonly ScatterMark[]): { alone: ScatterMark[]; crowd: ScatterMark[] } {
  if (marks.length <= FEW) return { alone: [...marks], crowd: [] };
  // Where all had a name beside them, they would be a crowd of names.
  const alone = new Set(marks.filter(({ label }) => label !== null).slice(0, FEW));
  return { alone: [...alone], crowd: marks.filter((mark) => !alone.has(mark)) };
}

/** Marks by their look: a shape each. */
export function crowds(marks: readonly ScatterMark[]): Crowd[] {
  const found = new Map<string, { tone: Crowd["tone"]; hollow: boolean; dots: string[] }>();
  for (const { verdict, hollow, x, y } of marks) {
    const tone = verdictTone[verdict];
    const key = `${tone} ${String(hollow)}`;
    const shape = found.get(key) ?? { tone, hollow, dots: [] };
    found.set(key, shape);
    shape.dots.push(dot(x, y));
  }
  return [...found.values()].map(({ tone, hollow, dots }) => ({ tone, hollow, path: dots.join("") }));
}

/** The mark that a point is nearest to; `null` where none is near. */
export function nearest(marks: readonly ScatterMark[], x: number, y: number): ScatterMark | null {
  let found: ScatterMark | null = null;
  let least = REACH;
  for (const mark of marks) {
    const away = Math.hypot(mark.x - x, mark.y - y);
    if (away <= least) {
      least = away;
      found = mark;
    }
  }
  return found;
}

function dot(x: number, y: number): string {
  const across = String(2 * RADIUS);
  const round = `a${String(RADIUS)} ${String(RADIUS)} 0 1 0 `;
  return `M${(x - RADIUS).toFixed(1)} ${y.toFixed(1)}${round}${across} 0${round}-${across} 0`;
}
