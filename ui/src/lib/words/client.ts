import type { Band, Client, Kind, LedgerLine, RecordLink } from "../api/types";
import { capital, money, number } from "./format";
import { bandWord, kindWord, letterKindWord, notice, scaleWord } from "./terms";

/** One client. */
export const clientWords = {
  above: "Clients",
  edit: "Edit…",
  editLabel: (name: string): string => `Edit the facts of ${name}`,
  write: "Write a letter…",
  why: "Why",
  band: (band: Band): string => bandWord[band],
  show: "Show",
  hide: "Hide",
  showRecords: (n: number): string => `Show the ${number(n)} records behind this`,
  hideRecords: "Hide the records behind this",
  changes: "What would change this",
  met: "“Met” and “missed” are what you recorded. The verdict is about the relationship, never about a person.",
  prospect: "Not judged: nothing was agreed yet. Answer their enquiry, or record what you agree on.",
  weOwed: "What you owed them",
  theySaid: "What they said",
  theyOwed: "What they owed you",
  givenAway: "What you gave away, and how you were treated",
  engagements: "Agreements",
  enquiries: "Enquiries",
  letters: "Letters",
  empty: {
    weOwed: "No deliverable yet.",
    theySaid: "Nobody asked them yet.",
    theyOwed: "Nothing owed to you yet: briefs, access, answers, payment.",
    givenAway: "Nothing given away.",
    engagements: "No agreement recorded.",
    enquiries: "No enquiry recorded.",
    letters: "No letter written.",
  },
  add: (kind: Kind): string => `Record: ${kindWord[kind]}`,
  all: (n: number): string => `Show all ${number(n)}`,
  fewer: "Show fewer",
  impression: "my impression, not counted",
  theme: (theme: string): string => `Complaint: ${theme}`,
  otherReading: (reading: string): string => `Or: ${reading}`,
  noWordsAtAll: "Check-in without words",
  noWords: (scale: string): string => `${scale}, without words`,
  ledger: "The ledger, both sides",
  notes: "Notes",
} as const;

/** What names a record in a list of grounds. */
export function linkTitle(link: RecordLink): string {
  switch (link.kind) {
    case "check_in":
      return link.title === "" ? clientWords.noWordsAtAll : `“${link.title}”`;
    case "invoice":
      return `Invoice ${link.title}`;
    default:
      return link.title;
  }
}

/** What names a line: the words of the record itself. */
export function lineTitle({ record, title }: LedgerLine): string {
  switch (record.kind) {
    case "check_in":
      return record.words === "" ? clientWords.noWords(scaleWord[record.scale]) : `“${record.words}”`;
    case "invoice":
      return `Invoice ${record.number}, ${money(record.amount)}`;
    case "letter":
      return letterKindWord[record.letter_kind];
    case "complaint":
      return record.words === "" ? record.theme : record.words;
    case "enquiry":
      return capital(record.subject);
    default:
      return title;
  }
}

/** What stands small below the name of a line. */
export function lineAside(line: LedgerLine, today: string): string {
  const { record, state } = line;
  if (state.is === "rated" && state.impression) {
    return clientWords.impression;
  }
  if (state.is === "agreement") {
    return notice(state.renewal, today);
  }
  if (record.kind === "complaint" && record.words !== "" && record.theme !== "") {
    return clientWords.theme(record.theme);
  }
  if (record.kind === "enquiry" && record.words !== "") {
    return `“${record.words}”`;
  }
  if (record.kind === "incident" && record.other_reading !== "") {
    return clientWords.otherReading(record.other_reading);
  }
  return "";
}

/** "Ms Petra Halden, petra@example.org" */
export function contactWords({ contact }: Client): string {
  const name = [contact.salutation, contact.given_name, contact.family_name].filter((part) => part !== "").join(" ");
  return [name, contact.email].filter((part) => part !== "").join(", ");
}
