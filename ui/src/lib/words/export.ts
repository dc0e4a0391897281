// Taking records out, and erasing them for good.
import type { ErasePlan, ErasureReceipt, ExportDone, ExportWhat, Kind, KindCount } from "../api/types";
import { count, list, number } from "./format";
import { kindsWord, kindWord } from "./terms";

type Everything = Exclude<ExportWhat["what"], "client" | "person">;

export const exportWords = {
  title: "Your records",
  note: "they are yours: take them out whenever you like",
  client: "Export everything about them…",
  person: (name: string): string => `Export what names ${name}…`,
  written: ({ files, folder }: ExportDone): string => `Written: ${count(files.length, "file", "files")} into ${folder}`,
  file: (name: string, records: number): string => `${name} (${count(records, "record", "records")})`,
  archiveNote: "A JSON archive becomes the whole ledger again, to the last record. It only goes into an empty one.",
  archiveNotEmpty: "There are clients in this ledger, so an archive cannot be brought in here.",
  archive: "Bring in an archive…",
} as const;

/** What can be taken out: its button, and what it is for. */
export const exports: Record<Everything, { button: string; what: string }> = {
  csv: {
    button: "Everything as CSV…",
    what: "A file a table, for a spreadsheet or for another program.",
  },
  json: {
    button: "Everything as one archive…",
    what: "One JSON file that Kindly reads back into an empty ledger, whole: for moving to another computer.",
  },
  contacts: {
    button: "Contacts…",
    what: "Clients and the people there as vCards, for your address book.",
  },
  calendar: {
    button: "Dates…",
    what: "Notice dates, deadlines and check-ins as .ics with alarms, for your calendar; a second export updates the first.",
  },
};

export const eraseWords = {
  client: "Erase for good…",
  person: (name: string): string => `Erase ${name} for good…`,
  titleClient: (name: string): string => `Erase ${name} for good?`,
  titlePerson: (name: string): string => `Erase ${name} for good?`,
  noUndo: "This is not removing: it cannot be undone, and nothing brings it back.",
  personNote: "Their name, their addresses and their numbers go. What they said stays, without a name.",
  goes: "What goes",
  nothing: "Nothing else is recorded.",
  files: (n: number): string => count(n, "file kept inside", "files kept inside"),
  steps: (n: number): string =>
    n === 0
      ? "No step of the history holds them."
      : `${count(n, "step", "steps")} of the history ${n === 1 ? "loses" : "lose"} what ${n === 1 ? "it holds" : "they hold"} and can no longer be taken back.`,
  stepsPerson: (n: number): string =>
    n === 0
      ? "No step of the history holds them."
      : `Up to ${count(n, "step", "steps")} of the history ${n === 1 ? "loses" : "lose"} what ${n === 1 ? "it holds" : "they hold"} and can no longer be taken back.`,
  copies: (n: number): string => `${count(n, "copy", "copies")} of the ledger still ${n === 1 ? "holds" : "hold"} them`,
  backups: (n: number): string =>
    n === 0 ? "" : `${count(n, "backup", "backups")} ${n === 1 ? "is" : "are"} written anew without them.`,
  backupsLeft: (n: number): string => `${count(n, "backup", "backups")} could not be reached and may still hold them`,
  secondWaits: "Your second place for backups is away. It is brought up when it comes back.",
  deleteCopies: (n: number): string => (n === 1 ? "Delete this copy too" : "Delete these copies too"),
  outside: "Copies that you made yourself, and files that you exported, are not reached from here.",
  exportFirst: "If they asked for their records, export those first.",
  typeName: (name: string): string => `Type “${name}” to confirm`,
  wrongName: (name: string): string => `This is not the name yet: write it exactly as ${name}`,
  erase: "Erase for good",
  cancel: "Keep everything",
  receipt: "Erased",
  receiptBelow: "This receipt names nobody. Keep it if you have to show that you did it.",
  receiptText: "The receipt",
  saveReceipt: "Save the receipt…",
  saved: (path: string): string => `The receipt was saved: ${path}`,
  done: "Done",
} as const;

/** One of a kind whose word alone cannot be counted. */
const oneWord: Partial<Record<Kind, string>> = {
  praise: "word of praise",
  attention: "note of attention",
  snooze: "line put off",
  check_in_request: "request for a check-in",
};

/** "12 deliverables" */
export function kindCountWords({ kind, count: n }: KindCount): string {
  return `${number(n)} ${n === 1 ? (oneWord[kind] ?? kindWord[kind]) : kindsWord[kind]}`;
}

/** "1 client, 12 deliverables and 3 invoices"; empty where nothing goes. */
export function planWords({ records, files }: Pick<ErasePlan, "records" | "files">): string {
  const parts = records.map(kindCountWords);
  if (files > 0) {
    parts.push(eraseWords.files(files));
  }
  return parts.length === 0 ? eraseWords.nothing : `${list(parts)}.`;
}

/** What a receipt says in one sentence. */
export function receiptSentence({ records, copies_left, backups_left }: ErasureReceipt): string {
  const all = records.reduce((sum, { count: n }) => sum + n, 0);
  const gone = `${count(all, "record", "records")} ${all === 1 ? "was" : "were"} erased for good.`;
  if (backups_left.length > 0) {
    return `${gone} ${eraseWords.backupsLeft(backups_left.length)}.`;
  }
  return copies_left.length === 0
    ? gone
    : `${gone} ${count(copies_left.length, "copy", "copies")} of the ledger still ${copies_left.length === 1 ? "holds" : "hold"} them.`;
}
