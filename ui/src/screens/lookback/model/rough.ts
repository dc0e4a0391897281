/** Reads the days that people remember roughly: "March 2026", "around 12 March", "last spring" not. */
import { asTyped, fullYear, MONTHS, parseDay, plusMonths } from "../../record/model/day";

/** A day, and whether it was said or is only taken for the month. */
export interface Rough {
  day: string;
  exact: boolean;
}

/** Where in a month or a year what is only dated by it is put. */
export type Place = "start" | "middle";

/** The day that a text means, never later than today; `null` where it means none. `today` is an ISO day. */
export function parseRough(text: string, today: string, place: Place = "middle"): Rough | null {
  const typed = asTyped(text).replace(
    /^((around|about|approximately|roughly|circa|ca\.?|c\.|in|since|mid)[ -]|~ ?)+/,
    "",
  );
  if (typed === "") return null;
  const [from, exact] = dated(typed, today, place);
  if (from === null) return null;
  // The middle of the month that has only begun lies ahead.
  const month = today.slice(0, 7);
  if (!exact && from > today && from.slice(0, 7) <= month) return { day: today, exact };
  return from > today ? null : { day: from, exact };
}

/** Whether a text means a day that has not come yet. */
export function liesAhead(text: string, today: string): boolean {
  const far = `${String(Number(today.slice(0, 4)) + 80)}-12-31`;
  return text.trim() !== "" && parseRough(text, today) === null && parseRough(text, far) !== null && /\d{4}/.test(text);
}

/** "March 2026": how a month stands in the field; `parseRough` reads it back. */
export function monthText(day: string): string {
  const name = MONTHS[Number(day.slice(5, 7)) - 1] ?? "";
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${day.slice(0, 4)}`;
}

/** The month before or after what stands in the field, never after today's; today's where nothing does. */
export function otherMonth(text: string, by: number, today: string): string {
  const known = parseRough(text, today);
  if (known === null) return monthText(today);
  const moved = plusMonths(`${known.day.slice(0, 7)}-01`, by);
  return monthText(moved > today ? today : moved);
}

function dated(typed: string, today: string, place: Place): [string | null, boolean] {
  const year = /^(19|20)\d\d$/.exec(typed)?.[0];
  if (year !== undefined) {
    const day = place === "start" ? `${year}-01-01` : `${year}-07-01`;
    // A year that runs is remembered up to now.
    return [day > today && year === today.slice(0, 4) ? today : day, false];
  }
  const month = /^([a-z]{3,9})\.?(?:,? (\d{4}|\d{2}))?$/.exec(typed);
  const number = month?.[1] === undefined ? -1 : MONTHS.findIndex((name) => name.startsWith(month[1] ?? ""));
  const bare = /^(\d{1,2})[/.-](\d{4})$/.exec(typed);
  const said = month?.[2] === undefined ? null : fullYear(month[2]);
  if (number >= 0) return [ofMonth(said, number + 1, today, place), false];
  if (bare) return [ofMonth(Number(bare[2]), Number(bare[1]), today, place), false];
  return [parseDay(typed, today, "past"), true];
}

function ofMonth(year: number | null, month: number, today: string, place: Place): string | null {
  if (month < 1 || month > 12) return null;
  const two = String(month).padStart(2, "0");
  const latest = `${today.slice(0, 4)}-${two}` <= today.slice(0, 7) ? 0 : 1;
  const which = year ?? Number(today.slice(0, 4)) - latest;
  return `${String(which)}-${two}-${place === "start" ? "01" : "15"}`;
}
