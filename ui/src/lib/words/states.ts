// How a record stands, in a few words: the end of its line in every list.
import type { IncidentKind, LineState } from "../api/types";
import { decisionWord, endedByWord, endingReasonWord, requestAnswerWord } from "./fields";
import { count, day, LOCALE, minutes, money, number } from "./format";
import { incidentKindWord, renewal, scaleWord } from "./terms";

type StateWords = { [K in LineState["is"]]: (state: Extract<LineState, { is: K }>) => string };

const days = (n: number): string => count(n, "day", "days");
const small = (text: string): string => text.charAt(0).toLocaleLowerCase(LOCALE) + text.slice(1);

const stateWords: StateWords = {
  none: () => "",
  met: ({ early }) => (early > 0 ? `met, ${days(early)} early` : "met"),
  partial: () => "partly met",
  late: (s) => (s.days > 0 ? `late by ${days(s.days)}` : "late, not delivered yet"),
  rejected: () => "rejected",
  excused: () => "excused",
  due: (s) => (s.days > 0 ? `due in ${days(s.days)}` : s.days === 0 ? "due today" : `${days(-s.days)} overdue`),
  kept: ({ early }) => (early > 0 ? `on time, ${days(early)} early` : "on time"),
  kept_late: (s) => `${days(s.days)} late`,
  paid: () => "paid",
  paid_late: (s) => `paid ${days(s.days)} late`,
  partly_paid: (s) => {
    const open = `${money({ minor: s.open, currency: s.currency })} still open`;
    return s.days < 0 ? `${open}, ${days(-s.days)} overdue` : open;
  },
  rated: (s) => {
    const value = `${number(s.value)} of ${number(s.high)}`;
    return s.scale === scaleWord.csat ? value : `${s.scale} ${value}`;
  },
  praised: ({ thanked }) => (thanked ? "praise, thanked" : "praise, not thanked yet"),
  answered: (s) => (s.days === 0 ? "answered that day" : `answered after ${days(s.days)}`),
  waiting: (s) => (s.days === 0 ? "came today, no answer yet" : `no answer for ${days(s.days)}`),
  worth: (s) => money({ minor: s.minor, currency: s.currency }),
  minutes: (s) => minutes(s.minutes),
  worked: (s) => {
    const time = minutes(Math.round(s.seconds / 60));
    return s.billable ? time : `${time}, not billed`;
  },
  requested: ({ answer }) => small(requestAnswerWord[answer]),
  decided: ({ what }) => small(decisionWord[what]),
  // Why it ended is said only where that says more than who ended it.
  ended_by: ({ by, reason }) =>
    reason === "unknown" || endingReasonWord[reason] === endedByWord[by]
      ? small(endedByWord[by])
      : `${small(endedByWord[by])}, ${small(endingReasonWord[reason])}`,
  document: ({ inside }) => (inside ? "kept inside" : "where it lies"),
  recurs: ({ every_months }) =>
    every_months === null ? "by hand" : every_months === 1 ? "every month" : `every ${number(every_months)} months`,
  incident: (s) => (s.what in incidentKindWord ? incidentKindWord[s.what as IncidentKind] : s.what).toLowerCase(),
  agreement: (s) => renewal(s.renewal),
  draft: () => "draft",
  saved: () => "PDF saved",
  finished: () => "finished",
  sent: (state) => `sent ${day(state.on)}`,
};

/** How a line of the ledger stands. */
export function lineState(state: LineState): string {
  return (stateWords[state.is] as (state: LineState) => string)(state);
}
