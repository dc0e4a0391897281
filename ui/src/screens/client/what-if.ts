// What one supposes: the form of the what-if, and the steps that it means.
import type { RatingScale, WhatIfSteps } from "../../lib/api/types";

export interface Supposed {
  ratings: number;
  scale: RatingScale;
  value: number;
  met: number;
  missed: number;
  kept: number;
  broken: number;
}

/** No more of one kind: the practice works out at most fifty steps. */
export const MOST = 10;

const ENDS: Record<RatingScale, readonly [low: number, high: number]> = { csat: [1, 5], nps: [0, 10], ces: [1, 7] };

/** The values of a scale, the lowest first. */
export function valuesOf(scale: RatingScale): number[] {
  const [low, high] = ENDS[scale];
  return Array.from({ length: high - low + 1 }, (_, place) => low + place);
}

/** A good answer, short of the best: what one most likely wonders about. */
export function suggestedValue(scale: RatingScale): number {
  return { csat: 4, nps: 8, ces: 6 }[scale];
}

/** A count as it is typed: whole, from 0 to the most. */
export function counted(typed: string): number {
  const value = Number.parseInt(typed, 10);
  return Number.isNaN(value) ? 0 : Math.min(MOST, Math.max(0, value));
}

export function stepsOf({ ratings, scale, value, met, missed, kept, broken }: Supposed): WhatIfSteps {
  return { ratings: Array.from({ length: ratings }, () => ({ scale, value })), met, missed, kept, broken };
}
