// The words of how a verdict came about, and of what would come of other records.
import type { Band, RatingScale, Tone, Verdict, WhatIfSteps } from "../api/types";
import { capital, count, countWord, list, number } from "./format";
import { bandWord, scaleWord, verdictWord } from "./terms";

export const courseWords = {
  title: "How it came about",
  titleOf: (name: string): string => `How the verdict on ${name} came about`,
  picture: (name: string): string =>
    `The verdict on ${name} by month, and below it what they said, what you delivered, what they owed and how it weighed`,
  lanesTitle: "The rows of dots, from above",
  lanes: ["What they said", "What you delivered", "What they owed you", "What you gave, and how you were treated"],
  lanesNote:
    "Each box is a month. The rows of dots, from above: what they said; what you delivered; what they owed you; what you gave, and how you were treated.",
  cells: "Each box is a month",
  dots: "Each dot is a record",
  month: "Month",
  verdict: "Verdict",
  records: "Records",
  moved: "What happened that month",
  changed: "The months in which it changed",
  never: "It has not changed since the first record.",
  all: (n: number): string => `Show every month (${number(n)})`,
  fewer: "Only the months in which it changed",
  nothing: "Nothing was recorded; what was there had aged, or other clients changed.",
  first: "It began",
  became: (was: Verdict | null, now: Verdict | null): string =>
    was === null ? standing(now) : `${standing(was)} → ${standing(now)}`,
  becameSpoken: (was: Verdict | null, now: Verdict | null): string =>
    was === null ? `Began as ${standing(now)}` : `From ${standing(was)} to ${standing(now)}`,
  empty: "Nothing is recorded yet that a verdict could rest on.",
  events: (n: number): string => `Show ${count(n, "record", "records")}`,
  working: "Looking back",
} as const;

/** A verdict in a word; before there was any, that. */
export function standing(verdict: Verdict | null): string {
  return verdict === null ? "No verdict yet" : verdictWord[verdict];
}

/** What the look of a dot means. */
export const dotWord: Record<Tone, string> = {
  good: "as it should be",
  warn: "to be looked at",
  bad: "bad",
  ours: "ours",
  plain: "neither",
};

export const whatIfWords = {
  title: "What if…",
  intro: "Try what the next records would do. Nothing is written: it is only worked out.",
  checkIns: "Their next check-ins",
  howMany: "How many",
  scale: "Scale",
  each: "Each of them",
  met: "Deliverables you meet",
  missed: "Deliverables you miss",
  kept: "Obligations they keep",
  broken: "Obligations they break",
  nothing: "Choose at least one thing that might happen.",
  working: "Working it out",
  result: "What would come of it",
  same: (verdict: Verdict): string => `It would stay: ${verdictWord[verdict]}.`,
  now: "Now",
  then: "Then",
  band: (band: Band): string => bandWord[band],
  valueOf: (value: number, high: number): string => `${number(value)} of ${number(high)}`,
} as const;

const HIGH: Record<RatingScale, number> = { csat: 5, nps: 10, ces: 7 };

/** "If their next two check-ins are 4 of 5 and you meet one deliverable:" */
export function whatIfSentence({ ratings, met, missed, kept, broken }: WhatIfSteps): string {
  const [first] = ratings;
  const parts: string[] = [];
  if (first !== undefined) {
    const value = `${number(first.value)} of ${number(HIGH[first.scale])}`;
    const named = first.scale === "csat" ? value : `${scaleWord[first.scale]} ${value}`;
    parts.push(
      ratings.length === 1
        ? `their next check-in is ${named}`
        : `their next ${countWord(ratings.length, "check-in", "check-ins")} are ${named}`,
    );
  }
  if (met > 0) parts.push(`you meet ${countWord(met, "deliverable", "deliverables")}`);
  if (missed > 0) parts.push(`you miss ${countWord(missed, "deliverable", "deliverables")}`);
  if (kept > 0) parts.push(`they keep ${countWord(kept, "obligation", "obligations")}`);
  if (broken > 0) parts.push(`they break ${countWord(broken, "obligation", "obligations")}`);
  return parts.length === 0 ? "" : `${capital(`if ${list(parts)}`)}:`;
}
