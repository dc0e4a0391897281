import type { RatingScale } from "../api/types";
import { capital, count, countWord, dayLong, dayYear } from "./format";

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
  friday: "Friday list",
  fridayHint: "One row a client: the week recorded in four minutes",
  templates: "What comes again",
  putOff: (n: number): string => `${count(n, "line is", "lines are")} put off`,
  fillAll: (n: number): string => `Add all ${String(n)} that come again`,
  letters: "Write a letter",
  actions: {
    notice: "Write the notice",
    decide: "Decide…",
    answered: "Answered…",
    came: "It came…",
    paid: "Paid…",
    delivered: "Delivered…",
    thanked: "Thanked…",
    ask: "Ask…",
    why: "See why",
    again: "Look again…",
    fill: "Add it",
    open: "Open…",
  },
  /** What a button is about, for those who do not see the line beside it. */
  about: (label: string, sentence: string): string => `${label.replace("…", "")}: ${sentence}`,
} as const;

/** Putting a line off. */
export const snoozeWords = {
  open: "Put off…",
  title: "Put it off",
  until: "Until",
  choices: { tomorrow: "Tomorrow", week: "Next week", month: "Next month", day: "A day…" },
  back: (day: string): string => `It comes back on ${dayLong(day)}.`,
  late: (day: string): string => `By then ${dayLong(day)} has passed, and with it the safe day for a notice.`,
  day: "Day",
  dayHint: "27/11, fri, +10, 1 Dec",
  reason: "Why it can wait",
  reasons: ["I wait for them", "Already in hand", "Not worth it yet"],
  own: "In your own words",
  reasonMissing: "Say why it can wait: it stands beside the line when it comes back to you.",
  dayMissing: "Choose a day that lies ahead.",
  save: "Put off",
  cancel: "Cancel",
  list: "Put off",
  empty: "Nothing is put off.",
  line: (until: string, reason: string, today: string): string => `back on ${dayYear(until, today)}: ${reason}`,
  bringBack: "Bring back",
} as const;

/** Asking one question. */
export const questionWords = {
  title: (client: string): string => `Ask ${client} one question`,
  hint: "Copy it into an e-mail of your own: Kindly sends nothing.",
  asked: "Note that I asked",
  scale: "The question",
  scales: {
    csat: "How satisfied, 1 to 5",
    nps: "Would they recommend you, 0 to 10",
    ces: "How easy, 1 to 7",
  } satisfies Readonly<Record<RatingScale, string>>,
  to: (address: string): string => `To ${address}`,
  noAddress: "No e-mail address is recorded for them.",
  subject: "Subject",
  text: "Text",
  copySubject: "Copy the subject",
  copyText: "Copy the text",
  copied: "Copied. It can wait a week for their answer.",
  later: "Put off for a week",
  laterReason: "Asked today",
  answered: "They answered already? Record it…",
} as const;

/** What comes again. */
export const templateWords = {
  title: "What comes again",
  below:
    "Reports, briefs and the like that return every month or quarter. What is due is offered here and on Today; {month} and {year} in a name become those of the day it is due.",
  due: "Due and not recorded yet",
  nothingDue: "Nothing is due in the next two weeks.",
  all: "All that comes again",
  empty:
    "Nothing comes again yet. Add the monthly report or the quarterly brief once, and Kindly offers it when it is due.",
  add: "Add what comes again…",
  edit: "Edit",
  anybody: "Any client",
  fill: "Add it",
  fillAll: (n: number): string => `Add all ${String(n)}`,
  rhythm: (every: number | null, first: string | null): string => {
    if (first === null) return "by hand";
    if (every === null) return `once, on ${dayYear(first)}`;
    const often = every === 1 ? "every month" : every === 12 ? "every year" : `every ${String(every)} months`;
    return `${often}, from ${dayYear(first)}`;
  },
  dueOn: (day: string): string => `due ${dayYear(day)}`,
  columns: { what: "What", client: "Client", kind: "Makes", rhythm: "When" },
} as const;
