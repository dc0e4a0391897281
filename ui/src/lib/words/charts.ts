// The words of charts: their texts, and the table behind each.
import type { ChartRow, ChartText, ChartUnit } from "../api/types";
import { coins, day, LOCALE, mean, money, number, percent } from "./format";

export const chartWords = {
  showTable: "Show as table",
  showPicture: "Show as picture",
  none: "–",
  copy: "Copy",
  copyAs: {
    picture: "Copy as picture (PNG)",
    drawing: "Copy as drawing (SVG)",
    table: "Copy table (CSV)",
  },
  copied: {
    picture: "The picture is copied.",
    drawing: "The drawing is copied.",
    table: "The table is copied.",
  },
} as const;

const shortMonth = new Intl.DateTimeFormat(LOCALE, { month: "short", year: "2-digit", timeZone: "UTC" });
const longMonth = new Intl.DateTimeFormat(LOCALE, { month: "long", year: "numeric", timeZone: "UTC" });
const small = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

type TextWords = { [K in ChartText["is"]]: (text: Extract<ChartText, { is: K }>) => string };

const textWords: TextWords = {
  month: (text) => shortMonth.format(new Date(text.day)).replace("Sept", "Sep").replace(" ", " ’"),
  day: (text) => day(text.day),
  year: ({ year }) => String(year),
  count: ({ value }) => number(value),
  number: ({ value }) => small.format(value),
  share: ({ value }) => percent(value),
  days: ({ value }) => `${small.format(value)} d`,
  amount: ({ value }) => money(value),
  name: ({ text }) => text,
};

/** A text in a drawing: "Nov ’26", "94%". */
export function chartText(text: ChartText): string {
  return (textWords[text.is] as (text: ChartText) => string)(text);
}

/** What a row of the table is about, in full: "November 2026". */
export function rowLabel({ label }: ChartRow): string {
  return label.is === "month" ? longMonth.format(new Date(label.day)) : chartText(label);
}

/** A value of the table; amounts need their currency. */
export function chartValue(value: number | null, unit: ChartUnit, currency: string): string {
  if (value === null) return chartWords.none;
  switch (unit) {
    case "share":
      return percent(value);
    case "days":
      return mean(value);
    case "amount":
      return money({ minor: Math.round(value), currency });
    case "count":
      return number(value);
    case "number":
      return small.format(value);
  }
}

/** A value of the table for other programs: shares in percent, amounts in whole units of the currency. */
export function plainValue(value: number | null, unit: ChartUnit, currency: string): number | null {
  if (value === null) return null;
  if (unit === "share") return value * 100;
  return unit === "amount" ? coins({ minor: value, currency }) : value;
}

/** In what a column of plain values is counted; empty where that goes without saying. */
export function unitWord(unit: ChartUnit, currency: string): string {
  const called: Record<ChartUnit, string> = {
    share: " (%)",
    days: " (days)",
    amount: ` (${currency})`,
    count: "",
    number: "",
  };
  return called[unit];
}

/** What a row of the table is about, for other programs: "2026-11". */
export function plainLabel(label: ChartText): string | number {
  switch (label.is) {
    case "month":
      return label.day.slice(0, 7);
    case "day":
      return label.day;
    case "year":
      return label.year;
    case "share":
      return label.value * 100;
    case "amount":
      return coins(label.value);
    case "name":
      return label.text;
    case "count":
    case "number":
    case "days":
      return label.value;
  }
}
