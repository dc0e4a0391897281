import type {
  Alert,
  Band,
  Client,
  Contact,
  ExcuseProposal,
  IncidentKind,
  Kind,
  LedgerLine,
  LetterKind,
  RecordLink,
} from "../api/types";
import { decisionReasonWord } from "./fields";
import { capital, count, dayYear, money, number } from "./format";
import { bandWord, kindsWord, kindWord, letterKindWord, notice, obligationKindWord, scaleWord } from "./terms";

/** One client. */
export const clientWords = {
  above: "Clients",
  edit: "Edit…",
  editLabel: (name: string): string => `Edit the facts of ${name}`,
  write: "Write a letter…",
  writeOther: "Another letter…",
  why: "Why",
  band: (band: Band): string => bandWord[band],
  show: "Show",
  hide: "Hide",
  showRecords: (n: number): string => `Show the ${number(n)} records behind this`,
  hideRecords: "Hide the records behind this",
  changes: "What would change this",
  decide: "Before you decide…",
  evidence: "Evidence file…",
  worth: "What they are worth…",
  met: "“Met” and “missed” are what you recorded. The verdict is about the relationship, never about a person.",
  prospect: "Not judged: nothing was agreed yet. Answer their enquiry, or record what you agree on.",
  weOwed: "What you owed them",
  theySaid: "What they said",
  theyOwed: "What they owed you",
  givenAway: "What you gave away, and how you were treated",
  requests: "Asked for beyond the agreement",
  talked: "Talks",
  decided: "Decisions and endings",
  work: "Work and attention",
  engagements: "Agreements",
  documents: "Documents",
  templates: "What comes again",
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
  nothingYet: "Nothing yet:",
  add: (kind: Kind): string => `Record: ${kindWord[kind]}`,
  all: (n: number): string => `Show all ${number(n)}`,
  fewer: "Show fewer",
  latest: (n: number, all: number): string => `the latest ${number(n)} of ${number(all)}`,
  menu: "More…",
  menuOf: (title: string): string => `More for ${title}`,
  editLine: "Edit",
  openLine: "Open",
  openFile: "Open the file",
  duplicate: "Duplicate",
  figuresOf: "Figures of this agreement",
  historyOf: "History of this record",
  remove: "Remove",
  choose: (title: string): string => `Choose ${title}`,
  chosen: (n: number): string => `${number(n)} chosen`,
  changeChosen: "Change or remove…",
  changeKind: (kind: Kind, n: number): string =>
    `Change or remove ${number(n)} ${n === 1 ? kindWord[kind] : kindsWord[kind]}…`,
  letGo: "Choose none",
  bulk: "What is chosen",
  fromMemory: "from memory",
  history: "History",
  askHow: "Ask how it goes…",
  facts: "Who they are",
  rhythm: (days: number, scale: string): string => `asked every ${count(days, "day", "days")} (${scale})`,
  proposals: "Waited for them?",
  excuse: "Excuse it",
  excuseLabel: (title: string): string => `Excuse it: “${title}”`,
  stillOpen: (open: string, all: string): string => `${open} of ${all} still open`,
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
    case "letter":
      return letterKindWord[link.title as LetterKind] ?? (link.title === "" ? capital(kindWord.letter) : link.title);
    case "decision":
    case "ending":
    case "check_in_request":
      return capital(kindWord[link.kind]);
    default:
      return link.title === "" ? capital(kindWord[link.kind]) : capital(link.title);
  }
}

/** The incidents that do not wait, at the top of a client's page. */
export const alertWords = {
  label: "What does not wait",
  read: "Read the record",
  sum: "Work out the price cut",
  answeredOn: (on: string, today: string): string => `Answered on ${dayYear(on, today)}.`,
  answers: "It can be answered with",
} as const;

const alertSentence: Record<IncidentKind, string> = {
  threat: "This does not wait for the figures: it can be answered at once.",
  conduct: "This does not wait for the figures: it can be answered at once.",
  pressure_on_price: "That is bargaining, and counts for nothing in the verdict: a sum answers it, and a letter.",
  blame: "It counts with others like it.",
  bypassing: "It counts with others like it.",
};

/** What is to be done about it. */
export function alertWord({ what }: Alert): string {
  return alertSentence[what];
}

/** What a button that writes a letter says. */
const answerWords: Partial<Record<LetterKind, string>> = {
  boundary: "Boundary letter…",
  early_termination: "End it at once…",
  request_decline: "Decline it…",
  new_terms: "New terms…",
};

