// The words of whom we fit: criteria, what past clients suggest, and the text for a website.
import type {
  Bears,
  CriterionKind,
  EndedBy,
  FitAnswerKind,
  FitBand,
  FormerClient,
  RecognisedBy,
  Tone,
} from "../api/types";
import { endingReasonWord } from "./fields";
import { capital, count, countWord, dayYear, number } from "./format";
import { statusWord } from "./terms";

export const fitWords = {
  title: "Whom we fit",
  titleCount: (n: number): string =>
    n === 0
      ? "Nothing says yet whom you fit"
      : `${capital(countWord(n, "criterion says", "criteria say"))} whom you fit`,
  below: "Each enquiry is held against them. They are about the work, never about a person.",
  add: "Add a criterion…",
  none: "Write down what has to be true of a client for the work to go well. Three or four are enough to begin with.",
  criteria: "The criteria",
  retired: "Retired",
  edit: "Edit",
  editLabel: (name: string): string => `Edit “${name}”`,
  retire: "Retire",
  retireLabel: (name: string): string => `Retire “${name}”`,
  back: "Ask it again",
  backLabel: (name: string): string => `Ask it again: “${name}”`,
  weight: (n: number): string => `weight ${number(n)} of 5`,
  asks: (question: string): string => `Asks: ${question}`,
  learnt: (from: string): string => `Learnt: ${from}`,
  suggestions: "What past clients suggest",
  learntFrom: (n: number): string => `from ${count(n, "client", "clients")} that went well or badly`,
  noSuggestions: (n: number): string =>
    n === 0
      ? "Once clients have gone well or badly, this says what they had in common."
      : `Nothing stands out among the ${countWord(n, "client", "clients")} that went well or badly: more than chance would be needed.`,
  warns: "Went with going badly",
  speaks: "Went with going well",
  addThis: "Add as a criterion…",
  addThisLabel: (name: string): string => `Add as a criterion: “${name}”`,
  show: (n: number): string => `Show ${count(n, "client", "clients")}`,
  hide: "Hide",
  website: "For your website",
  websiteNote: "Built from the criteria that have such a sentence. Whoever reads it knows before writing to you.",
  noWebsite: "Write “how it reads on your website” into a criterion, and this text begins.",
  copy: "Copy",
  copied: "Copied.",
} as const;

/** What a group of criteria is called, and what it does. */
export const criterionGroup: Record<CriterionKind, { title: string; hint: string }> = {
  deal_breaker: { title: "What decides against", hint: "One that is true, and it does not fit." },
  must_have: { title: "Musts", hint: "One that is missing, and it does not fit." },
  wish: { title: "Wishes", hint: "They are weighed against each other." },
};

export const fitBandWord: Record<FitBand, string> = {
  good: "Good fit",
  possible: "Possible fit",
  poor: "Poor fit",
  ask_first: "Not clear yet",
  no_criteria: "No criteria yet",
};

export const fitBandTone: Record<FitBand, Tone> = {
  good: "good",
  possible: "plain",
  poor: "bad",
  ask_first: "warn",
  no_criteria: "plain",
};

/** What an answer does, beside the criterion. */
export const bearsWord: Record<Bears, string> = {
  breaks: "decides against",
  for: "speaks for",
  partly: "in part",
  against: "speaks against",
  unknown: "not known",
};

/** The answers, in the order in which they stand. */
export const fitAnswers: readonly { value: FitAnswerKind; label: string }[] = [
  { value: "yes", label: "Yes" },
  { value: "partly", label: "Partly" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Don’t know" },
];

const recognisedBy: Record<RecognisedBy, string> = {
  record: "by their record",
  email: "by their e-mail address",
  name: "by their name",
  domain: "by the domain of their address",
};

const ended: Record<EndedBy, string> = {
  them: "they ended it",
  us: "you ended it",
  both: "you ended it together",
  work_done: "the work was done",
};

/** "This may be Halden & Co, a client until 3 Mar 2025 (you ended it, price): recognised by their name." */
export function formerSentence(former: FormerClient, today: string): string {
  const { name, status, by } = former;
  const who = by === "record" ? `You know ${name}` : `This may be ${name}, recognised ${recognisedBy[by]}`;
  if (former.ended === null) {
    return status === "active" ? `${who}: a client of yours now.` : `${who}: ${statusWord[status].toLowerCase()}.`;
  }
  const { on, by: whose, reason } = former.ended;
  const why = reason === "unknown" || reason === "work_done" ? "" : `, ${endingReasonWord[reason].toLowerCase()}`;
  return `${who}: a client until ${dayYear(on, today)} (${ended[whose]}${why}).`;
}
