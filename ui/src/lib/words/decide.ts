// The words of what to go through before a decision about a client.
import type { DecideLine, DecideStep, DecisionKind, Money, PartingCosts, PartingFrees, RecordLink } from "../api/types";
import { decisionReasonWord, decisionWord } from "./fields";
import { capital, count, countWord, dayYear, LOCALE, money, number, percent, times } from "./format";
import { notice, renewal } from "./terms";

export const decideWords = {
  title: (name: string): string => `Before you decide about ${name}`,
  below: "Drawn from your records. It informs, and never blocks: the decision is yours.",
  steps: "What was done",
  stepsNote: (done: number, all: number): string => `${number(done)} of ${number(all)}`,
  done: "Done",
  open: "Not yet",
  records: (n: number): string => `Show ${count(n, "record", "records")}`,
  hide: "Hide",
  costs: "What parting costs",
  frees: "What parting frees",
  income: "Fees of the last year",
  share: (share: number): string => `${percent(share)} of your income in that currency`,
  agreement: "The agreement",
  work: "Work in progress",
  noWork: "nothing open",
  openWork: (n: number): string => count(n, "deliverable", "deliverables"),
  invoices: "Still to be paid",
  noInvoices: "nothing open",
  hours: "Hours a month",
  hoursOf: (hours: number): string => `${hourWord.format(hours)} h`,
  hoursNote: "work and attention, over the last year",
  rate: "An hour brings",
  median: "Elsewhere it brings",
  medianNote: "the median of your other clients",
  worth: "Those hours, sold elsewhere, a year",
  unknown: "not recorded",
  hoursUnknown: "Record time spent to see it",
  decide: "Decide",
  decideNote: "A decision is a record, with its reason; it can be changed.",
  decided: "You decided",
  openDecision: "Open it",
  again: "Decide otherwise",
  letters: "The letters that can follow",
  lettersNote: "The mildest first. Nothing is sent from here.",
  worthLink: "What they are worth…",
  evidence: "Evidence file…",
  loading: "Looking through the records",
} as const;

const hourWord = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

interface StepWords {
  done: string;
  open: string;
}

/** Each step as it reads once it is done, and before. */
export const stepWords: Record<DecideStep, StepWords> = {
  own_side: {
    done: "You looked at your own side first",
    open: "Look at your own side first",
  },
  asked: { done: "You asked how it goes", open: "Ask how it goes" },
  listened: { done: "You listened", open: "Listen, and answer" },
  explained: { done: "You explained", open: "Explain what can be had, and how" },
  changed: { done: "You changed something", open: "Change something because of it" },
  told_needs: { done: "You told them what you need", open: "Tell them what you need" },
  offered_change: { done: "You offered other terms", open: "Offer another price, scope or other terms" },
};

/** The hint below a step that is not done. */
export const stepHint: Record<DecideStep, string> = {
  own_side: "What was missed wants a word, or a change, after it.",
  asked: "Nobody can mend what nobody asked about.",
  listened: "A talk counts, and so does an answer to a complaint.",
  explained: "Often they do not know how it works, or what it can do.",
  changed: "A talk can say what you changed because of it.",
  told_needs: "A reminder of their part, once it is sent.",
  offered_change: "New terms that were sent, or a decision for them.",
};

/** "Three times, last on 3 Nov"; empty where it never happened. */
export function howOften({ step, count: n, last_on }: DecideLine, today: string): string {
  if (n === 0 || last_on === null) return "";
  const on = dayYear(last_on, today);
  if (step === "own_side") return `${capital(countWord(n, "miss", "misses"))} of yours within a year, last on ${on}`;
  return n === 1 ? `Once, on ${on}` : `${capital(times(n))}, last on ${on}`;
}

/** "1 thing is still open: overdue work, or a complaint without an answer"; empty where nothing is. */
export function stillOpen({ step, open }: DecideLine): string {
  if (open === 0) return "";
  return step === "listened"
    ? `${capital(countWord(open, "complaint has", "complaints have"))} no answer yet`
    : `${capital(countWord(open, "thing of yours is", "things of yours are"))} open: overdue work, or a complaint without an answer`;
}

/** What a button that does a missing step says. */
export const actWord = {
  complaint: "Answer the complaint…",
  overdue: "Open what is overdue…",
  talk: "Record a talk…",
  ask: "Ask how it goes…",
  reminder: "Write the reminder…",
  terms: "Write new terms…",
} as const;

export const decideButton: Record<DecisionKind, string> = {
  renew: `${decisionWord.renew}…`,
  raise_the_price: `${decisionWord.raise_the_price}…`,
  change_the_scope: `${decisionWord.change_the_scope}…`,
  part: `${decisionWord.part}…`,
};

/** "Renews 31 Jan, notice by 30 Nov". */
export function agreementWords({ renewal: goesOn }: PartingCosts, today: string): string {
  return capital([renewal(goesOn, today), notice(goesOn, today)].filter((part) => part !== "").join(", "));
}

/** "You decided on 18 Nov: part. It costs more attention than it returns." */
export function decidedSentence({ on, state }: RecordLink, today: string): string {
  const decided = `${decideWords.decided} on ${dayYear(on, today)}`;
  if (state.is !== "decided") return `${decided}.`;
  const what = decisionWord[state.what].toLowerCase();
  return state.reason === "other"
    ? `${decided}: ${what}.`
    : `${decided}: ${what}. ${decisionReasonWord[state.reason]}.`;
}

/** An amount without its small coins, where it is only weighed against another. */
export function rounded({ minor, currency }: Money): Money {
  const coins =
    10 ** (new Intl.NumberFormat(LOCALE, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2);
  return { minor: Math.round(minor / coins) * coins, currency };
}

/** It in a sentence: what would be lost, against what the freed hours would bring. */
export function balanceSentence(costs: PartingCosts, frees: PartingFrees): string {
  const { income } = costs;
  const { worth_a_year: worth } = frees;
  if (income === null || worth === null || income.currency !== worth.currency) {
    return "To weigh it, record invoices and time: then it says what would be lost, and what the freed hours would bring.";
  }
  const [lost, gained] = [rounded(income), rounded(worth)];
  const apart: Money = { minor: Math.abs(lost.minor - gained.minor), currency: income.currency };
  const compared = `Parting gives up ${money(lost)} a year; the hours it frees would bring ${money(gained)} at what your other clients pay`;
  if (apart.minor === 0) return `${compared}: as much.`;
  return gained.minor > lost.minor
    ? `${compared}: ${money(apart)} more, if all of them are sold.`
    : `${compared}: ${money(apart)} less.`;
}
