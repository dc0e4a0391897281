// The words of the import.
import type { ImportStep } from "../api/types";
import { count, dayYear, list, number } from "./format";

const stepWord: Record<ImportStep, string> = {
  reading: "Reading the file",
  comparing: "Comparing with what is recorded",
  writing: "Writing",
};

const article = (name: string): string => (/^[aeiou]/i.test(name) ? "An" : "A");

export const importWords = {
  title: "Import a file",
  below:
    "Kindly shows what it understood before anything is written. Importing the same file twice changes nothing, and undo takes it back whole.",
  choose: "Choose a file…",
  chooseAnother: "Choose another file…",
  reading: "Reading the file…",
  found: (tool: string | null, what: string, rows: number): string =>
    tool === null ? `${number(rows)} ${what}` : `${article(tool)} ${tool} export, ${number(rows)} ${what}`,
  notRecognised: "A file that Kindly does not know by its header",
  counts: (fresh: number, updated: number, unchanged: number): string =>
    list([`${number(fresh)} new`, `${number(updated)} updated`, `${number(unchanged)} unchanged`]),
  nothing: "Every row stands in the ledger already: there is nothing to import.",
  fresh: "new",
  updated: "updated",
  unchanged: "unchanged",
  refused: "refused",
  leftOut: "left out",
  columns: "The first rows, as they stand in the file",
  columnsNote: "below each header, what it is taken for",
  takenFor: (header: string): string => `“${header}” is taken for`,
  columnLeftOut: "left out",
  map: "Say how to read it",
  mapOpen: "Read it another way…",
  mapClose: "Done",
  kind: "What the rows are",
  kindUnknown: "Choose…",
  dates: "Dates are written",
  datesByThemselves: "as the values say",
  dayFirst: "day first: 22/11/2026",
  monthFirst: "month first: 11/22/2026",
  fields: "Which column holds what",
  fieldsNote: "a value that stands for all rows serves where no column does",
  noColumn: "no column",
  always: (value: string): string => `always ${value}`,
  fixedValue: (field: string): string => `${field} for all rows`,
  unknownClients: (n: number): string => `${count(n, "name", "names")} that no client has`,
  unknownHint:
    "Who is it? In a tool’s file a name becomes a new client unless you say otherwise; one that is nearly a client’s, or that stands in a plain table, waits for your word.",
  allNew: (names: number): string => (names === 1 ? "It is a new client" : `All ${number(names)} are new clients`),
  pickFor: (name: string): string => `Who “${name}” is`,
  pickNew: "A new client",
  pickLeaveOut: "Nobody: leave the rows out",
  pickAsk: "Choose…",
  rowsOf: (n: number): string => count(n, "row", "rows"),
  progress: (step: ImportStep): string => stepWord[step],
  remaining: (n: number): string => `${count(n, "row", "rows")} to go`,
  andMore: (n: number): string => `and ${count(n, "more row", "more rows")}`,
  openNames: (n: number): string =>
    `${count(n, "name is", "names are")} nearly a client’s: say below who it is, then import.`,
  stop: "Cancel",
  stopped: "Cancelled. Nothing was written.",
  working: "Working through the file",
  done: (file: string, fresh: number, updated: number): string =>
    `${file} is in the ledger: ${list([`${number(fresh)} new`, `${number(updated)} updated`])}.`,
  doneHint: "Undo takes it back whole.",
  undo: "Undo the import",
  undone: "Taken back: nothing of it is in the ledger.",
  toClients: "See the clients",
  near: "Nearly the same name",
  nearHint:
    "These become new clients. If one of them is a client that is there, write the name alike and choose the file again.",
  nearNames: (name: string, existing: string): string => `“${name}” beside “${existing}”`,
  preview: "The first rows, as they would read",
  refusedTitle: (rows: number): string => `${count(rows, "row", "rows")} cannot be taken`,
  refusedHint:
    "Mend them in the file and choose it again: an import is all or nothing, unless you leave these rows out.",
  without: (rows: number): string => `Leave ${rows === 1 ? "this row" : "these rows"} out and import the rest`,
  withoutHint: (rows: number): string =>
    `${rows === 1 ? "This row stays" : "These rows stay"} out; the rest is imported.`,
  line: "Line",
  reason: "Why",
  confirm: (rows: number): string => `Import ${count(rows, "row", "rows")}`,
  confirmNone: "Import",
  cancel: "Cancel",
  kinds: "Files that Kindly knows",
  tools: "Exports of these tools are known as they come",
  own: "Tables of your own",
  kindsNote: "known by their header row; the order makes no difference, and other columns can be mapped by hand",
  needed: "needed",
  optional: "optional",
} as const;

/** The tools whose exports are known. */
export const toolNames: readonly { what: string; tools: readonly string[] }[] = [
  { what: "Time entries", tools: ["Toggl", "Clockify", "Harvest"] },
  { what: "Contacts", tools: ["Google Contacts", "Outlook", "vCard", "HubSpot"] },
  { what: "Tasks", tools: ["Asana", "Trello"] },
  { what: "Invoices", tools: ["Invoice Ninja", "FreshBooks", "QuickBooks"] },
  { what: "Survey answers", tools: ["Google Forms", "Typeform", "LimeSurvey"] },
];

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
    {
      what: "time_entries",
      name: "Time entries",
      needed: ["Client", "Date", "Hours"],
      free: ["What", "Task", "Billable", "Hourly rate", "Amount", "Currency", "Engagement"],
    },
    {
      what: "payments",
      name: "Payments",
      needed: ["Client", "Number", "Date", "Amount"],
      free: ["Currency", "Reference"],
    },
    { what: "enquiries", name: "Enquiries", needed: ["Client", "Received", "Subject"], free: ["Words", "Answered"] },
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
