// The words of charts: their texts, and the table behind each.
import type { ChartRow, ChartText, ChartUnit } from "../api/types";
import { day, mean, money, number, percent } from "./format";

export const chartWords = {
  showTable: "Show as table",
  showPicture: "Show as picture",
  none: "–",
} as const;

const shortMonth = new Intl.DateTimeFormat("en-GB", { month: "short", year: "2-digit", timeZone: "UTC" });
const longMonth = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const small = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

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
