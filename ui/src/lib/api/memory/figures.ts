// The standard figures of a practice in memory: the simple ones are worked out as docs/figures.md says; those that need
// rates, budgets or a distribution's tables stay absent.
import { daysBetween, dayAfter, TODAY } from "../sample/lines";
import type {
  Figure,
  FigureId,
  FigureInterval,
  FigurePeriod,
  FigureScope,
  FigureValue,
  Kind,
  Record as LedgerRecord,
} from "../types";
import type { MemoryLedger, Part } from "./ledger";

type Of<K extends Kind> = Extract<LedgerRecord, { kind: K }>;

const DAYS: Record<FigurePeriod, number | null> = { quarter: 90, year: 365, all: null };
const Z = 1.959964;

export function figuresPart(ledger: MemoryLedger): Part<"figures"> {
  return {
    figures: (scope, period) => {
      const days = DAYS[period];
      const from = days === null ? null : dayAfter(TODAY, 1 - days);
      const all = ledger.lines().map((line) => line.record);
      const records = all.filter((record) => inScope(ledger, scope, record));
      return { scope, period, from, to: TODAY, figures: figuresOf(records, all, scope, from) };
    },
  };
}

function inScope(ledger: MemoryLedger, scope: FigureScope, record: LedgerRecord): boolean {
  switch (scope.of) {
    case "practice":
      return true;
    case "client":
      return "client" in record && record.client === scope.id;
    case "engagement": {
      if ("engagement" in record) return record.engagement === scope.id;
      // A check-in belongs to the agreement of what it is about.
      const about = "deliverable" in record ? record.deliverable : null;
      const { record: found } = about === null ? { record: null } : ledger.line(about);
      return found?.kind === "deliverable" && found.engagement === scope.id;
    }
  }
}

