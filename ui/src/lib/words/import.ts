// The words of the import.
import { count, dayYear, list, number } from "./format";

export const importWords = {
  title: "Import a file",
  below:
    "Kindly shows what it understood before anything is written. Importing the same file twice changes nothing, and undo takes it back whole.",
  choose: "Choose a CSV file…",
  chooseAnother: "Choose another file…",
  reading: "Reading the file…",
  found: (file: string, what: string, rows: number): string => `${file}: ${number(rows)} ${what}`,
  counts: (fresh: number, updated: number, unchanged: number): string =>
    list([`${number(fresh)} new`, `${number(updated)} updated`, `${number(unchanged)} unchanged`]),
  nothing: "Every row stands in the ledger already: there is nothing to import.",
  fresh: "new",
  updated: "updated",
  unchanged: "unchanged",
  refused: "refused",
  columns: "How the columns were understood",
  columnLeftOut: "left out",
  near: "Nearly the same name",
  nearHint:
    "These become new clients. If one of them is a client that is there, write the name alike and choose the file again.",
  nearNames: (name: string, existing: string): string => `“${name}” beside “${existing}”`,
  preview: "The first rows, as they would read",
  refusedTitle: (rows: number): string => `${count(rows, "row", "rows")} cannot be taken`,
  refusedHint:
    "Mend them in the file and choose it again. Nothing is written while one is refused: an import is all or nothing.",
  line: "Line",
  reason: "Why",
  confirm: (rows: number): string => `Import ${count(rows, "row", "rows")}`,
  confirmNone: "Import",
  cancel: "Cancel",
  blocked: "Import waits until no row is refused.",
  kinds: "Files that Kindly knows",
  kindsNote: "by their header row; the order of the columns makes no difference, and others are left out",
  needed: "needed",
  optional: "optional",
} as const;

/** The kinds of file, with their columns: those that are needed come first. */
export const fileKinds: readonly { what: string; name: string; needed: readonly string[]; free: readonly string[] }[] =
  [
    {
      what: "clients",
      name: "Clients",
      needed: ["Name"],
      free: [
        "Status",
        "Salutation",
        "Given name",
        "Family name",
        "Email",
        "Address",
        "Country",
        "Language",
        "Currency",
        "Notes",
      ],
    },
    {
      what: "deliverables",
      name: "Deliverables",
      needed: ["Client", "Title", "Due"],
      free: ["Delivered", "Outcome", "Engagement", "Notes"],
    },
    {
      what: "check_ins",
      name: "Check-ins",
      needed: ["Client", "Date", "Scale", "Value"],
      free: ["Said by", "Deliverable", "Words"],
    },
    {
      what: "invoices",
      name: "Invoices",
      needed: ["Client", "Number", "Issued", "Amount", "Due"],
      free: ["Currency", "Paid"],
    },
    {
      what: "obligations",
      name: "What they owe",
      needed: ["Client", "What", "Title", "Due"],
      free: ["Met", "Engagement", "Notes"],
    },
    {
      what: "complaints",
      name: "Complaints",
      needed: ["Client", "Date", "Theme"],
      free: ["Words", "Answered", "Resolved"],
    },
  ];

/** What the first rows are shown by. */
const previews: Record<string, readonly string[]> = {
  clients: ["Name", "Letters go to", "Country"],
  deliverables: ["Title", "Due", "Delivered", "Outcome"],
  check_ins: ["Date", "Rating", "Words"],
  invoices: ["Number", "Due", "Paid"],
  obligations: ["Title", "Due", "Came on"],
  complaints: ["Date", "Theme", "Words"],
};

/** A kind of file is named with a hyphen or an underscore. */
const keyOf = (what: string): string => what.replaceAll("-", "_");

/** The headings of the first rows; none where they have another number of cells. */
export function previewHeadings(what: string, cells: number): readonly string[] {
  const headings = previews[keyOf(what)] ?? [];
  return headings.length === cells ? headings : [];
}

/** A cell as it is read: days as elsewhere in the window, an outcome in its own word. */
export function previewCell(cell: string, today: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? dayYear(cell, today) : cell;
}

/** "check-ins": what the rows of a file are. */
export function rowsWord(what: string): string {
  return fileKinds.find((kind) => kind.what === keyOf(what))?.name.toLowerCase() ?? what.replaceAll("_", " ");
}
