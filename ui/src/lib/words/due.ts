// What the desktop says of what is due, without a name.
import type { DueCount } from "../api/types";
import { count } from "./format";

export const dueWords = {
  title: "Notifications",
  choice: "Say once a day by the desktop what is due",
  note: "Notice dates and what falls on the day: how many, and no name. Only while Kindly is open and you look elsewhere.",
} as const;

/** "1 notice date, 3 things due today". */
export function dueHeading({ notices, today }: DueCount): string {
  return [
    notices > 0 ? count(notices, "notice date", "notice dates") : "",
    today > 0 ? count(today, "thing due today", "things due today") : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
