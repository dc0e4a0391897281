// What clients are worth, and their renewals, in memory: what is invoiced, worked and given away, simply counted.
import { dayAfter, TODAY } from "../sample/lines";
import type { ClientView, Money, RenewalRow, Whale, WorthRow } from "../types";
import { lines, monthOf } from "./drawing";
import { fail, type MemoryLedger, type Part } from "./ledger";
import { bare, median, sum, theirs } from "./links";

export function worthPart(ledger: MemoryLedger): Part<"worth" | "priceCut" | "renewals"> {
  return {
    worth: () => {
      const rows = worthRows(ledger);
      const rated = rows.filter(({ compared }) => compared);
      const middle = medianRate(ledger, rows);
      const [most, least] = [rated[0], rated.at(-1)];
      return {
        today: TODAY,
        from: dayAfter(TODAY, -364),
        sentence:
          most?.rate && least?.rate && middle
            ? {
                key: "worth_range",
                most: most.name,
                most_rate: most.rate,
                least: least.name,
                least_rate: least.rate,
                median: middle,
              }
            : { key: "worth_nothing" },
        median_rate: middle,
        cost_per_hour: ledger.state.profile.cost_per_hour ?? middle,
        cost_is_stated: ledger.state.profile.cost_per_hour !== null,
        rows,
        whale: whaleOf(ledger, rows),
        left_out: rows.length - rated.length,
      };
    },
    priceCut: (id, cut, filled) => {
      const rows = worthRows(ledger);
      const row = rows.find(({ client }) => client === id);
      const others = rows.filter(({ client }) => client !== id);
      const elsewhere = medianRate(ledger, others);
      if (!row?.rate || !row.fees || elsewhere === null) {
        return fail("invalid", "there are no fees and hours to work it out from", "Record invoices and time first");
      }
      const { fees } = row;
      const of = (minor: number): Money => ({ minor: Math.round(minor), currency: fees.currency });
      const rate_after = of(row.rate.minor * (1 - cut));
      const part_below = of(elsewhere.minor * filled);
      const largest_cut = Math.max(0, 1 - part_below.minor / row.rate.minor);
      const parting_is_better = rate_after.minor < part_below.minor;
      return {
        client: id,
        client_name: row.name,
        cut,
        filled,
        elsewhere,
        rate_now: row.rate,
        rate_after,
        fees_after: of(fees.minor * (1 - cut)),
        given_up: of(fees.minor * cut),
        at_risk: fees,
        at_risk_share: row.income_share,
        part_below,
        parting_is_better,
        largest_cut,
        sentence: { key: parting_is_better ? "price_cut_part" : "price_cut_bear", rate_after, part_below, largest_cut },
        letters: parting_is_better ? ["new_terms", "renewal_refusal"] : ["new_terms"],
      };
    },
    renewals: () => {
      const rows = ledger.state.views.flatMap((view) => renewalRows(ledger, view));
      const months = Array.from({ length: 12 }, (_, place) => {
        const [year = 0, month = 1] = TODAY.split("-").map(Number);
        return new Date(Date.UTC(year, month - 1 + place, 1)).toISOString().slice(0, 10);
      }).map((month) => ({
        month,
        rows: rows.filter(({ renewal }) => renewal.state === "on" && monthOf(renewal.ends_on) === month),
      }));
      const within = months.flatMap((month) => month.rows);
      const undecided = within.filter(({ decision }) => decision === null);
      const [first] = undecided.toSorted((one, other) => ((decideBy(one) ?? "") < (decideBy(other) ?? "") ? -1 : 1));
      return {
        today: TODAY,
        sentence:
          within.length === 0
            ? { key: "renewals_none" }
            : first?.renewal.state === "on"
              ? {
                  key: "renewals_next",
                  count: within.length,
                  undecided: undecided.length,
                  client: first.client_name,
                  by: decideBy(first) ?? TODAY,
                }
              : { key: "renewals_decided", count: within.length },
        months,
        open: rows.filter(({ renewal }) => renewal.state === "open"),
      };
    },
  };
}

