// The words of the calendar of renewals.
import type { RenewalDecision, RenewalLetter, RenewalRow } from "../api/types";
import { decisionReasonWord } from "./fields";
import { capital, count, dayYear, LOCALE, money, percent } from "./format";
import { letterKindWord, verdictWord } from "./terms";

export const renewalsWords = {
  calendar: "The next twelve months",
  nothing: "nothing",
  list: "Decide",
  columns: {
    agreement: "Agreement",
    verdict: "Verdict",
    ends: "Ends or renews",
    notice: "Notice",
    worth: "Worth",
    decision: "Your decision",
  },
  open: "Without an end",
  openNote: "They go on until one of you ends them.",
  empty:
    "An agreement stands here once it has an end: open a client, and record the agreement with its dates and notice.",
  record: "Record an agreement…",
  decide: "Decide…",
  again: "Change…",
  renews: "renews itself",
  ends: "ends",
  noNotice: "none agreed",
  worth: "a year",
  unknown: "not recorded",
  undecided: "not decided yet",
  decided: "decided",
} as const;

/** The three ways, the middle one by what is changed. */
export const wayWord = {
  renew: "Renew",
  raise_the_price: "Renegotiate: the price",
  change_the_scope: "Renegotiate: the scope",
  part: "Don’t renew",
} as const;

/** What is said of a notice. */
export interface NoticeWords {
  text: string;
  /** How long there is, or that it is too late. */
  left: string;
  passed: boolean;
}

/** "by 30 Nov, posted by 25 Nov" and "3 days left to post it"; said plainly where it is past. */
export function noticeWords({ renewal }: RenewalRow, today: string): NoticeWords {
  if (renewal.state !== "on") return { text: renewalsWords.noNotice, left: "", passed: false };
  const { notice_by: by, post_by: post, following_end: next } = renewal;
  if (by === null) {
    const way = renewal.renews ? "until it renews itself" : "until it ends";
    return { text: renewalsWords.noNotice, left: `${days(today, renewal.ends_on)} ${way}`, passed: false };
  }
  if (renewal.passed) {
    const goesOn =
      next === null ? "too late for this term" : `too late for this term; next end ${dayYear(next, today)}`;
    return { text: `was due ${dayYear(by, today)}`, left: goesOn, passed: true };
  }
  if (post === null) return { text: `by ${dayYear(by, today)}`, left: left(today, by, ""), passed: false };
  return post < today
    ? { text: `by ${dayYear(by, today)}`, left: `${left(today, by, "")}, too few for the post`, passed: false }
    : {
        text: `by ${dayYear(by, today)}, posted by ${dayYear(post, today)}`,
        left: left(today, post, " to post it"),
        passed: false,
      };
}

const days = (from: string, until: string): string =>
  count(Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000), "day", "days");

function left(today: string, by: string, what: string): string {
  return by === today ? `today is the last day${what}` : `${days(today, by)} left${what}`;
}

/** "£28,800 a year, 46% of your income"; empty where nothing was invoiced. */
export function worthOf({ fees, income_share }: RenewalRow): string {
  if (fees === null) return "";
  const share = income_share === null ? "" : `, ${percent(income_share)} of income`;
  return `${money(fees)} ${renewalsWords.worth}${share}`;
}

/** "Don't renew. It costs more attention than it returns." */
export function decidedWords({ record }: RenewalDecision): string {
  const why = record.reason === "other" ? "" : ` ${decisionReasonWord[record.reason]}.`;
  return `${wayWord[record.what]}.${why}`;
}

/** What the button to the letter says. */
export function letterButton({ letter, letter_kind }: RenewalRow): string {
  if (letter !== null) return letterStands(letter);
  return letter_kind === null ? "" : `${capital(letterKindWord[letter_kind])}…`;
}

function letterStands({ finished, sent_on }: RenewalLetter): string {
  if (sent_on !== null) return "Letter sent";
  return finished ? "Send the letter…" : "Finish the letter…";
}

const monthYear = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });

/** "January 2027". */
export function monthWord(iso: string): string {
  return monthYear.format(new Date(iso));
}

/** What a line of the planner says when it is pointed at. */
export function plannerWords({ client_name, title, verdict, decision }: RenewalRow): string {
  const stands = verdict === null ? "" : `${verdictWord[verdict]}, `;
  return `${client_name}: ${title}, ${stands}${decision === null ? renewalsWords.undecided : wayWord[decision.record.what].toLowerCase()}`;
}
