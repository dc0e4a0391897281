/** Until when a line is put off. */
import { parseDay, plusDays, plusMonths } from "../../record/model/day";

export type Until = "tomorrow" | "week" | "month" | "day";

export const UNTILS: readonly Until[] = ["tomorrow", "week", "month", "day"];

/** The day that is meant; `null` where none is, or where it does not lie ahead. `text` counts where a day is typed. */
export function untilDay(until: Until, text: string, today: string): string | null {
  switch (until) {
    case "tomorrow":
      return plusDays(today, 1);
    case "week":
      return plusDays(today, 7);
    case "month":
      return plusMonths(today, 1);
    case "day": {
      const day = parseDay(text, today, "future");
      return day !== null && day > today ? day : null;
    }
  }
}
