import { capital, countWord } from "./format";

/** What needs the user today. */
export const todayWords = {
  headline: (needs: number): string => {
    if (needs === 0) {
      return "Nothing waits on you today.";
    }
    return `${capital(countWord(needs, "thing needs", "things need"))} you.`;
  },
  now: "Now",
  soon: "Coming up",
  calm: "Notice dates, complaints without an answer, overdue briefs and invoices will stand here when they come.",
  open: "Open",
} as const;
