// Offering or fit, our own trust and the method's bars in memory. It counts what is recorded; it does not judge: a theme is
// shared here once three clients raise it after met work, and nothing is told from chance.
import { dayAfter, daysBetween, TODAY } from "../sample/lines";
import type {
  Challenge,
  ChartSeries,
  FigureValue,
  Helped,
  ImprovementRow,
  Improvement,
  OfferingView,
  Sentence,
  ThemeCell,
  ThemeRow,
  TrustFigureId,
  TrustFigureView,
  TrustView,
  Verdict,
} from "../types";
import { columns, lines, monthOf, monthsUntil } from "./drawing";
import { fail, type MemoryLedger, type Part } from "./ledger";
import { bare, byDay, everybodys, grouped, type Kept, linkOf, median, nobodys, sum, theirs } from "./links";

const SHARED_FROM = 3;
const LEAST_N = 5;
const WIDE = [620, 220] as const;
const SMALL = [300, 130] as const;

export function offeringPart(ledger: MemoryLedger): Part<"offering" | "trust" | "methodEffect"> {
  return {
    offering: () => offering(ledger),
    trust: () => trust(ledger),
    methodEffect: (half_life_days, delivery_bar_percent) => {
      if (half_life_days < 90 || half_life_days > 1460) {
        fail("invalid", `a half-life of ${String(half_life_days)} days is outside 90 to 1460`);
      }
      if (delivery_bar_percent < 50 || delivery_bar_percent > 95) {
        fail("invalid", `a delivery bar of ${String(delivery_bar_percent)} percent is outside 50 to 95`);
      }
      // The verdicts of the sample are given: no bar moves them.
      const unchanged = ledger.state.views.filter(({ row }) => row.verdict !== null).length;
      const offering_problem_now = false;
      const offering_problem_then = false;
      return {
        half_life_days,
        delivery_bar_percent,
        changes: [],
        unchanged,
        offering_problem_now,
        offering_problem_then,
      };
    },
  };
}

