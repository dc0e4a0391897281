// How long ago something was, and how large it is, as one would say it.
import { count, dayYear, LOCALE, number } from "./format";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Longer ago, the day says more than a number of days. */
const DAYS_COUNTED = 14;

const moment = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** "just now", "12 minutes ago", "3 hours ago", "5 days ago", "on 25 Nov 2025". */
export function ago(iso: string, now: number): string {
  const past = now - Date.parse(iso);
  if (past < MINUTE) return "just now";
  if (past < HOUR) return `${count(Math.floor(past / MINUTE), "minute", "minutes")} ago`;
  if (past < DAY) return `${count(Math.floor(past / HOUR), "hour", "hours")} ago`;
  const days = Math.floor(past / DAY);
  return days <= DAYS_COUNTED ? `${count(days, "day", "days")} ago` : `on ${dayYear(iso)}`;
}

/** "22 Nov 2026, 14:05", on the user's own clock. */
export function momentWord(iso: string): string {
  return moment.format(new Date(iso)).replace("Sept", "Sep");
}

/** "840 KB", "4.2 MB". */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1000)))} KB`;
  const megabytes = bytes / 1_000_000;
  return `${number(megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes))} MB`;
}

const SECOND = 1000;
/** Nobody's clock is better than that: work is not even. */
const STEP = 5;

/** "about 20 s left", "about 3 minutes left". */
export function leftWord(seconds: number): string {
  if (seconds < STEP) return "a few seconds left";
  const steps = Math.round(seconds / STEP) * STEP;
  const minute = MINUTE / SECOND;
  if (steps < minute - STEP) return `about ${number(steps)} s left`;
  return `about ${count(Math.max(1, Math.round(seconds / minute)), "minute", "minutes")} left`;
}
