import type { ObligationKind, Outcome, RatingScale } from "../api/types";
import { capital, count, countWord, day, form, list } from "./format";
import { obligationKindWord, scaleWord } from "./terms";

const days = (n: number): string => count(n, "day", "days");

/** The list of a Friday: one row a client, by keyboard. */
export const fridayWords = {
  title: "Friday list",
  below: "One row a client. Anything delivered, heard, owed? Enter when there is nothing new.",
  leave: "Leave",
  list: "Clients",
  progress: (done: number, all: number): string => `${String(done)} of ${String(all)}`,
  left: (n: number): string => (n === 0 ? "all done" : `${countWord(n, "client", "clients")} left`),
  empty: "There is no active client to go through. Add one, or look back on one you know.",
  keys: {
    delivered: "Delivered",
    heard: "Heard",
    owes: "Owes",
    came: "Came",
    ask: "Ask…",
    nothing: "Nothing new",
    save: "Save, and next",
  },
  keysHint:
    "Enter: nothing new, or save and go on. D delivered, H heard, O owes, M came, A asks how it goes. Up and down: other rows. Escape: one step back.",
  /** What is known of the row's client. */
  lastRecord: (ago: number | null): string =>
    ago === null ? "nothing recorded yet" : ago <= 0 ? "last record today" : `last record ${days(ago)} ago`,
  youOwe: (n: number): string => `you owe ${String(n)}`,
  theyOwe: (n: number): string => `they owe ${String(n)}`,
  askDue: "check-in due",
  item: (title: string, due: string, left: number): string =>
    left < 0 ? `${title} (${days(-left)} late)` : `${title} (due ${day(due)})`,
  pickDelivered: "What was delivered?",
  pickCame: "What came?",
  pickHint: "Number: choose · ← →: day",
  outcomeHint: "D again: how it turned out · ← →: day",
  noneToDeliver: "Nothing that you owe them is due by next week.",
  noneToCome: "Nothing that they owe you is due by next week.",
  heardTitle: (scale: RatingScale): string => `What did they say? (${scaleWord[scale]})`,
  heardHint: "Number: rate · I: my impression · W: their words",
  impression: "My impression",
  words: "Their words",
  owesTitle: "What do they owe?",
  owesHint: "Number: kind, then what exactly · Enter: save",
  what: "What exactly",
  due: "Due",
  unsaved: "not saved yet",
  nothingNew: "nothing new",
  ratingMissing: "Choose the number that goes with their words.",
  dayUnclear: "Write the day like 27/11, fri or +7.",
  goBack: "Go back to this row",
  /** What a row said. */
  told: {
    delivered: (title: string, outcome: Outcome, on: string): string =>
      `${title} delivered ${day(on)}, ${fridayOutcome[outcome]}`,
    came: (title: string, on: string): string => `${title} came ${day(on)}`,
    heard: (value: number, scale: RatingScale, impression: boolean): string =>
      `${impression ? "my impression" : "they said"}: ${scale === "csat" ? "" : `${scaleWord[scale]} `}${String(value)}`,
    owes: (what: ObligationKind, title: string, due: string): string =>
      `owes ${obligationKindWord[what].toLowerCase()}${title === obligationKindWord[what] ? "" : ` “${title}”`} by ${day(due)}`,
  },
  /** The calm end. */
  end: (records: number, clients: number, nothing: number): string => {
    const said: string[] = [];
    if (records > 0) {
      said.push(`${countWord(records, "record", "records")} about ${countWord(clients, "client", "clients")}`);
    }
    if (nothing > 0) {
      said.push(
        `nothing new ${records > 0 ? "from" : "from any of"} ${countWord(nothing, records > 0 ? "other" : "client", records > 0 ? "others" : "clients")}`,
      );
    }
    return `${capital(list(said))}. That was the week.`;
  },
  undoLast: (client: string): string => `Undo the last row (${client})`,
  toToday: "Back to Today",
} as const;

/** How a deliverable turned out, within a sentence. */
export const fridayOutcome: Readonly<Record<Outcome, string>> = {
  pending: "not delivered",
  met: "met",
  partial: "partly met",
  late: "late",
  rejected: "rejected",
  excused: "excused",
};

/** "1 record", for the line of a row. */
export const recordsOf = (n: number): string => `${String(n)} ${form(n, "record", "records")}`;
