import { LOCALE } from "../../../lib/words/format";

/** "22 November 2026, 14:05": a moment by the clock on the wall. */
export function localMoment(iso: string): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short" }).format(new Date(iso));
}
