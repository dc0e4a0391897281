/** The three scales of satisfaction. */
import type { RatingScale } from "../../../lib/api/types";

/** The scales in the order in which they are offered. */
export const SCALES: readonly RatingScale[] = ["csat", "nps", "ces"];

const RANGES: Record<RatingScale, readonly [low: number, high: number]> = { csat: [1, 5], nps: [0, 10], ces: [1, 7] };

/** The values of a scale, from the lowest. */
export function valuesOf(scale: RatingScale): number[] {
  const [low, high] = RANGES[scale];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/**
 * The value after a digit key: the digit itself, or 10 where a 1 stands already and the scale has a 10; `null` where
 * the scale has no such value.
 */
export function afterDigit(scale: RatingScale, value: number | null, digit: number): number | null {
  const joined = value === 1 && digit === 0 ? 10 : digit;
  const values = valuesOf(scale);
  if (values.includes(joined)) return joined;
  return values.includes(digit) ? digit : null;
}