/** The last 365 days of every client who is not a prospect, who bring most an hour first. */
function worthRows(ledger: MemoryLedger): WorthRow[] {
  const inYear = (day: string): boolean => day > dayAfter(TODAY, -365) && day <= TODAY;
  const views = ledger.state.views.filter(({ client }) => client.status !== "prospect");
  const feesOf = (view: ClientView): number =>
    sum(
      theirs(view, "invoice")
        .filter(({ record }) => inYear(record.issued_on) && record.amount.currency === view.client.currency)
        .map(({ record }) => record.amount.minor),
    );
  const income = sum(views.map(feesOf));
  const rows = views.map((view): WorthRow => {
    const { currency } = view.client;
    const fees = feesOf(view);
    const entries = theirs(view, "time_entry").filter(({ record }) => inYear(record.on));
    const hours = sum(entries.map(({ record }) => record.seconds)) / 3600;
    const given = theirs(view, "concession").filter(({ record }) => inYear(record.on));
    const worth = sum(given.map(({ record }) => record.amount?.minor ?? 0));
    const idea = (whose: string): number => given.filter(({ record }) => record.initiative === whose).length;
    const rated = fees > 0 && hours > 0;
    return {
      client: view.id,
      name: view.client.name,
      verdict: view.row.verdict,
      fees: fees === 0 ? null : { minor: fees, currency },
      hours,
      rate: rated ? { minor: Math.round(fees / hours), currency } : null,
      given: worth === 0 ? null : { minor: worth, currency },
      given_share: fees + worth === 0 ? null : worth / (fees + worth),
      they_asked: idea("they_asked"),
      we_offered: idea("we_offered"),
      unknown_initiative: idea("unknown"),
      generous: view.row.verdict === "healthy" && fees > 0 && worth / (fees + worth) > 0.05,
      days_beyond_terms: view.row.days_beyond_terms,
      unbilled_hours:
        sum(entries.filter(({ record }) => !record.billable).map(({ record }) => record.seconds)) / 3600 +
        sum(given.map(({ record }) => record.minutes ?? 0)) / 60,
      income_share: income === 0 ? null : fees / income,
      profit: null,
      needed: null,
      compared: rated && currency === ledger.state.profile.currency,
    };
  });
  const middle = medianRate(ledger, rows);
  const cost = ledger.state.profile.cost_per_hour ?? middle;
  for (const row of rows) {
    const { fees, rate, hours } = row;
    if (!row.compared || fees === null || rate === null || middle === null || cost === null) continue;
    row.profit = { minor: Math.round(fees.minor - hours * cost.minor), currency: fees.currency };
    if (rate.minor < middle.minor) {
      row.needed = {
        fees: { minor: Math.round(hours * middle.minor), currency: fees.currency },
        change: middle.minor / rate.minor - 1,
        hours: fees.minor / middle.minor,
        days_beyond_terms: null,
      };
    }
  }
  const place = (row: WorthRow): number => (row.compared && row.rate !== null ? row.rate.minor : -1);
  return rows.sort((one, other) => place(other) - place(one));
}

/** How profit adds up, the most profitable client first; it takes two. */
function whaleOf(ledger: MemoryLedger, rows: readonly WorthRow[]): Whale | null {
  const { currency } = ledger.state.profile;
  const ranked = rows
    .flatMap(({ name, profit }) => (profit === null ? [] : [{ name, profit: profit.minor }]))
    .sort((one, other) => other.profit - one.profit);
  if (ranked.length < 2) return null;
  const added = ranked.map((_, place) => sum(ranked.slice(0, place + 1).map(({ profit }) => profit)));
  const peak = Math.max(0, ...added);
  const drawn = lines({
    series: [{ key: "cumulative_profit", tint: "accent", fill: "solid", dashed: false }],
    labels: ranked.map((_, place) => ({ is: "count", value: place + 1 })),
    values: added.map((value) => [value]),
    unit: "amount",
    size: [620, 260],
    currency,
  });
  const [line] = drawn.series;
  return {
    chart: {
      ...drawn,
      series: line === undefined ? [] : [{ ...line, key: "profit" }, line],
      rows: ranked.map(({ name, profit }, place) => ({
        label: { is: "name", text: name },
        values: [profit, added[place] ?? null],
      })),
    },
    total: { minor: added.at(-1) ?? 0, currency },
    peak: { minor: peak, currency },
    peak_at: peak === 0 ? 0 : added.indexOf(peak) + 1,
  };
}

/** The last of the days by which to decide that is still to come: to post a notice, to give it, the end. */
function decideBy({ renewal }: RenewalRow): string | null {
  if (renewal.state !== "on") return null;
  return [renewal.post_by, renewal.notice_by].find((day) => day !== null && day >= TODAY) ?? renewal.ends_on;
}

function medianRate(ledger: MemoryLedger, rows: readonly WorthRow[]): Money | null {
  const { currency } = ledger.state.profile;
  const minor = median(rows.flatMap(({ rate }) => (rate?.currency === currency ? [rate.minor] : [])));
  return minor === null ? null : { minor: Math.round(minor), currency };
}

function renewalRows(ledger: MemoryLedger, view: ClientView): RenewalRow[] {
  const worth = worthRows(ledger).find(({ client }) => client === view.id);
  return theirs(view, "engagement").flatMap(({ id, record, line }): RenewalRow[] => {
    if (record.ended_on !== null || line.state.is !== "agreement") return [];
    const decision = theirs(view, "decision").find(
      (each) => each.record.engagement === null || each.record.engagement === id,
    );
    return [
      {
        engagement: id,
        title: record.title,
        client: view.id,
        client_name: view.client.name,
        verdict: view.row.verdict,
        renewal: line.state.renewal,
        fees: worth?.fees ?? null,
        rate: worth?.rate ?? null,
        income_share: worth?.income_share ?? null,
        decision: decision === undefined ? null : { id: decision.id, record: bare(decision.record) },
        letter_kind:
          decision?.record.what === "part"
            ? "renewal_refusal"
            : decision !== undefined && decision.record.what !== "renew"
              ? "new_terms"
              : null,
        letter: null,
      },
    ];
  });
}