export function answerWord(kind: LetterKind): string {
  return answerWords[kind] ?? `${letterKindWord[kind]}…`;
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
    case "praise":
      return `“${record.words}”`;
    case "payment":
      return title === "" ? "Payment" : `Payment of invoice ${title}`;
    // What was decided, and who ended it, stands at the end of the line.
    case "decision":
    case "ending":
      return capital(kindWord[record.kind]);
    default:
      return title === "" ? capital(kindWord[record.kind]) : title;
  }
}

/** What stands small below the name of a line. */
export function lineAside(line: LedgerLine, today: string): string {
  const { record } = line;
  const parts = [asideOf(line, today)];
  if ("from_memory" in record && record.from_memory) {
    parts.push(clientWords.fromMemory);
  }
  return parts.filter((part) => part !== "").join(" · ");
}

function asideOf({ record, state }: LedgerLine, today: string): string {
  if (state.is === "rated" && state.impression) {
    return clientWords.impression;
  }
  if (state.is === "agreement") {
    return notice(state.renewal, today);
  }
  if (state.is === "partly_paid" && record.kind === "invoice") {
    return clientWords.stillOpen(money({ minor: state.open, currency: state.currency }), money(record.amount));
  }
  switch (record.kind) {
    case "complaint":
      return record.words !== "" && record.theme !== "" ? clientWords.theme(record.theme) : "";
    case "enquiry":
      return record.words === "" ? "" : `“${record.words}”`;
    case "incident":
      return record.other_reading === "" ? "" : clientWords.otherReading(record.other_reading);
    case "check_in":
    case "praise":
      return record.person;
    case "conversation":
      return talkedWords(record);
    case "request":
      return record.worth === null ? "" : `worth ${money(record.worth)}`;
    case "decision":
      return [decisionReasonWord[record.reason], record.notes].filter((part) => part !== "").join(". ");
    case "ending":
      return record.words === "" ? "" : `“${record.words}”`;
    case "document":
      return record.file;
    case "template":
      return record.what === "obligation" ? obligationKindWord[record.obligation] : "";
    default:
      return "";
  }
}

/** What was talked about, beside the first of it, which names the line. */
function talkedWords({ asked, explained, agreed, changed, person }: Talk): string {
  const parts = [
    ["", asked],
    ["explained: ", explained],
    ["agreed: ", agreed],
    ["what I changed: ", changed],
  ] as const;
  const told = parts.filter(([, words]) => words !== "").slice(1);
  const rest = told.map(([what, words]) => `${what}${words}`).join("; ");
  return [person, capital(rest)].filter((part) => part !== "").join(". ");
}

type Talk = Extract<LedgerLine["record"], { kind: "conversation" }>;

/** "Ms Petra Halden, petra@example.org" */
export function contactWords({ contact }: Client): string {
  return personWords(contact);
}

/** "Mr Jonas Brandt, Accounts, jonas@example.org, +44 113 496 0148" */
export function personWords({ salutation, given_name, family_name, role, email, phone }: Contact): string {
  const name = [salutation, given_name, family_name].filter((part) => part !== "").join(" ");
  return [name, role, email, phone].filter((part) => part !== "").join(", ");
}

/** "Petra Halden"; how a person without a name is reached. */
export function personName({ given_name, family_name, email, phone }: Contact): string {
  return `${given_name} ${family_name}`.trim() || email || phone;
}

/** "“Report” was 6 days late; “Brief”, which it waited for, came 9 days late. Excuse it?" */
export function proposalWords(proposal: ExcuseProposal, today: string): string {
  const { title, due_on, delivered_on, owed, owed_by, came_on } = proposal;
  const late = daysWord(due_on, delivered_on ?? today);
  const delivered = delivered_on === null ? `“${title}” is ${late} late` : `“${title}” was ${late} late`;
  const came =
    came_on === null
      ? `“${owed}” has been owed for ${daysWord(owed_by, today)}`
      : `“${owed}” came ${daysWord(owed_by, came_on)} late`;
  return `${delivered}; ${came}. If it waited for that, it is not yours to answer for. Excuse it?`;
}

function daysWord(from: string, to: string): string {
  return count(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000), "day", "days");
}

/** How an empty list is begun: "a talk". */
export const beginWord: Partial<Record<Kind, string>> = {
  request: "something they asked for",
  conversation: "a talk",
  decision: "a decision",
  time_entry: "time spent",
  engagement: "an agreement",
  document: "a document",
  template: "what comes again",
  enquiry: "an enquiry",
};
