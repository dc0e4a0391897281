// The standard figures: what each is called, how it is worked out, what it counts and after whom. The long form, with
// examples worked by hand, is docs/figures.md.
import type { Figure, FigureId, FigurePeriod, FigureValue, Money } from "../api/types";
import { count, dayYear, form, mean, money, number, percent } from "./format";

export interface FigureWords {
  /** The field's term, as short as the field says it. */
  name: string;
  /** What the short term stands for. */
  whole?: string;
  formula: string;
  /** What n counts: one, and several. */
  of: readonly [one: string, other: string];
  /** What does not enter it. */
  leaves: string;
  source: string;
  /** What stands in its place while nothing can be counted. */
  none: string;
}

const DELIVERABLES = ["deliverable", "deliverables"] as const;
const ANSWERS = ["answer", "answers"] as const;
const ENTRIES = ["time entry", "time entries"] as const;
const INVOICES = ["invoice", "invoices"] as const;
const OPEN_ONES = "Open deliverables, and ones that are excused because they waited for the client.";
const IMPRESSIONS = "Your own impressions: only what they said counts.";
const OTHER_CURRENCIES = "What is in other currencies: currencies are never added.";
const NOTHING_DUE = "nothing has turned out yet";
const NO_ANSWERS = "no answers yet";
const NO_HOURS = "no hours recorded";
const NO_INVOICES = "nothing invoiced";

