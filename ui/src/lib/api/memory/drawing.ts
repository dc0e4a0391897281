// Charts of a practice in memory: plain ones, enough to be looked at. The real ones come from Rust.
import { daysBetween, TODAY } from "../sample/lines";
import type { Chart, ChartSeries, ChartText, ChartUnit, Drawing, Mark, Tint } from "../types";

/** Room for the numbers at the left; amounts are long. */
const leftOf = ({ unit }: Plan): number => (unit === "amount" ? 66 : 40);
const FOOT = 18;
const TOP = 8;

/** The first days of the last months, oldest first; the last one is this month's. */
export function monthsUntil(count: number, today = TODAY): string[] {
  const [year = 0, month = 1] = today.split("-").map(Number);
  return Array.from({ length: count }, (_, place) =>
    new Date(Date.UTC(year, month - count + place, 1)).toISOString().slice(0, 10),
  );
}

/** The first day of a day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

interface Plan {
  series: readonly ChartSeries[];
  labels: readonly ChartText[];
  /** A value a label and series; `null` where there is none. */
  values: readonly (readonly (number | null)[])[];
  unit: ChartUnit;
  size: readonly [width: number, height: number];
  currency?: string;
}

/** Columns by label, the first series at the bottom. */
export function columns(plan: Plan): Chart {
  const sums = plan.values.map((row) => row.reduce<number>((sum, value) => sum + (value ?? 0), 0));
  const [scale, marks] = frame(plan, Math.max(1, ...sums));
  const step = (plan.size[0] - leftOf(plan)) / Math.max(1, plan.labels.length);
  plan.values.forEach((row, place) => {
    let below = 0;
    row.forEach((value, part) => {
      const look = plan.series[part];
      if (look === undefined || value === null || value === 0) return;
      const left = leftOf(plan) + step * (place + 0.15);
      const { tint, fill } = look;
      marks.push({
        mark: "box",
        left,
        right: left + step * 0.7,
        bottom: scale(below),
        top: scale(below + value),
        tint,
        fill,
      });
      below += value;
    });
  });
  return chart(plan, marks);
}

/** A line a series; it breaks where there is no value. */
export function lines(plan: Plan): Chart {
  const known = plan.values.flat().filter((value) => value !== null);
  const [scale, marks] = frame(plan, Math.max(plan.unit === "share" ? 1 : 0, ...known) || 1, Math.min(0, ...known));
  const step = (plan.size[0] - leftOf(plan)) / Math.max(1, plan.labels.length);
  plan.series.forEach(({ tint, dashed }, part) => {
    let points: { x: number; y: number }[] = [];
    const end = (): void => {
      if (points.length > 1) marks.push({ mark: "line", points, tint, width: 2, dashed });
      else for (const { x, y } of points) marks.push({ mark: "dot", x, y, radius: 2.5, tint, fill: "solid" });
      points = [];
    };
    plan.values.forEach((row, place) => {
      const value = row[part] ?? null;
      if (value === null) end();
      else points.push({ x: leftOf(plan) + step * (place + 0.5), y: scale(value) });
    });
    end();
  });
  return chart(plan, marks);
}

function chart({ series, labels, values, unit, size: [width, height] }: Plan, marks: Mark[]): Chart {
  return {
    drawing: { width, height, marks },
    series: [...series],
    rows: labels.map((label, place) => ({ label, values: [...(values[place] ?? [])] })),
    unit,
  };
}

/** The ground of a chart: a line at the foot and at the top, each with its number, and a word at every few labels. */
function frame(plan: Plan, highest: number, lowest = 0): [(value: number) => number, Mark[]] {
  const [width, height] = plan.size;
  const foot = height - FOOT;
  const scale = (value: number): number => foot - ((value - lowest) / (highest - lowest)) * (foot - TOP);
  const marks: Mark[] = [];
  for (const value of [lowest, highest]) {
    const y = scale(value);
    marks.push({ mark: "line", points: [at(leftOf(plan), y), at(width, y)], tint: "grid", width: 1, dashed: false });
    const text = tick(plan, value);
    marks.push({ mark: "text", x: leftOf(plan) - 6, y: y + 4, anchor: "end", text, tint: "quiet" });
  }
  const step = (width - leftOf(plan)) / Math.max(1, plan.labels.length);
  const every = Math.ceil(plan.labels.length / Math.max(1, Math.floor((width - leftOf(plan)) / 80)));
  plan.labels.forEach((text, place) => {
    if (place % every === 0) {
      marks.push({
        mark: "text",
        x: leftOf(plan) + step * (place + 0.5),
        y: height - 4,
        anchor: "middle",
        text,
        tint: "quiet",
      });
    }
  });
  return [scale, marks];
}

const at = (x: number, y: number) => ({ x, y });

function tick({ unit, currency }: Plan, value: number): ChartText {
  switch (unit) {
    case "count":
      return { is: "count", value };
    case "amount":
      return { is: "amount", value: { minor: Math.round(value / 100) * 100, currency: currency ?? "EUR" } };
    default:
      return { is: unit, value };
  }
}

/** A strip of time: a cell a month, and below it a dot an event, in lanes. */
export function strip(
  months: readonly { month: string; tint: Tint; fill: ChartSeries["fill"] }[],
  events: readonly { day: string; lane: number; tint: Tint; fill: ChartSeries["fill"] }[],
  lanes: number,
  [width, height]: readonly [number, number],
): Drawing {
  const step = width / Math.max(1, months.length);
  const cell = 22;
  const lane = (height - cell - FOOT) / Math.max(1, lanes);
  const first = months[0]?.month ?? TODAY;
  const days = Math.max(1, daysBetween(first, TODAY));
  const marks: Mark[] = months.map(({ tint, fill }, place) => ({
    mark: "box",
    left: place * step + 1,
    right: (place + 1) * step - 1,
    top: 0,
    bottom: cell,
    tint,
    fill,
  }));
  for (const { day, lane: place, tint, fill } of events) {
    if (day < first || day > TODAY) continue;
    const x = (daysBetween(first, day) / days) * width;
    marks.push({ mark: "dot", x, y: cell + lane * (place + 0.5), radius: 3.5, tint, fill });
  }
  months.forEach(({ month }, place) => {
    if (place % 6 === 0) {
      const text = { is: "month", day: month } as const;
      marks.push({ mark: "text", x: place * step, y: height - 4, anchor: "start", text, tint: "quiet" });
    }
  });
  return { width, height, marks };
}
