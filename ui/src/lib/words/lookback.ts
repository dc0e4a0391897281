import type { Outcome } from "../api/types";
import { count, dayLong, dayYear, minutes, money } from "./format";
import type { Money } from "../api/types";

/** Looking back on a client: five questions, from memory. */
export const lookBackWords = {
  open: "Look back…",
  title: "Look back on a client",
  below:
    "Five questions, from memory. Roughly is enough, and everything can be skipped; each record is marked as remembered. You see what verdict follows at once.",
  who: {
    title: "Who is it, and since when?",
    client: "Client",
    clientHint: "A client you have, or a new name",
    known: "You have this client already: what you add here joins their records.",
    fresh: "A new client.",
    since: "Working together since",
    agreement: "What you agreed on",
    agreementHint: "such as Monthly reporting",
    already: "An agreement is recorded already.",
  },
  delivered: {
    title: "What did you deliver, and when?",
    what: "What",
    when: "Delivered",
    outcome: "How it turned out",
    outcomes: { met: "As agreed", partial: "Partly", late: "Late" } satisfies Partial<Record<Outcome, string>>,
  },
  said: {
    title: "What did they say, and when?",
    value: "How content, 1 to 5",
    when: "When",
    words: "Their words",
    about: "About",
    aboutNone: "Nothing in particular",
    faces: ["1, poor", "2", "3", "4", "5, very good"],
  },
  owed: {
    title: "What did they owe you?",
    what: "Kind",
    title_: "What exactly",
    when: "It was due",
    came: "It came",
    cames: { on_time: "On time", late: "Late", never: "Never" },
  },
  given: {
    title: "What did you give away?",
    what: "What",
    when: "When",
    worth: "Worth",
    worthHint: "480, or 3 h",
  },
  lateBy: "Late by about",
  lates: { days: "A few days", week: "A week", fortnight: "Two weeks", month: "A month" },
  rough: "March 2026, or around 12 March",
  roughUnclear: "Write it like March 2026, or 12 March.",
  ahead: "That lies ahead; it is about what has been.",
  understood: (day: string, exact: boolean): string => (exact ? dayLong(day) : `taken as ${dayLong(day)}`),
  add: "Add",
  addHint: "Enter adds it",
  remove: (what: string): string => `Take off: ${what}`,
  missing: {
    what: "Say what it was.",
    when: "Say roughly when.",
    value: "Choose a number.",
    worth: "Write 480, or 3 h.",
  },
  nameMissing: "Say whose it is: a name is enough.",
  nothing: "Add at least one thing that you remember.",
  finish: "Finish, and see what follows",
  leave: "Leave",
  count: (n: number): string => (n === 0 ? "Nothing added yet." : `${count(n, "record", "records")} from memory.`),
  told: {
    delivered: (title: string, day: string, outcome: string): string => `${title}, ${dayYear(day)}: ${outcome}`,
    said: (value: number, day: string, words: string): string =>
      `${String(value)} of 5, ${dayYear(day)}${words === "" ? "" : `: “${words}”`}`,
    owed: (title: string, day: string, came: string): string => `${title}, due ${dayYear(day)}: ${came}`,
    given: (what: string, day: string, worth: Money | null, time: number | null): string =>
      [what, dayYear(day), worth ? money(worth) : "", time === null ? "" : minutes(time)]
        .filter((part) => part !== "")
        .join(", "),
  },
  done: {
    noVerdict: "Their records are kept. A verdict follows with a few more.",
    changes: "What would change it",
    another: "Another client",
    open: (name: string): string => `Open ${name}`,
  },
  hintEmpty: (name: string): string =>
    `Nothing is recorded about ${name} yet. Look back in five questions, from memory, and a verdict may be possible today.`,
} as const;