function figuresOf(records: LedgerRecord[], all: LedgerRecord[], scope: FigureScope, from: string | null): Figure[] {
  const inside = (day: string | null): boolean => day !== null && day <= TODAY && (from === null || day >= from);
  const of = <K extends Kind>(kind: K, among = records): Of<K>[] =>
    among.filter((record): record is Of<K> => record.kind === kind);

  const turnedOut = of("deliverable").filter(
    (each) => inside(each.delivered_on ?? each.due_on) && !["pending", "excused"].includes(each.outcome),
  );
  const punctual = turnedOut.filter(
    (each) => each.outcome !== "late" && each.delivered_on !== null && each.delivered_on <= each.due_on,
  );
  const known = turnedOut.filter((each) => each.acceptance !== "unknown");
  const answers = (scale: string): number[] =>
    of("check_in")
      .filter((each) => each.scale === scale && each.said_by === "them" && inside(each.on))
      .map((each) => each.value);
  const [csat, nps, ces] = [answers("csat"), answers("nps"), answers("ces")];
  const asked = [
    ...of("complaint").map((each) => [each.on, each.answered_on] as const),
    ...of("enquiry").map((each) => [each.received_on, each.answered_on] as const),
  ].filter(([on]) => inside(on));
  const responses = asked.flatMap(([on, answered]) => (answered === null ? [] : [daysBetween(on, answered)]));
  const owed = [
    ...of("obligation").map((each) => [each.due_on, each.met_on] as const),
    ...of("invoice").map((each) => [each.due_on, each.paid_on] as const),
  ].filter(([due, came]) => inside(due) && (came !== null || due < TODAY));
  const bills = of("invoice").filter((each) => inside(each.due_on) && (each.paid_on !== null || each.due_on < TODAY));
  const invoices = of("invoice").filter((each) => inside(each.issued_on));
  const currency = invoices[0]?.amount.currency ?? "EUR";
  const fees = invoices.filter((each) => each.amount.currency === currency);
  const feesSum = sum(fees.map((each) => each.amount.minor));
  const given = of("concession").filter((each) => inside(each.on));
  const priced = given.filter((each) => each.amount?.currency === currency);
  const entries = of("time_entry").filter((each) => inside(each.on));
  const seconds = sum(entries.map((each) => each.seconds));
  const attention = of("attention").filter((each) => inside(each.on));
  const months = Math.max(1, daysBetween(from ?? attention.at(-1)?.on ?? TODAY, TODAY) / 30.436875);
  const promoters = nps.filter((value) => value >= 9).length;
  const detractors = nps.filter((value) => value <= 6).length;

  const figures: Figure[] = [
    rate("on_time", punctual.length, turnedOut.length),
    rate("otif", punctual.filter((each) => each.outcome === "met").length, turnedOut.length),
    rate(
      "acceptance",
      known.filter((each) => each.acceptance === "accepted").length,
      known.length,
      turnedOut.length - known.length,
    ),
    rate("csat_satisfied", csat.filter((value) => value >= 4).length, csat.length),
    figure("csat_mean", csat.length, { is: "mean", value: sum(csat) / csat.length, high: 5 }),
    {
      ...figure("nps", nps.length, { is: "score", value: (100 * (promoters - detractors)) / nps.length }),
      interval: nps.length === 0 ? null : npsInterval(promoters, detractors, nps.length),
    },
    figure("ces", ces.length, { is: "mean", value: sum(ces) / ces.length, high: 7 }),
    figure(
      "first_response",
      responses.length,
      { is: "days", value: median(responses) },
      asked.length - responses.length,
    ),
    figure("days_beyond_terms", bills.length, {
      is: "days",
      value:
        sum(bills.map((each) => each.amount.minor * Math.max(0, daysBetween(each.due_on, each.paid_on ?? TODAY)))) /
        sum(bills.map((each) => each.amount.minor)),
    }),
    rate("obligations_kept", owed.filter(([due, came]) => came !== null && came <= due).length, owed.length),
    figure(
      "concessions_share",
      feesSum === 0 ? 0 : priced.length,
      { is: "share", value: sum(priced.map((each) => each.amount?.minor ?? 0)) / feesSum },
      given.length - priced.length,
    ),
    figure("effective_hourly_rate", feesSum === 0 || seconds === 0 ? 0 : fees.length + entries.length, {
      is: "per_hour",
      value: { minor: Math.round((feesSum * 3600) / seconds), currency },
    }),
    figure("realization", 0, { is: "none" }),
    figure("billable_share", entries.length, {
      is: "share",
      value: sum(entries.filter((each) => each.billable).map((each) => each.seconds)) / seconds,
    }),
    figure("hours_worked", entries.length, { is: "hours", value: seconds / 3600 }),
    figure("fees", fees.length, { is: "amount", value: { minor: feesSum, currency } }, invoices.length - fees.length),
    figure("attention_per_month", attention.length, {
      is: "minutes",
      value: sum(attention.map((each) => each.minutes)) / months,
    }),
  ];
  if (scope.of === "engagement") figures.push(figure("budget_used", 0, { is: "none" }));
  if (scope.of === "client") {
    const everyHour = sum(
      of("time_entry", all)
        .filter((each) => inside(each.on))
        .map((each) => each.seconds),
    );
    const everyFee = of("invoice", all).filter((each) => inside(each.issued_on) && each.amount.currency === currency);
    figures.push(
      figure("share_of_hours", entries.length, { is: "share", value: seconds / everyHour }),
      figure("share_of_income", fees.length, {
        is: "share",
        value: feesSum / sum(everyFee.map((each) => each.amount.minor)),
      }),
    );
  }
  return figures;
}

function figure(id: FigureId, n: number, value: FigureValue, left_out = 0): Figure {
  return { id, value: n === 0 ? { is: "none" } : value, n, left_out, interval: null };
}

function rate(id: FigureId, hits: number, n: number, left_out = 0): Figure {
  return { ...figure(id, n, { is: "share", value: hits / n }, left_out), interval: n === 0 ? null : wilson(hits, n) };
}

/** Wilson's score interval. */
function wilson(hits: number, n: number): FigureInterval {
  const share = hits / n;
  const whole = 1 + (Z * Z) / n;
  const middle = (share + (Z * Z) / (2 * n)) / whole;
  const half = (Z / whole) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The adjusted Wald interval: three imagined answers are added. */
function npsInterval(promoters: number, detractors: number, n: number): FigureInterval {
  if (n === 1) return { low: -100, high: 100 };
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const half = Z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  return { low: Math.max(-100, 100 * (p - d - half)), high: Math.min(100, 100 * (p - d + half)) };
}

function sum(values: number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function median(values: number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
