// The words of the enquiries' list.
import { capital, count, countWord } from "./format";

export const enquiriesWords = {
  title: (waiting: number): string =>
    waiting === 0
      ? "No enquiry waits for an answer"
      : capital(`${countWord(waiting, "enquiry waits", "enquiries wait")} for your answer`),
  below: "A kind no, given soon, is worth more than a late one.",
  none: "No enquiry is recorded yet. When somebody asks you to take something on, record it here; a kind decline is two clicks away.",
  record: "Record an enquiry…",
  waiting: "Waiting",
  answered: "Answered",
  waits: (days: number): string => (days === 0 ? "since today" : `${count(days, "day", "days")}`),
  answeredOn: (day: string): string => `answered ${day}`,
  received: (day: string): string => `came ${day}`,
  decline: "Decline kindly…",
  markAnswered: "Mark as answered",
  edit: "Edit",
  tabs: "Enquiries and fit",
  tab: "Enquiries",
  fitTab: "Whom we fit",
  takeOn: "Take on as a client…",
  takeOnLabel: (name: string): string => `Take on as a client…: ${name}`,
  fit: (name: string): string => `How it fits: ${name}`,
  answer: (criterion: string): string => `Is this true of them: ${criterion}?`,
  ask: "What to ask",
  copyQuestions: "Copy the questions",
  copied: "Copied. Paste them into your answer.",
  noCriteria: "Say whom you fit…",
  former: "You may know them",
  formerOpen: (name: string): string => `Open ${name}`,
} as const;
