/** Reads the days people type ("22/11", "fri", "+3", "yesterday") and says which day was understood. */
import { dayYear } from "../../../lib/words/format";

/** Which way a day without a year, or a bare weekday, is meant. */
export type Lean = "past" | "near" | "future";

const DAY_MS = 86_400_000;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
/** The months' names, in lower case. */
export const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * The ISO day that a text means, or `null` where it means none. Numbers are read day first; where only month first is
 * possible ("11/22/2026"), it is read so. `today` is an ISO day: nothing here reads a clock.
 */
export function parseDay(text: string, today: string, lean: Lean = "near"): string | null {
  const typed = asTyped(text)
    .replace(/^on /, "")
    .replace(" of ", " ")
    .replaceAll(/(\d)(st|nd|rd|th)\b/g, "$1");
  if (typed === "") return null;
  return (
    named(typed, today) ??
    counted(typed, today) ??
    weekday(typed, today, lean) ??
    numeric(typed, today, lean) ??
    withMonth(typed, today, lean)
  );
}

/** A text in lower case with single spaces: how a day is looked for in it. */
export function asTyped(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, " ");
}

/** The year that four digits name, or two: "26" is 2026, "98" is 1998. */
export function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** "22 Nov 2026": how a day that is known already stands in a field; `parseDay` reads it back. */
export function fieldDay(day: string | null): string {
  return day === null || day === "" ? "" : dayYear(day);
}

/** The day so many days later; earlier where `days` is below 0. */
export function plusDays(day: string, days: number): string {
  return iso(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** The day so many months later; a month that is too short ends on its last day. */
export function plusMonths(day: string, months: number): string {
  const { year, month, date } = parts(day);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return dayOf(newYear, newMonth, Math.min(date, last)) ?? day;
}

function named(typed: string, today: string): string | null {
  if (typed === "now") return today;
  const words: [string, number][] = [
    ["today", 0],
    ["yesterday", -1],
    ["tomorrow", 1],
  ];
  // "tod", "yes" and "tom" are enough; "to" would be a guess.
  const found = words.find(([word]) => typed.length >= 3 && word.startsWith(typed));
  return found ? plusDays(today, found[1]) : null;
}

function counted(typed: string, today: string): string | null {
  const signed = /^([+-]) ?(\d{1,4}) ?(d|days?|w|weeks?|m|months?|y|years?)?$/.exec(typed);
  if (signed) return shift(today, signed[1] === "-" ? -1 : 1, signed[2], signed[3]);
  const ahead = /^in (\d{1,4}|an?) (days?|weeks?|months?|years?)$/.exec(typed);
  if (ahead) return shift(today, 1, ahead[1], ahead[2]);
  const ago = /^(\d{1,4}|an?) (days?|weeks?|months?|years?) ago$/.exec(typed);
  return ago ? shift(today, -1, ago[1], ago[2]) : null;
}

function shift(today: string, sign: number, count: string | undefined, unit: string | undefined): string {
  const by = sign * (/^\d/.test(count ?? "") ? Number(count) : 1);
  switch ((unit ?? "d").charAt(0)) {
    case "w":
      return plusDays(today, by * 7);
    case "m":
      return plusMonths(today, by);
    case "y":
      return plusMonths(today, by * 12);
    default:
      return plusDays(today, by);
  }
}

function weekday(typed: string, today: string, lean: Lean): string | null {
  const match = /^(?:(last|next|this) )?([a-z]{2,9})$/.exec(typed);
  const name = match?.[2];
  if (name === undefined) return null;
  const wanted = WEEKDAYS.findIndex((each) => each.startsWith(name) || (name === "tues" && each === "tuesday"));
  if (wanted < 0) return null;
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  if (match?.[1] === "last") return plusDays(today, ahead === 0 ? -7 : ahead - 7);
  if (match?.[1] === "next") return plusDays(today, ahead === 0 ? 7 : ahead);
  return plusDays(today, lean === "past" && ahead > 0 ? ahead - 7 : ahead);
}

function numeric(typed: string, today: string, lean: Lean): string | null {
  const yearFirst = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (yearFirst) return dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const match = /^(\d{1,2})(?:[./ -] ?(\d{1,2})(?:[./ -] ?(\d{4}|\d{2})?)?)?\.?$/.exec(typed);
  if (!match) return null;
  const first = Number(match[1]);
  if (match[2] === undefined) return dayOfMonth(first, today, lean);
  const second = Number(match[2]);
  if (match[3] === undefined) return withoutYear(second, first, today, lean) ?? withoutYear(first, second, today, lean);
  const year = fullYear(match[3]);
  return dayOf(year, second, first) ?? dayOf(year, first, second);
}

function withMonth(typed: string, today: string, lean: Lean): string | null {
  const match =
    /^(?<day>\d{1,2})[. -]{0,2}(?<month>[a-z]{3,9})\.?,?[ -]?(?<year>\d{4}|\d{2})?$/.exec(typed) ??
    /^(?<month>[a-z]{3,9})\.? ?(?<day>\d{1,2})(?:,? (?<year>\d{4}|\d{2}))?$/.exec(typed);
  const { day, month: name, year } = match?.groups ?? {};
  if (day === undefined || name === undefined) return null;
  const month = MONTHS.findIndex((each) => each.startsWith(name) || (name === "sept" && each === "september")) + 1;
  if (month === 0) return null;
  return year === undefined ? withoutYear(month, Number(day), today, lean) : dayOf(fullYear(year), month, Number(day));
}

function withoutYear(month: number, date: number, today: string, lean: Lean): string | null {
  const { year } = parts(today);
  // 29 February may be four years away, eight around 1900 or 2100.
  const years = Array.from({ length: 17 }, (_, index) => year - 8 + index);
  return choose(
    years.map((each) => dayOf(each, month, date)),
    today,
    lean,
  );
}

function dayOfMonth(date: number, today: string, lean: Lean): string | null {
  const { year, month } = parts(today);
  const near = [-2, -1, 0, 1, 2].map((by) => {
    const index = year * 12 + (month - 1) + by;
    return dayOf(Math.floor(index / 12), (index % 12) + 1, date);
  });
  return choose(near, today, lean);
}

function choose(candidates: (string | null)[], today: string, lean: Lean): string | null {
  const allowed = candidates.filter(
    (day): day is string => day !== null && (lean === "near" || (lean === "past" ? day <= today : day >= today)),
  );
  const away = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return allowed.reduce<string | null>((best, day) => (best === null || away(day) < away(best) ? day : best), null);
}

function dayOf(year: number, month: number, date: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || date < 1) return null;
  const time = Date.UTC(year, month - 1, date);
  return new Date(time).getUTCDate() === date ? iso(time) : null;
}

function parts(day: string): { year: number; month: number; date: number } {
  const time = new Date(`${day}T00:00:00Z`);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
