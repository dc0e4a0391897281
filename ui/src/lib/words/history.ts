// What was done, and taking it back.
import type { HistoryChange, HistoryRecord, Kind } from "../api/types";
import { capital, count, LOCALE, number } from "./format";
import { kindWord } from "./terms";

/** The step happened on the user's own calendar and clock. */
const stepTime = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const stepDay = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });

export const historyWords = {
  title: "History",
  titleOf: (name: string): string => `History of ${name}`,
  below: "Every step, the latest first. What was done alone can be taken back alone.",
  open: "History",
  none: "Nothing was done yet.",
  noneOfRecord: "No step touched this record as far back as the history goes.",
  more: "Show older steps",
  unknown: "A step from another version of Kindly",
  erased: "Erased: what this step held is gone for good, and it can no longer be taken back.",
  takenBack: "taken back",
  fixed: "Never taken back.",
  fixedLetter: "Never taken back: it finished a letter. Write a new letter instead.",
  takeBack: "Take this back alone",
  takeBackLabel: (step: string): string => `Take this back alone: ${step}`,
  takeBackTitle: "Take this back alone?",
  takeBackMany: (n: number): string =>
    `This step touched ${count(n, "record", "records")}. All of them go back to how they stood before it; everything done since stays. You can undo this.`,
  takeBackDo: (n: number): string => `Take back ${count(n, "record", "records")}`,
  cancel: "Leave it",
  restore: "Put back as it was",
  restoreLabel: (title: string): string => `Put back as it was: ${title}`,
  records: (n: number): string => count(n, "record", "records"),
  showRecords: (n: number): string => `Show the ${count(n, "record", "records")} of this step`,
  hideRecords: "Hide the records",
  moreRecords: (n: number): string => `and ${number(n)} more`,
  only: (title: string): string => `Only the steps of ${title}`,
  all: "Show all steps",
} as const;

const changeWord: Record<HistoryChange, string> = { added: "added", changed: "changed", removed: "removed" };

/** "Check-in “Fine, I suppose.”, changed" */
export function historyRecordWords({ kind, title, change }: HistoryRecord): string {
  return `${recordName(kind, title)}, ${changeWord[change]}`;
}

/** "Invoice 2026-031", "Client Halden & Co", "Deliverable “Quarterly report”" */
export function recordName(kind: Kind, title: string): string {
  if (title === "") {
    return capital(kindWord[kind]);
  }
  const plain: Kind[] = ["client", "invoice", "letter"];
  return `${capital(kindWord[kind])} ${plain.includes(kind) ? title : `“${title}”`}`;
}

/** "Sunday 22 November 2026": the heading of a day's steps. */
export function historyDay(at: string): string {
  return stepDay.format(new Date(at));
}

/** "14:05" */
export function historyClock(at: string): string {
  return clock.format(new Date(at));
}

/** "22 Nov 2026, 14:05" */
export function historyTime(at: string): string {
  return stepTime.format(new Date(at)).replace("Sept", "Sep");
}