function offering(ledger: MemoryLedger): OfferingView {
  const themes = themeRows(ledger);
  const said = new Set(themes.flatMap(({ cells }) => cells.map(({ client }) => client)));
  const rated = ledger.state.views.filter(({ row }) => row.check_ins >= 2);
  return {
    today: TODAY,
    sentence: answer(ledger, rated.length),
    before: [],
    offering_problem: rated.length < 4 ? null : false,
    rated_clients: rated.length,
    affected: rated.filter(({ row }) => row.verdict === "never_happy" || row.verdict === "offering_problem").length,
    themes,
    clients: ledger.state.views
      .filter(({ id }) => said.has(id))
      .map(({ id, client, row }) => ({ client: id, name: client.name, verdict: row.verdict }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    delivery: delivery(ledger),
    standing: standing(ledger),
    improvements: improvements(ledger),
  };
}

function answer(ledger: MemoryLedger, rated: number): Sentence {
  if (rated < 4) return { key: "offering_too_few", rated, needed: 4 };
  const standing = (wanted: Verdict): number =>
    ledger.state.views.filter(({ row }) => row.verdict === wanted && row.status === "active").length;
  const [ours, never_happy] = [standing("our_delivery_first"), standing("never_happy")];
  if (ours > 0) return { key: "offering_our_delivery", ours, never_happy, rated };
  return never_happy > 0 ? { key: "offering_fit", never_happy, rated } : { key: "offering_fine", rated };
}

/** Whether what was due last before that day was met. */
function afterMet({ record, view }: Kept<"complaint">): boolean {
  const due = theirs(view, "deliverable").filter((each) => each.record.due_on <= record.on);
  const last = due.sort((one, other) => other.record.due_on.localeCompare(one.record.due_on))[0];
  return last !== undefined && ["met", "excused"].includes(last.record.outcome);
}

function themeRows(ledger: MemoryLedger): ThemeRow[] {
  const since = dayAfter(TODAY, -2 * ledger.state.profile.half_life_days);
  const complaints = everybodys(ledger, "complaint").filter(({ record }) => record.on >= since && record.on <= TODAY);
  const complaining = new Set(complaints.filter(afterMet).map(({ view }) => view.id)).size;
  return grouped(complaints, ({ record }) => record.theme.trim().toLowerCase())
    .map(([, all]) => themeRow(ledger, all, complaining))
    .sort(
      (one, other) =>
        Number(other.shared) - Number(one.shared) ||
        other.clients - one.clients ||
        one.theme.localeCompare(other.theme),
    );
}

function themeRow(ledger: MemoryLedger, all: Kept<"complaint">[], complaining: number): ThemeRow {
  const cells = grouped(all, ({ view }) => view.id)
    .map(([client, said]): ThemeCell => {
      const after_met = said.filter(afterMet).length;
      return { client, after_met, after_missed: said.length - after_met, records: said.map(linkOf) };
    })
    .sort((one, other) => ledger.nameOfClient(one.client).localeCompare(ledger.nameOfClient(other.client)));
  const clients = cells.filter(({ after_met }) => after_met > 0).length;
  const shared = clients >= SHARED_FROM;
  const why: Sentence = shared
    ? { key: "theme_shared", clients, complaining }
    : clients === 0
      ? { key: "theme_after_missed", clients: cells.length }
      : cells.length === 1
        ? { key: "theme_one" }
        : { key: "theme_by_chance", clients, needed: SHARED_FROM };
  const given = everybodys(ledger, "concession").filter(({ record, view }) =>
    all.some(
      (said) => said.view.id === view.id && record.on >= said.record.on && record.on <= dayAfter(said.record.on, 30),
    ),
  );
  const { currency } = ledger.state.profile;
  const minor = sum(given.map(({ record }) => (record.amount?.currency === currency ? record.amount.minor : 0)));
  return {
    theme: all[0]?.record.theme ?? "",
    shared,
    why,
    cells,
    clients: cells.length,
    cost: {
      given: minor > 0 ? { minor, currency } : null,
      minutes: sum(given.map(({ record }) => (record.amount === null ? (record.minutes ?? 0) : 0))),
      income_share: incomeShare(ledger, new Set(cells.map(({ client }) => client))),
    },
  };
}

function incomeShare(ledger: MemoryLedger, of: ReadonlySet<string>): number | null {
  const fees = everybodys(ledger, "invoice").filter(
    ({ record }) => record.issued_on > dayAfter(TODAY, -365) && record.issued_on <= TODAY,
  );
  const amount = (all: typeof fees): number => sum(all.map(({ record }) => record.amount.minor));
  const whole = amount(fees);
  return whole === 0 ? null : amount(fees.filter(({ view }) => of.has(view.id))) / whole;
}

const series = (key: string, tint: ChartSeries["tint"], fill: ChartSeries["fill"] = "solid"): ChartSeries => ({
  key,
  tint,
  fill,
  dashed: false,
});

function delivery(ledger: MemoryLedger): OfferingView["delivery"] {
  const months = monthsUntil(24);
  const done = everybodys(ledger, "deliverable").map(({ record }) => record);
  const of = (month: string, outcomes: readonly string[]): number =>
    done.filter((each) => monthOf(each.delivered_on ?? each.due_on) === month && outcomes.includes(each.outcome))
      .length;
  return columns({
    labels: months.map((day) => ({ is: "month", day })),
    series: [series("met", "good"), series("partial", "warn", "dotted"), series("missed", "ours", "hatched")],
    values: months.map((month) => [of(month, ["met"]), of(month, ["partial"]), of(month, ["late", "rejected"])]),
    unit: "count",
    size: WIDE,
  });
}

/** Only the verdicts of today are known. */
function standing(ledger: MemoryLedger): OfferingView["standing"] {
  const months = monthsUntil(24);
  const look: [Verdict, ChartSeries["tint"], ChartSeries["fill"]][] = [
    ["healthy", "good", "solid"],
    ["not_enough_evidence", "plain", "hollow"],
    ["watch", "warn", "dotted"],
    ["one_way", "warn", "hatched"],
    ["our_delivery_first", "ours", "hatched"],
    ["offering_problem", "accent", "dotted"],
    ["never_happy", "bad", "solid"],
  ];
  const now = look.map(([verdict]) => ledger.state.views.filter(({ row }) => row.verdict === verdict).length);
  return columns({
    labels: months.map((day) => ({ is: "month", day })),
    series: look.map(([key, tint, fill]) => series(key, tint, fill)),
    values: months.map((_, place) => (place === months.length - 1 ? now : look.map(() => null))),
    unit: "count",
    size: WIDE,
  });
}

function improvements(ledger: MemoryLedger): ImprovementRow[] {
  return nobodys(ledger, "improvement")
    .map(({ id, record }) => ({ id, record: bare(record), helped: helped(ledger, record) }))
    .sort((one, other) => other.record.from.localeCompare(one.record.from));
}

function helped(ledger: MemoryLedger, { theme, from, done_on }: Improvement): Helped | null {
  const begins = done_on ?? from;
  if (theme === "" || begins > TODAY) return null;
  const days = daysBetween(begins, TODAY) + 1;
  const since = dayAfter(begins, -days);
  const said = everybodys(ledger, "complaint").filter(
    ({ record }) => record.theme.toLowerCase() === theme.toLowerCase() && record.on >= since && record.on <= TODAY,
  );
  const after = said.filter(({ record }) => record.on >= begins).length;
  const months = (ledger.state.views.filter(({ row }) => row.status === "active").length * days) / 30.436875;
  const before = said.length - after;
  return {
    says: days < 30 ? "too_early" : "cannot_tell",
    since,
    before,
    before_months: months,
    after,
    after_months: months,
    ratio: before === 0 ? null : after / before,
    low: null,
    high: null,
  };
}

function trust(ledger: MemoryLedger): TrustView {
  const figures = trustFigures(ledger);
  return {
    today: TODAY,
    sentence: figures.every(({ change }) => change === "too_few") ? { key: "trust_too_few" } : { key: "trust_same" },
    figures,
    unanswered: everybodys(ledger, "complaint")
      .filter(({ record }) => record.answered_on === null && record.resolved_on === null && record.on <= TODAY)
      .map(linkOf)
      .sort(byDay),
    late: everybodys(ledger, "deliverable")
      .filter(({ record }) => record.outcome === "pending" && record.due_on < TODAY)
      .map(linkOf)
      .sort(byDay),
    challenges: challenges(ledger),
  };
}

function challenges(ledger: MemoryLedger): Challenge[] {
  const answered = nobodys(ledger, "improvement").map(({ record }) => record.theme.toLowerCase());
  return themeRows(ledger)
    .filter(({ theme, clients }) => clients >= 2 && !answered.includes(theme.toLowerCase()))
    .map(({ theme, clients, cells }) => ({
      theme,
      clients,
      records: cells.flatMap(({ records }) => records).sort((one, other) => byDay(other, one)),
    }));
}

/** Something of ours that was counted on a day: a share's 0 or 1, or a number of days. */
interface Counted {
  on: string;
  value: number;
}

function trustFigures(ledger: MemoryLedger): TrustFigureView[] {
  const delivered = everybodys(ledger, "deliverable")
    .map(({ record }) => record)
    .filter((record) => !["pending", "excused"].includes(record.outcome));
  const day = (record: (typeof delivered)[number]): string => record.delivered_on ?? record.due_on;
  const onTime = delivered.map((record): Counted => ({ on: day(record), value: Number(day(record) <= record.due_on) }));
  const inFull = delivered.map((record): Counted => ({
    on: day(record),
    value: Number(record.outcome === "met" && day(record) <= record.due_on),
  }));
  const begun = nobodys(ledger, "improvement").map(({ record }): Counted => ({
    on: record.from,
    value: Number(record.done_on !== null && record.done_on <= record.from),
  }));
  const complaints = everybodys(ledger, "complaint").map(({ record }) => record);
  const first = complaints.flatMap(({ on, answered_on }): Counted[] =>
    answered_on === null ? [] : [{ on, value: daysBetween(on, answered_on) }],
  );
  const asked = everybodys(ledger, "check_in_request").map(({ record }): Counted => {
    const answers = theirs(ledger.client(record.client), "check_in");
    const until = dayAfter(record.on, 30);
    return {
      on: record.on,
      value: Number(answers.some((each) => each.record.on >= record.on && each.record.on <= until)),
    };
  });
  const share = (counted: readonly Counted[]): number => sum(counted.map(({ value }) => value)) / counted.length;
  const middle = (counted: readonly Counted[]): number => median(counted.map(({ value }) => value)) ?? 0;
  const said = (on: readonly Counted[]): number => on.length;
  const perDeliverable = figure("complaints_per_deliverable", onTime, share, "number");
  const within = (from: string, to: string): number => complaints.filter(({ on }) => on > from && on <= to).length;
  const yearAgo = dayAfter(TODAY, -365);
  return [
    figure("on_time", onTime, share, "share"),
    figure("promises", [...inFull, ...begun.filter(({ on }) => on <= TODAY)], share, "share"),
    figure("first_response", first, middle, "days"),
    {
      ...perDeliverable,
      now: part(within(yearAgo, TODAY), perDeliverable.n_now),
      before: part(within(dayAfter(TODAY, -730), yearAgo), perDeliverable.n_before),
      chart: byMonth(
        complaints.map(({ on }) => ({ on, value: 1 })),
        (all, month) => {
          const n = onTime.filter(({ on }) => monthOf(on) === month).length;
          return n === 0 ? null : all.length / n;
        },
        "number",
      ),
    },
    { ...figure("asked", asked, share, "share"), chart: byMonth(asked, said, "count") },
  ];
}

const part = (count: number, of: number): FigureValue =>
  of === 0 ? { is: "none" } : { is: "share", value: count / of };

function figure(
  id: TrustFigureId,
  all: readonly Counted[],
  value: (counted: readonly Counted[]) => number,
  unit: "share" | "days" | "number",
): TrustFigureView {
  const yearAgo = dayAfter(TODAY, -365);
  const now = all.filter(({ on }) => on > yearAgo && on <= TODAY);
  const before = all.filter(({ on }) => on > dayAfter(TODAY, -730) && on <= yearAgo);
  const shown = (counted: readonly Counted[]): FigureValue =>
    counted.length === 0 ? { is: "none" } : { is: unit === "days" ? "days" : "share", value: value(counted) };
  return {
    id,
    now: shown(now),
    n_now: now.length,
    before: shown(before),
    n_before: before.length,
    change: now.length < LEAST_N || before.length < LEAST_N ? "too_few" : "same",
    chart: byMonth(all, (counted) => (counted.length === 0 ? null : value(counted)), unit),
  };
}

/** The last twelve months beside the twelve before. */
function byMonth(
  all: readonly Counted[],
  value: (counted: readonly Counted[], month: string) => number | null,
  unit: "share" | "days" | "number" | "count",
): TrustFigureView["chart"] {
  const months = monthsUntil(24);
  const values = months.map((month) =>
    value(
      all.filter(({ on }) => monthOf(on) === month),
      month,
    ),
  );
  return lines({
    labels: months.slice(12).map((day) => ({ is: "month", day })),
    series: [series("this_year", "accent"), { ...series("year_before", "quiet"), dashed: true }],
    values: months.slice(12).map((_, place) => [values[place + 12] ?? null, values[place] ?? null]),
    unit,
    size: SMALL,
  });
}
