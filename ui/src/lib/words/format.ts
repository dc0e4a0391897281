// Dates, numbers, money and lists, as an English reader writes them.
import type { Money } from "../api/types";

export const LOCALE = "en-GB";
/** Days come as plain dates; read and written in UTC they stay the same day everywhere. */
const ZONE = "UTC";

const shortDay = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", timeZone: ZONE });
const shortDayYear = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: ZONE,
});
const longDay = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric", timeZone: ZONE });
const plain = new Intl.NumberFormat(LOCALE);
const oneDecimal = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const wholePercent = new Intl.NumberFormat(LOCALE, { style: "percent", maximumFractionDigits: 0 });
const plural = new Intl.PluralRules(LOCALE);
const and = new Intl.ListFormat(LOCALE, { type: "conjunction" });

/** "25 Nov": for a day near enough that its year goes without saying. */
export function day(iso: string): string {
  return shortDay.format(new Date(iso)).replace("Sept", "Sep");
}

/** Within half a year to either side, a day and its month are unmistakable. */
const NEAR_MS = 182 * 86_400_000;

/** "25 Nov 2025", and "25 Nov" where it is near `today`. */
export function dayYear(iso: string, today?: string): string {
  if (today !== undefined && Math.abs(Date.parse(iso) - Date.parse(today)) <= NEAR_MS) {
    return day(iso);
  }
  return shortDayYear.format(new Date(iso)).replace("Sept", "Sep");
}

/** "25 November 2025". */
export function dayLong(iso: string): string {
  return longDay.format(new Date(iso));
}

export function number(value: number): string {
  return plain.format(value);
}

/** A mean satisfaction: "1.9". */
export function mean(value: number): string {
  return oneDecimal.format(value);
}

/** A share from 0 to 1: "94%". */
export function percent(share: number): string {
  return wholePercent.format(share);
}

/** "€4,800", and "€4,800.50" where there are smaller coins. */
export function money(amount: Money): string {
  const written = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency: amount.currency,
    currencyDisplay: "narrowSymbol",
  });
  const value = coins(amount);
  // A minus, where `Intl` writes a hyphen.
  return (Number.isInteger(value) ? whole(amount.currency) : written).format(value).replace("-", "−");
}

/** An amount in whole units of its currency: 4800.5. */
export function coins({ minor, currency }: Money): number {
  const written = new Intl.NumberFormat(LOCALE, { style: "currency", currency });
  return minor / 10 ** (written.resolvedOptions().maximumFractionDigits ?? 2);
}

function whole(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
    minimumFractionDigits: 0,
  });
}

/** "11 h", "45 min", "1 h 30 min". */
export function minutes(count: number): string {
  const hours = Math.floor(count / 60);
  const rest = count % 60;
  if (hours === 0) {
    return `${plain.format(rest)} min`;
  }
  return rest === 0 ? `${plain.format(hours)} h` : `${plain.format(hours)} h ${plain.format(rest)} min`;
}

/** The form of a word that goes with a number. */
export function form(n: number, one: string, other: string): string {
  return plural.select(n) === "one" ? one : other;
}

/** "1 client", "11 clients". */
export function count(n: number, one: string, other: string): string {
  return `${plain.format(n)} ${form(n, one, other)}`;
}

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** Small numbers in words, as prose has them: "eleven", "13". */
export function numberWord(n: number): string {
  return NUMBERS[n] ?? plain.format(n);
}

/** "one client", "eleven clients". */
export function countWord(n: number, one: string, other: string): string {
  return `${numberWord(n)} ${form(n, one, other)}`;
}

/** "once", "twice", "four times". */
export function times(n: number): string {
  return n === 1 ? "once" : n === 2 ? "twice" : `${numberWord(n)} times`;
}

/** "a, b and c". */
export function list(parts: string[]): string {
  return and.format(parts);
}

/** The first letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);
}

/** A whole sentence: capital letter and full stop. */
export function sentence(text: string): string {
  const whole = capital(text.trim());
  return whole === "" || /[.!?…]["”’)]?$/u.test(whole) ? whole : `${whole}.`;
}