export const figureWords: Record<FigureId, FigureWords> = {
  on_time: {
    name: "On-time rate",
    formula: "handed over no later than the day agreed ÷ all that have turned out",
    of: DELIVERABLES,
    leaves: OPEN_ONES,
    source: "The on-time half of OTIF (SCOR model, RL.2.2); Wilson’s interval, 1927",
    none: NOTHING_DUE,
  },
  otif: {
    name: "OTIF",
    whole: "On time and in full",
    formula: "met as agreed, on time ÷ all that have turned out",
    of: DELIVERABLES,
    leaves: `${OPEN_ONES} A part that came on time is not in full.`,
    source: "SCOR model, perfect order fulfilment (RL.1.1), its delivery half",
    none: NOTHING_DUE,
  },
  acceptance: {
    name: "Acceptance rate",
    formula: "accepted as handed over ÷ (accepted at once + accepted after rework + refused)",
    of: DELIVERABLES,
    leaves: "What was handed over and nobody said whether it is accepted.",
    source: "First pass yield in quality management, told of the client’s acceptance",
    none: "no acceptance recorded",
  },
  csat_satisfied: {
    name: "CSAT, satisfied",
    whole: "Customer satisfaction: how many are satisfied",
    formula: "answers of 4 or 5 ÷ all answers",
    of: ANSWERS,
    leaves: IMPRESSIONS,
    source: "The field’s “top two boxes”; Wilson’s interval, 1927",
    none: NO_ANSWERS,
  },
  csat_mean: {
    name: "CSAT, mean",
    whole: "Customer satisfaction: the mean answer",
    formula: "the mean of all answers, 1 to 5",
    of: ANSWERS,
    leaves: IMPRESSIONS,
    source: "The field’s own scale; Student’s interval, 1908, cut at the ends of the scale",
    none: NO_ANSWERS,
  },
  nps: {
    name: "NPS",
    whole: "Net Promoter Score",
    formula: "100 × (promoters − detractors) ÷ answers; promoters answer 9 or 10, detractors 0 to 6",
    of: ANSWERS,
    leaves: IMPRESSIONS,
    source:
      "Reichheld 2003, Harvard Business Review 81; adjusted Wald interval, Rocks 2016, The American Statistician 70",
    none: NO_ANSWERS,
  },
  ces: {
    name: "CES",
    whole: "Customer effort score",
    formula: "the mean of all answers, 1 to 7, where 7 is very easy",
    of: ANSWERS,
    leaves: IMPRESSIONS,
    source: "Dixon, Freeman and Toman 2010, Harvard Business Review 88; version 2.0, CEB 2013",
    none: NO_ANSWERS,
  },
  first_response: {
    name: "First response",
    formula: "the median of the days from a complaint or an enquiry to your first answer",
    of: ["answered complaint or enquiry", "answered complaints and enquiries"],
    leaves: "What still waits for an answer. It makes the median look better than it is.",
    source: "First response time, of the help-desk field",
    none: "nothing answered yet",
  },
  days_beyond_terms: {
    name: "Days beyond terms",
    whole: "Days beyond terms (DBT)",
    formula: "Σ amount × days late ÷ Σ amount; money that came early counts with 0 days",
    of: INVOICES,
    leaves: "What is neither paid nor overdue, and invoices in other currencies.",
    source: "Experian, “Demystifying Experian’s Days Beyond Terms”, 2011",
    none: "no invoice was due",
  },
  obligations_kept: {
    name: "Promises kept",
    formula: "what came no later than agreed ÷ what came, or is overdue",
    of: ["thing they owed", "things they owed"],
    leaves: "What is not due yet. An invoice that is paid in part is not kept.",
    source: "The on-time rate, told of their side",
    none: "nothing was owed",
  },
  concessions_share: {
    name: "Concessions as a share of fees",
    formula: "worth of what was given away ÷ fees invoiced",
    of: ["concession", "concessions"],
    leaves: "Concessions whose worth nobody knows, and other currencies.",
    source: "Sales allowances over sales, of accounting",
    none: NO_INVOICES,
  },
  effective_hourly_rate: {
    name: "Effective hourly rate",
    formula: "fees invoiced ÷ all hours spent, charged for or not",
    of: ["invoice or time entry", "invoices and time entries"],
    leaves: "Hours of which nobody knows in which currency they were paid. Attention is a figure of its own.",
    source: "The consulting field’s effective rate, as told from the quoted and the billable one",
    none: "fees or hours are missing",
  },
  realization: {
    name: "Realization rate",
    formula: "amount billed ÷ Σ billable hours × standard hourly rate",
    of: ["invoice or billable entry", "invoices and billable entries"],
    leaves: "Clients with a billable hour whose rate is not known, or invoiced in another currency than the rate’s.",
    source: "The billing realization rate of law and accounting firms (AccountingTools)",
    none: "no hours with a rate",
  },
  billable_share: {
    name: "Billable share of hours",
    formula: "billable hours ÷ all hours",
    of: ENTRIES,
    leaves: "Nothing. It is not utilization, whose divisor is the hours that you could have worked.",
    source: "The billable share of professional services",
    none: NO_HOURS,
  },
  hours_worked: {
    name: "Hours worked",
    formula: "the sum of all hours spent, charged for or not",
    of: ENTRIES,
    leaves: "The minutes of concessions and of attention: each is a figure of its own.",
    source: "Your time entries",
    none: NO_HOURS,
  },
  budget_used: {
    name: "Use of the budget",
    formula: "hours spent ÷ hours planned; for a retainer, in each calendar month",
    of: ENTRIES,
    leaves: "Hours under agreements without a budget.",
    source: "Budget burn, of project control",
    none: "no budget recorded",
  },
  share_of_hours: {
    name: "Share of your hours",
    formula: "their hours ÷ all your hours, charged for or not",
    of: ENTRIES,
    leaves: "Nothing.",
    source: "Client concentration, told of time",
    none: NO_HOURS,
  },
  share_of_income: {
    name: "Share of your income",
    formula: "invoiced to them ÷ invoiced to all, by the day of issue, in the currency of their invoices",
    of: INVOICES,
    leaves: OTHER_CURRENCIES,
    source: "Customer concentration (MetricHQ)",
    none: NO_INVOICES,
  },
  fees: {
    name: "Fees invoiced",
    formula: "the sum of the invoices, by the day of issue",
    of: INVOICES,
    leaves: OTHER_CURRENCIES,
    source: "Your invoices",
    none: NO_INVOICES,
  },
  attention_per_month: {
    name: "Attention",
    formula: "minutes of attention ÷ months of the stretch; a month is a twelfth of the mean year",
    of: ["note of attention", "notes of attention"],
    leaves: "Time entries and concessions: each is a figure of its own.",
    source: "A figure of Kindly’s own, a part of what the field calls the cost to serve",
    none: "none noted",
  },
};

