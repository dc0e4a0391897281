// The words of what each client is worth.
import type { Money, Needed, PriceCutView, WorthRow, WorthView } from "../api/types";
import { rounded } from "./decide";
import { count, form, mean, money, number, percent } from "./format";

export const worthWords = {
  tabs: "Clients",
  standing: "Standing",
  worth: "Worth",
  renewals: "Renewals",
  below: (from: string, to: string): string => `Invoiced and worked from ${from} to ${to}.`,
  empty:
    "Worth is what an hour for a client brings. It takes their invoices and the hours you worked: import both, or record them.",
  import: "Import a file…",
  whale: "Profit, added up",
  rank: "Clients, the most profitable first",
  table: "What each client is worth",
  tableNote: "Above and below: the median. The head of a column sorts by it; shares are by currency.",
  whaleRead:
    "From left to right, each client is added to those before, the most profitable first. Where the line falls, an hour brings less than it costs you.",
  columns: {
    name: "Client",
    rate: "An hour brings",
    fees: "Fees",
    income_share: "Of income",
    given: "Given away",
    days_beyond_terms: "Pays late",
    unbilled_hours: "Unbilled rework",
    profit: "Profit",
  },
  content: "over 5%, to a content client",
  theMedian: "the median",
  none: "–",
  choose: (name: string): string => `Price and terms of ${name}`,
  price: "Price…",
  title: (name: string): string => `Price and terms of ${name}`,
  close: "Close",
  needed: "To reach the median",
  neededNone: "They bring the median or more: nothing is needed.",
  neededUnknown: "Record their invoices and hours to see it.",
  neededElsewhere: "The median is in another currency than their fees.",
  cut: "“So much off, or we leave”",
  cutLabel: "They ask for",
  cutUnit: "% off",
  filledLabel: "Of the hours it would free, you would sell",
  filledUnit: "% elsewhere",
  cutRange: "A number from 1 to 99.",
  filledRange: "A number from 0 to 100.",
  answer: "The letters that answer it",
  open: (name: string): string => `Open ${name}`,
} as const;

export const cutFacts = {
  rate_now: "An hour brings now",
  rate_after: "After the cut",
  part_below: "Parting is better below",
  given_up: "You would give up, a year",
  at_risk: "Income at risk if they leave, a year",
  largest_cut: "The most you could give",
} as const;

/** "the median is £92; an hour costs you £60, as you stated". */
export function costWords({ median_rate, cost_per_hour, cost_is_stated, left_out }: WorthView): string {
  const parts: string[] = [];
  if (median_rate !== null) parts.push(`The median of an hour is ${money(median_rate)}.`);
  if (cost_per_hour !== null) {
    parts.push(
      cost_is_stated
        ? `An hour costs you ${money(cost_per_hour)}, as you stated in the settings.`
        : `What an hour costs you is not stated in the settings; the median stands in for it.`,
    );
  }
  if (left_out > 0) {
    parts.push(
      `${count(left_out, "client is", "clients are")} not compared: without fees or hours, or in another currency.`,
    );
  }
  return parts.join(" ");
}

/** What one sees in the curve. */
export function whaleCaption(view: NonNullable<WorthView["whale"]>, clients: number): string {
  const { peak, total, peak_at } = view;
  const loss = `a loss of ${money(rounded({ ...total, minor: Math.abs(total.minor) }))}`;
  if (peak_at === 0) return `Nobody adds to it: ${loss} in all.`;
  return peak_at >= clients
    ? `Every client adds to it: ${money(rounded(total))} in all.`
    : `The first ${number(peak_at)} make ${money(rounded(peak))}; with the others ${total.minor < 0 ? loss : money(rounded(total))} is left.`;
}

export const whaleSeriesWord = (key: string): string => (key === "profit" ? "Profit" : "Added up");

/** "3 h", and the dash for none. */
export function hours(value: number): string {
  return value === 0 ? worthWords.none : `${mean(value)} h`;
}

/** "21 days"; the dash where they pay in time, or nothing is due. */
export function lateWords(days: number | null): string {
  const late = Math.round(days ?? 0);
  return late <= 0 ? worthWords.none : count(late, "day", "days");
}

/** "2 asked for, 1 offered"; empty where nothing was given. */
export function askedWords({ they_asked, we_offered, unknown_initiative }: WorthRow): string {
  return [
    ...(they_asked > 0 ? [`${number(they_asked)} they asked for`] : []),
    ...(we_offered > 0 ? [`${number(we_offered)} you offered`] : []),
    ...(unknown_initiative > 0 ? [`${number(unknown_initiative)} not noted`] : []),
  ].join(", ");
}

/** "18% below", the median; empty where it is the median. */
export function againstMedian(rate: Money, median: Money): string {
  const apart = median.minor > 0 ? rate.minor / median.minor - 1 : 0;
  return Math.abs(apart) < 0.005 ? "" : `${percent(Math.abs(apart))} ${apart > 0 ? "above" : "below"}`;
}

/** Price or hours that bring a client to the median. */
export function neededWords({ fees, change, hours: most, days_beyond_terms: late }: Needed): string[] {
  const paid =
    late === null
      ? ""
      : `paid ${late < 1 ? "on its day" : `within ${count(Math.round(late), "day", "days")} of it`}, as your other clients do.`;
  // Who brings the median already, but late, needs other terms and no other price.
  if (change <= 0) return ["An hour brings the median or more.", ...(paid === "" ? [] : [`It is to be ${paid}`])];
  return [
    `${money(rounded(fees))} a year for the same hours: ${percent(change)} more,`,
    `or at most ${mean(most)} h a year for the same fees.`,
    ...(paid === "" ? [] : [`And ${paid}`]),
  ];
}

/** "28% of your income"; empty where it is not known. */
export function shareWords({ at_risk_share }: PriceCutView): string {
  return at_risk_share === null ? "" : `${percent(at_risk_share)} of your income`;
}

/** What the list says when it names content clients who are given much. */
export function generousWords(names: readonly string[]): string {
  return `You give more than 5% of the fees to ${form(names.length, "a client who is", "clients who are")} content: ${names.join(", ")}. Look whose idea it was: it may be more than anybody needs.`;
}
