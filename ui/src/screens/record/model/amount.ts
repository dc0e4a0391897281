// Amounts and hours as people type them, read without rounding.
import { LOCALE } from "../../../lib/words/format";

/** How many decimals a currency has, by ISO 4217. */
export function decimalsOf(currency: string): number {
  try {
    const format = new Intl.NumberFormat(LOCALE, { style: "currency", currency });
    return format.resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    // An unknown code is refused by name when the record is saved; until then two decimals are the usual.
    return 2;
  }
}

/**
 * An amount in minor units, or `null` where the text is none. "4,800", "4.800,50", "4 800.50", "€4,800" and "1'200"
 * are read; a single separator with three digits behind it groups thousands.
 */
export function parseMinor(text: string, currency: string): number | null {
  const plain = text
    .trim()
    .replace(/^([A-Za-z]{3}|[€$£¥])\s*/u, "")
    .replace(/\s*([A-Za-z]{3}|[€$£¥])$/u, "")
    .replaceAll(/[\s\u00a0\u202f'’]/gu, "");
  const match = /^(\d[\d.,]*)$/.exec(plain);
  if (match === null) return null;
  const decimals = decimalsOf(currency);
  const point = decimalPoint(plain, decimals);
  const whole = (point < 0 ? plain : plain.slice(0, point)).replaceAll(/[.,]/g, "");
  const fraction = point < 0 ? "" : plain.slice(point + 1);
  if (whole === "" || !grouped(point < 0 ? plain : plain.slice(0, point)) || fraction.length > decimals) return null;
  if (!/^\d*$/.test(fraction)) return null;
  const minor = Number(whole + fraction.padEnd(decimals, "0"));
  return Number.isSafeInteger(minor) ? minor : null;
}

/** How an amount stands in a field: "4800" or "4800.50"; `parseMinor` reads it back. */
export function fieldAmount(minor: number, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`;
}

/** Minutes, or `null` where the text is no length of time: "90 min", "1:30". A bare number is of the unit given. */
export function parseStretch(text: string, bare: "minutes" | "hours"): number | null {
  const typed = text.trim();
  return bare === "minutes" && /^\d{1,5}$/.test(typed) ? Number(typed) : parseMinutes(typed);
}

/** Seconds, or `null` where the text is no length of time: "1:30:15", or as `parseMinutes` has it. */
export function parseSeconds(text: string): number | null {
  const clock = /^(\d{1,4}):([0-5]\d):([0-5]\d)$/.exec(text.trim());
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const minutes = parseMinutes(text);
  return minutes === null ? null : minutes * 60;
}

/** How seconds stand in a field: as minutes do, or "1:30:15"; `parseSeconds` reads it back. */
export function fieldSeconds(seconds: number): string {
  const rest = seconds % 60;
  if (rest === 0) return fieldMinutes(seconds / 60);
  const minutes = Math.floor(seconds / 60);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(rest)}`;
}

/** Minutes, or `null` where the text is no length of time: "1.5", "1,5", "1:30", "1h 30", "90 min". A bare number is hours. */
export function parseMinutes(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(",", ".");
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(typed);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const minutes = /^(\d{1,5}) ?m(?:in(?:utes?)?)?$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  const both = /^(\d{1,4}) ?h(?:ours?)? ?(\d{1,2}) ?(?:m(?:in(?:utes?)?)?)?$/.exec(typed);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const hours = /^(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4}) ?(?:h|hours?)?$/.exec(typed);
  return hours ? Math.round(Number(hours[1]) * 60) : null;
}

/** How minutes stand in a field: "11", "1.5" or "1:20"; `parseMinutes` reads it back. */
export function fieldMinutes(minutes: number): string {
  if (minutes % 60 === 0) return String(minutes / 60);
  if (minutes % 30 === 0) return String(minutes / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Where the decimal point stands; -1 without one. */
function decimalPoint(plain: string, decimals: number): number {
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  if (last < 0) return -1;
  const separators = plain.match(/[.,]/g) ?? [];
  const behind = plain.length - last - 1;
  const mixed = new Set(separators).size === 2;
  if (mixed) return last;
  // A currency with three decimals writes its fraction like a group: there the point alone marks decimals.
  if (decimals === 3 && separators.length === 1 && separators[0] === ".") return last;
  // Repeated, it groups; alone with three digits behind it, it groups as well ("4,800", "4.800").
  return separators.length > 1 || behind === 3 ? -1 : last;
}

/** Whether the separators of a whole number stand where thousands do. */
function grouped(whole: string): boolean {
  return /^\d+$/.test(whole) || /^\d{1,3}([.,]\d{3})+$/.test(whole);
}
