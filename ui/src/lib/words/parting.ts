// The words of what is left to do after a letter that ends something.
import type { PartingStep } from "../api/types";
import { capital, countWord, dayLong } from "./format";

export const partingWords = {
  title: "Parting well",
  ends: (on: string): string => `It ends on ${dayLong(on)}.`,
  open: (n: number): string =>
    n === 0 ? "Everything is done." : `${capital(countWord(n, "thing is", "things are"))} left to do.`,
  by: "By",
  done: "Done",
  openLine: "Open",
  letter: "The letter",
  record: "Record",
  handBack: "Handed back",
  opening: "Looking what is left",
} as const;

const steps: Record<PartingStep, (title: string) => string> = {
  letter_sent: () => "The letter is sent",
  confirmed: () => "They confirmed that they have it",
  deliver: (title) => `Deliver “${title}”`,
  hand_back: (title) => (title === "" ? "Hand back all files, with a note" : `Hand back: ${title}`),
  final_invoice: (title) => (title === "" ? "Write the final invoice" : `Final invoice ${title}`),
  paid: () => "Everything is paid",
  referral: () => "Name somebody who can go on",
  ended: () => "Record how it ended",
};

/** "Deliver “Year-end report”": one line of the list. */
export function partingStep(what: PartingStep, title: string): string {
  return steps[what](title);
}
