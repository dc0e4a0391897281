// The words of the method's bars in the settings.
import type { MethodEffect } from "../api/types";
import { count, number } from "./format";
import { verdictWord } from "./terms";

/** The bars, as they are before anybody moves them, and how far they can be moved. */
export const METHOD = {
  halfLife: { usual: 365, least: 90, most: 1460 },
  bar: { usual: 70, least: 50, most: 95 },
} as const;

export const methodWords = {
  part: "Method",
  title: "How Kindly judges",
  note: "The rest of the method is fixed, so that verdicts stay comparable.",
  halfLife: "Half-life (days)",
  halfLifeHint:
    "After so many days a record counts half. Shorter: old trouble fades sooner, and less evidence is left.",
  halfLifeUnclear: (text: string): string =>
    `“${text}” is no half-life: write a whole number of days from ${number(METHOD.halfLife.least)} to ${number(METHOD.halfLife.most)}`,
  bar: "Delivery bar (%)",
  barHint:
    "You usually deliver when at least so much of what was due is met. Higher: you look at your own side longer.",
  barUnclear: (text: string): string =>
    `“${text}” is no delivery bar: write a whole number from ${number(METHOD.bar.least)} to ${number(METHOD.bar.most)}`,
  cost: "What an hour costs you",
  costHint: "for the profit of each client; empty: the median of what an hour brings stands in for it",
  costUnclear: (text: string, currency: string): string =>
    `“${text}” is not an amount in ${currency}: write it like 45 or 45.50, or leave it empty`,
  effect: "What that would do today",
  effectNone: "Move a bar, and you see here what it would do, before anything is saved.",
  looking: "Looking…",
  offeringThen: "The offering would then be found wanting.",
  offeringNow: "The offering would then no longer be found wanting.",
  usual: "Back to the defaults",
  usualHint: `${number(METHOD.halfLife.usual)} days and ${number(METHOD.bar.usual)}%`,
  save: "Save",
  unsaved: "Not saved yet",
} as const;

/** "3 of 12 verdicts would change: …", "No verdict would change." */
export function effectWords({ changes, unchanged }: MethodEffect): string {
  const all = changes.length + unchanged;
  if (all === 0) return "Nobody is judged yet, so nothing would change.";
  if (changes.length === 0) return "No verdict would change.";
  return `${number(changes.length)} of ${count(all, "verdict", "verdicts")} would change:`;
}

/** "Halden & Co: from Watch to Never happy" */
export const changeWords = ({ now, then }: MethodEffect["changes"][number]): string =>
  `from ${verdictWord[now]} to ${verdictWord[then]}`;
