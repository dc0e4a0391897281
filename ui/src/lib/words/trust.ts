// The words of our own trust: how we do ourselves, this year against the year before.
import type { TrustChange, TrustFigureId, TrustFigureView } from "../api/types";
import { figureValue } from "./figures";
import { count, form, LOCALE, number } from "./format";

export const trustWords = {
  now: "The last 365 days",
  before: "The year before",
  waiting: "Complaints without an answer",
  waitingNone: "Every complaint has an answer.",
  waitingDo: "Answer the oldest first: even “I have read it” is an answer. Then record the day you did.",
  late: "Overdue work",
  lateNone: "Nothing is overdue.",
  lateDo: "Deliver it, or say today when it will come: a late word is better than none.",
  challenges: "Challenges that clients keep meeting",
  challengesNone: "No theme came from two clients within a year without your changing something.",
  challengesDo: "Two clients or more said this within a year, and nothing was changed since.",
  change: "Change something…",
  changeLabel: (theme: string): string => `Change something… (“${theme}”)`,
  clients: (n: number): string => count(n, "client", "clients"),
  show: "Show",
  hide: "Hide",
  showLabel: (theme: string): string => `Show what was said about “${theme}”`,
  hideLabel: (theme: string): string => `Hide what was said about “${theme}”`,
  figures: "Your own record",
  month: "Month",
  record: "Record a deliverable…",
  empty: "Nothing of your own is recorded yet: deliverables, complaints and their answers, check-ins that you ask for.",
} as const;

interface TrustFigureWords {
  name: string;
  /** What it is, in a line. */
  is: string;
  of: readonly [one: string, other: string];
  none: string;
}

export const trustFigureWords: Record<TrustFigureId, TrustFigureWords> = {
  on_time: {
    name: "On time",
    is: "delivered no later than agreed",
    of: ["deliverable", "deliverables"],
    none: "nothing turned out",
  },
  promises: {
    name: "Promises kept",
    is: "in full and on time; changes begun by their day",
    of: ["promise", "promises"],
    none: "nothing promised",
  },
  first_response: {
    name: "First answer",
    is: "median days to complaints and enquiries",
    of: ["answer", "answers"],
    none: "nothing to answer",
  },
  complaints_per_deliverable: {
    name: "Complaints per deliverable",
    is: "complaints for each one delivered",
    of: ["deliverable", "deliverables"],
    none: "nothing delivered",
  },
  asked: {
    name: "Check-ins asked for",
    is: "how many of them were answered; by month, how many you asked",
    of: ["time asked", "times asked"],
    none: "nobody asked",
  },
};

export const trustChangeWord: Record<TrustChange, string> = {
  better: "Better",
  worse: "Worse",
  same: "As before",
  too_few: "Too few to tell",
};

const perOne = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** A figure's value: "94%", "1.2 days", "0.15"; a dash where there is none. */
export function trustValue(id: TrustFigureId, value: TrustFigureView["now"]): string {
  if (id === "complaints_per_deliverable" && value.is === "share") return perOne.format(value.value);
  return figureValue(value);
}

/** "of 31 deliverables" */
export function trustBase(id: TrustFigureId, n: number): string {
  const { of, none } = trustFigureWords[id];
  return n === 0 ? none : `of ${number(n)} ${form(n, ...of)}`;
}

export const trustSeriesWord = (key: string): string =>
  key === "this_year" ? trustWords.now : key === "year_before" ? trustWords.before : key;
