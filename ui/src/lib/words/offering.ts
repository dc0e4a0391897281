// The words of "Offering or fit?".
import type { Helped, Improvement, ReviewQuarter, ThemeCell, ThemeCost, Verdict } from "../api/types";
import { count, dayYear, form, list, LOCALE, minutes, money, number, percent } from "./format";
import { verdictWord } from "./terms";

export const offeringWords = {
  tabs: "Offering or fit, and our own trust",
  offering: "Offering or fit?",
  trust: "Our own trust",
  review: "Quarterly review…",
  reviewSaved: (file: string): string => `Saved as ${file}`,
  below: (rated: number, affected: number): string =>
    rated === 0
      ? ""
      : `${count(rated, "client has", "clients have")} answered two check-ins or more; ` +
        (affected === 0
          ? "none of them is likely unhappy although you delivered."
          : `${number(affected)} of them ${form(affected, "is", "are")} likely unhappy although you delivered.`),
  before: "Before any client is named",
  matrix: "Who said what",
  table: "Complaints by theme and client",
  theme: "Theme",
  howMany: (n: number): string => count(n, "client", "clients"),
  behind: "What stands behind each theme",
  afterMet: "after work you met",
  afterMissed: "after work you missed, or before any",
  empty:
    "Nobody has complained yet. When somebody does, record what it was about in a word or two: from the second client on, you see here whether they share it.",
  recordComplaint: "Record a complaint…",
  change: "Change something about this…",
  changeLabel: (theme: string): string => `Change something about this… (“${theme}”)`,
  improve: "Change something…",
  records: (theme: string, client: string): string => `What ${client} said about “${theme}”`,
  improvements: "What you change",
  improvementsNote: "From the day it begins, Kindly compares before and after.",
  improvementsNone:
    "Nothing yet. Where a theme comes again, say what you will do otherwise, and from when: Kindly then tells whether it helped.",
  begun: (day: string, today: string): string => `since ${dayYear(day, today)}`,
  promised: (day: string, today: string): string => `from ${dayYear(day, today)}`,
  overdue: (day: string, today: string): string => `promised for ${dayYear(day, today)}, not begun yet`,
  about: (theme: string): string => `about “${theme}”`,
  edit: "Edit",
  editLabel: (what: string): string => `Edit “${what}”`,
  delivery: "Delivery by month",
  deliveryNone: "Nothing that you delivered is recorded yet; once it is, its months stand here.",
  deliveryNote: "What turned out in each month, by what you recorded.",
  standing: "How your clients stood",
  standingNote: "Their number by verdict at the end of each month.",
  month: "Month",
} as const;

/** A series of the charts, by its key. */
export function seriesWord(key: string): string {
  if (key in deliveryWord) return deliveryWord[key as keyof typeof deliveryWord];
  return key in verdictWord ? verdictWord[key as Verdict] : key;
}

const deliveryWord = { met: "Met", partial: "Partly met", missed: "Missed" } as const;

/** "Q3 2026", and "Q4 2026, until today" while it runs. */
export function quarterWord({ quarter, running }: Pick<ReviewQuarter, "quarter" | "running">): string {
  const [year = "", name = ""] = quarter.split("-");
  return running ? `${name} ${year}, until today` : `${name} ${year}`;
}

/** "3 complaints after work you met, 1 after work you missed". */
export function cellLabel({ after_met, after_missed }: Pick<ThemeCell, "after_met" | "after_missed">): string {
  const parts = [
    ...(after_met > 0 ? [`${number(after_met)} ${offeringWords.afterMet}`] : []),
    ...(after_missed > 0 ? [`${number(after_missed)} ${offeringWords.afterMissed}`] : []),
  ];
  return parts.length === 0 ? "none" : list(parts);
}

/** "€480 and 11 h given away soon after; 31% of your income"; empty where nothing is known. */
export function costWords({ given, minutes: time, income_share }: ThemeCost): string[] {
  const away = [...(given === null ? [] : [money(given)]), ...(time > 0 ? [minutes(time)] : [])];
  return [
    ...(away.length > 0 ? [`${list(away)} given away soon after`] : []),
    ...(income_share !== null && income_share > 0 ? [`${percent(income_share)} of your income hangs on it`] : []),
  ];
}

/** How a theme reads in two words; why stands below. */
export const readsAs = {
  theme_shared: { word: "The offering", tone: "warn" },
  theme_one: { word: "One client", tone: "plain" },
  theme_by_chance: { word: "No pattern yet", tone: "plain" },
  theme_after_missed: { word: "Ours to put right", tone: "ours" },
} as const;

/** When a change begins, or began. */
export function whenWords({ from, done_on }: Improvement, today: string): string {
  if (done_on !== null) return offeringWords.begun(done_on, today);
  return from < today ? offeringWords.overdue(from, today) : offeringWords.promised(from, today);
}

const months = (value: number): string => count(Math.max(1, Math.round(value)), "client-month", "client-months");

/** "5 complaints in 30 client-months before, 1 in 28 since: too few to tell from chance." */
export function helpedWords(helped: Helped): string {
  const { before, before_months, after, after_months } = helped;
  const counts =
    `${count(before, "complaint", "complaints")} in ${months(before_months)} before, ` +
    `${number(after)} in ${number(Math.max(1, Math.round(after_months)))} since`;
  switch (helped.says) {
    case "too_early":
      return `${counts}: less than 30 days have passed, which is too early to tell.`;
    case "cannot_tell":
      return before + after === 0
        ? "No complaint about it, before or since."
        : `${counts}: too few to tell from chance${between(helped)}.`;
    case "better":
      return `It helped: ${counts}${between(helped)}.`;
    case "worse":
      return `It did not help: ${counts}, more than chance explains${between(helped)}.`;
  }
}

const fraction = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
/** Below this a rate is next to nothing, and its digits say no more. */
const LEAST_TOLD = 0.01;

/** " (0.03 to 1.9 times as often as before)": the uncertainty, by its two ends. */
function between({ low, high }: Helped): string {
  if (low === null) return "";
  const times = (value: number): string =>
    value < LEAST_TOLD ? `less than ${fraction.format(LEAST_TOLD)}` : fraction.format(Number(value.toPrecision(2)));
  return high === null
    ? ` (at least ${times(low)} times as often as before)`
    : ` (${times(low)} to ${times(high)} times as often as before)`;
}