export const periodWord: Record<FigurePeriod, string> = {
  quarter: "90 days",
  year: "A year",
  all: "All",
};

export const figuresWords = {
  title: "Figures",
  period: "Over which time",
  stretch: (from: string | null, to: string, today: string): string =>
    from === null ? `everything up to ${dayYear(to, today)}` : `${dayYear(from, today)} to ${dayYear(to, today)}`,
  none: "—",
  interval: (low: string, high: string): string => `${low} to ${high}`,
  from: (figure: Figure): string => {
    const [one, other] = figureWords[figure.id].of;
    return `from ${count(figure.n, one, other)}`;
  },
  leftOut: (n: number): string => `${number(n)} left out`,
  about: (name: string): string => `How “${name}” is worked out`,
  formula: "Formula",
  counts: "It counts",
  countsWhat: (figure: Figure): string => {
    const [one, other] = figureWords[figure.id].of;
    return `n is the number of ${other}: ${number(figure.n)} ${form(figure.n, one, other)} in this stretch.`;
  },
  leaves: "Left out",
  leavesWhat: (figure: Figure): string =>
    figure.left_out === 0
      ? figureWords[figure.id].leaves
      : `${figureWords[figure.id].leaves} Here that is ${count(figure.left_out, "record", "records")}.`,
  confidence: "The interval",
  confidenceWhat: "The stretch in which the true value lies with 95% confidence. Few answers make it wide.",
  source: "Source",
  of: (title: string): string => `Figures of “${title}”`,
  close: "Back to all of the client’s",
} as const;

/** From a hundred on, cents say nothing about an hour. */
function wholeCoins({ minor, currency }: Money): Money {
  return { minor: minor < 10_000 ? minor : Math.round(minor / 100) * 100, currency };
}

type ValueWords = { [K in FigureValue["is"]]: (value: Extract<FigureValue, { is: K }>) => string };

const signed = (value: number): string => {
  const whole = Math.round(value);
  return whole < 0 ? `−${number(-whole)}` : number(whole);
};

/** "11 h 30 min" says more than a clock wants to: from ten hours on, whole hours do. */
const hours = (value: number): string => `${value < 10 ? mean(value) : number(Math.round(value))} h`;

const valueWords: ValueWords = {
  none: () => figuresWords.none,
  share: ({ value }) => percent(value),
  score: ({ value }) => signed(value),
  mean: ({ value, high }) => `${mean(value)} of ${number(high)}`,
  days: ({ value }) => `${mean(value)} ${Math.abs(value) === 1 ? "day" : "days"}`,
  hours: ({ value }) => hours(value),
  minutes: ({ value }) => (value < 60 ? `${number(Math.round(value))} min a month` : `${hours(value / 60)} a month`),
  amount: ({ value }) => money(value),
  per_hour: ({ value }) => `${money(wholeCoins(value))} an hour`,
};

/** A figure with its unit; a dash where there is nothing to count. */
export function figureValue(value: FigureValue): string {
  return (valueWords[value.is] as (value: FigureValue) => string)(value);
}

/** The figure's uncertainty in its own unit; empty where it has none. */
export function figureInterval({ value, interval }: Figure): string {
  if (interval === null) {
    return "";
  }
  const { low, high } = interval;
  switch (value.is) {
    case "share":
      return figuresWords.interval(percent(low), percent(high));
    case "score":
      return figuresWords.interval(signed(low), signed(high));
    default:
      return figuresWords.interval(mean(low), mean(high));
  }
}
