// The words of the line that records something: what was understood, and what is asked.
import type { Ask, Kind, Token, Understood } from "../api/types";
import { fieldLabel, optionWord } from "./fields";
import { capital, day, dayLong, list, LOCALE } from "./format";
import { kindTitle } from "./record";
import { kindWord } from "./terms";

export const lineWords = {
  placeholder: "halden csat 2 “not what we had in mind” yesterday",
  record: "Record this",
  change: "Change this",
  enter: "Enter",
  form: "Open as form",
  formKeys: "Ctrl Enter",
  understood: "What was understood",
  assumed: "assumed",
  examples: "For instance",
  keys: "Tab completes · Enter records · Ctrl Enter opens the form · Esc closes",
  findKeys: "Enter opens · Tab completes · Esc closes",
  choiceKey: (number: number): string => `Alt ${String(number)}`,
  noClients: "There is no client to record anything of yet.",
  addClient: "Add a client",
} as const;

/** The first word of a name is enough where a line is typed. */
const short = (name: string): string => (name.split(/\s+/)[0] ?? name).toLowerCase();

/** Three lines to begin with, about clients that are there. */
export function lineExamples(names: readonly string[]): string[] {
  const name = (place: number): string => short(names[place % names.length] ?? "");
  if (names.length === 0) return [];
  return [
    `${name(0)} csat 4 "clear, and on time" yesterday`,
    `${name(1)} owes brief by friday`,
    `${name(2)} worked 1:30 "report layout"`,
  ];
}

/** A part of the line as it stands on screen. */
export interface TokenWords {
  label: string;
  value: string;
}

const yesterdayOf = (today: string): string => shift(today, -1);

function shift(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "today", "yesterday", "tomorrow", "Fri 27 Nov", "27 November 2025". */
function dayWords(iso: string, today: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return iso;
  if (iso === today) return "today";
  if (iso === yesterdayOf(today)) return "yesterday";
  if (iso === shift(today, 1)) return "tomorrow";
  const away = Math.abs(Date.parse(iso) - Date.parse(today)) / 86_400_000;
  const weekday = new Intl.DateTimeFormat(LOCALE, { weekday: "short", timeZone: "UTC" }).format(new Date(iso));
  return away < 180 ? `${weekday} ${day(iso)}` : dayLong(iso);
}

const roleWord: Record<Token["role"], string> = {
  client: "Client",
  kind: "Record",
  value: "Value",
  day: "When",
  words: "Words",
  amount: "Amount",
  duration: "Time",
  title: "What",
  person: "Who",
  joining: "",
  unknown: "Not understood",
};

/** How a part of the line reads, once it is understood. */
export function tokenWords(token: Token, kind: Kind | null, today: string): TokenWords {
  const { role, field, value } = token;
  const label = kind !== null && field !== null && role !== "client" ? fieldLabel(kind, field) : roleWord[role];
  switch (role) {
    case "day":
      return { label, value: dayWords(value, today) };
    case "words":
      return { label, value: `“${value}”` };
    case "kind":
      return { label: roleWord.kind, value: kind !== null && kind in kindTitle ? titleOf(kind) : value };
    case "value":
      return { label, value: kind !== null && field !== null ? optionWord(kind, field, value) : value };
    case "unknown":
      return { label: roleWord.unknown, value: `“${value}”` };
    default:
      return { label, value };
  }
}

function titleOf(kind: Kind): string {
  return kind === "letter" || kind === "letter_template" || kind === "profile"
    ? capital(kindWord[kind])
    : kindTitle[kind];
}

/** The parts that are shown: not the words that only join others, and what is recorded once. */
export function shownTokens(understood: Understood): Token[] {
  let kinds = 0;
  return understood.tokens.filter((token) => {
    if (token.role === "kind") kinds += 1;
    return token.role !== "joining" && !(token.role === "kind" && kinds > 1 && understood.draft !== null);
  });
}

/** What was understood, as one sentence for who listens. */
export function understoodSentence(understood: Understood, today: string): string {
  const kind = understood.draft?.kind ?? null;
  const parts = shownTokens(understood).map((token) => {
    const { label, value } = tokenWords(token, kind, today);
    return `${label} ${value}${token.assumed ? `, ${lineWords.assumed}` : ""}`;
  });
  const asked = understood.asks[0];
  const end = understood.ready ? "Enter records it." : asked === undefined ? "" : askSentence(asked);
  return parts.length === 0 ? end : `${parts.join("; ")}. ${end}`;
}

type AskWords = { [K in Ask["ask"]]: (ask: Extract<Ask, { ask: K }>) => string };

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const askWords: AskWords = {
  what: () => "What is to be recorded?",
  client: ({ text, choices }) =>
    text === "" || choices.length === 0 ? "Whose record is it? Begin with a client’s name." : `Which “${text}”?`,
  same_name: ({ name }) => `Two clients are called ${name}: open the record as a form, and choose there.`,
  missing: ({ record, field }) => `Still to say: ${lower(fieldLabel(record, field))}.`,
  which: ({ record, text, choices }) => {
    if (choices.length === 0) return `There is no ${kindWord[record]} this could be about.`;
    return text === "" ? `Which ${kindWord[record]}?` : `No ${kindWord[record]} is called “${text}”. Which one?`;
  },
  day: () => "Which day is meant?",
  no_such_day: ({ text }) => `“${text}” is not on the calendar.`,
  ahead: ({ day: on }) => `${dayLong(on)} is still to come.`,
  already_done: ({ record, title }) => `That is recorded already: ${kindWord[record]} ${title}.`,
  not_understood: ({ text }) => `“${text}” was not understood.`,
  problem: ({ sentence }) => capital(sentence),
  too_long: ({ limit }) => `A line holds ${String(limit)} characters; open it as a form for more.`,
};

/** What is asked, as a sentence. */
export function askSentence(ask: Ask): string {
  const text = (askWords[ask.ask] as (ask: Ask) => string)(ask);
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** All that is asked beside the first, where there is more. */
export function furtherAsks(asks: readonly Ask[]): string {
  const fields = asks
    .slice(1)
    .flatMap((ask) => (ask.ask === "missing" ? [lower(fieldLabel(ask.record, ask.field))] : []));
  return fields.length === 0 ? "" : `Then: ${list(fields)}.`;
}
