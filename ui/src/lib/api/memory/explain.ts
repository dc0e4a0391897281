// A verdict explained, in memory, where nothing is judged: the verdicts are those that are given.
import { page } from "../sample/letter";
import type { MessageOf } from "../../words/messages";
import { dayAfter, TODAY } from "../sample/lines";
import type {
  ClientView,
  DecideLine,
  DecideStep,
  HistoryMonth,
  Kind,
  LedgerLine,
  RecordLink,
  Tone,
  Verdict,
  VerdictHistory,
  WhatIf,
  WhatIfSteps,
} from "../types";
import { monthOf, monthsUntil, strip } from "./drawing";
import { fail, linesOf, type MemoryLedger, type Part } from "./ledger";
import { linkOf, linkTo, sum, theirs } from "./links";
import { worthPart } from "./worth";

type Names = "verdictHistory" | "whatIf" | "evidencePage" | "evidencePages" | "evidenceSave" | "decide";

export function explainPart(ledger: MemoryLedger): Part<Names> {
  return {
    verdictHistory: (id) => history(ledger.client(id)),
    whatIf: (id, steps) => whatIf(ledger.client(id), steps),
    evidencePages: (id) => (linesOf(ledger.client(id)).length > 40 ? 2 : 1),
    evidencePage: (_client, _language, _page, width) => page({ paper: ledger.state.profile.paper }, width),
    evidenceSave: (id) => ({ id: null, file: `${TODAY} ${ledger.client(id).client.name} record of our work.pdf` }),
    decide: (id) => {
      const view = ledger.client(id);
      const { currency } = view.client;
      const open = theirs(view, "invoice").filter(({ record }) => record.paid_on === null);
      const decided = theirs(view, "decision")[0];
      const worth = worthPart(ledger).worth();
      const row = worth.rows.find(({ client }) => client === id);
      const minutes = sum(theirs(view, "attention").map(({ record }) => record.minutes));
      const hours = (row?.hours ?? 0) + minutes / 60;
      const median = worth.median_rate;
      return {
        today: TODAY,
        client: id,
        client_name: view.client.name,
        verdict: view.row.verdict,
        lines: decideLines(ledger, id),
        costs: {
          income: row?.fees ?? null,
          income_share: row?.income_share ?? null,
          renewal: view.row.renewal,
          open_work: theirs(view, "deliverable")
            .filter(({ record }) => record.outcome === "pending")
            .map(linkOf),
          open_invoices:
            open.length === 0 ? null : { minor: sum(open.map(({ record }) => record.amount.minor)), currency },
        },
        frees: {
          hours_a_month: hours > 0 ? hours / 12 : null,
          rate: row?.rate ?? null,
          median_rate: median,
          worth_a_year: median === null || hours === 0 ? null : { ...median, minor: Math.round(median.minor * hours) },
        },
        decided: decided === undefined ? null : linkOf(decided),
        letters: view.row.renewal.state === "on" ? [...MILD, "renewal_refusal", ...HARD] : [...MILD, ...HARD],
      };
    },
  };
}

const MILD = ["our_way", "responsibility_reminder", "new_terms"] as const;
const HARD = ["mutual_end", "early_termination"] as const;

const LANES: readonly (readonly Kind[])[] = [
  ["check_in", "complaint"],
  ["deliverable"],
  ["obligation", "invoice"],
  ["concession", "incident"],
];

const CELL: Record<Verdict, { tint: Tone; fill: "hollow" | "dotted" | "solid" | "hatched" }> = {
  healthy: { tint: "good", fill: "hollow" },
  watch: { tint: "warn", fill: "dotted" },
  never_happy: { tint: "bad", fill: "solid" },
  our_delivery_first: { tint: "ours", fill: "hatched" },
  offering_problem: { tint: "ours", fill: "solid" },
  one_way: { tint: "warn", fill: "hatched" },
  not_enough_evidence: { tint: "plain", fill: "hollow" },
};

const DOT = { good: "hollow", warn: "dotted", bad: "solid", ours: "hatched", plain: "solid" } as const;

/** Too early to say since the first record, and what is given since their second check-in. */
function history(view: ClientView): VerdictHistory {
  const counts = (line: LedgerLine): boolean =>
    line.on <= TODAY &&
    LANES.flat().includes(line.record.kind) &&
    !(line.state.is === "rated" && line.state.impression);
  const all = view.row.verdict === null ? [] : linesOf(view).filter(counts);
  const days = all.map(({ on }) => on).sort();
  const since = theirs(view, "check_in")
    .map(({ record }) => record.on)
    .sort()[1];
  const known = monthsUntil(24).filter((month) => month >= monthOf(days[0] ?? "9999-12-31"));
  const judged = known.map((month): HistoryMonth => {
    const given = month >= monthOf(since ?? "9999-12-31") || month === monthOf(TODAY);
    return {
      day: month === monthOf(TODAY) ? TODAY : dayAfter(monthOf(dayAfter(month, 31)), -1),
      verdict: given ? view.row.verdict : "not_enough_evidence",
      changed: false,
      events: all
        .filter(({ on }) => monthOf(on) === month)
        .map((line) => linkTo(view, line))
        .sort(latestFirst),
    };
  });
  const months = judged.map((month, place) => ({
    ...month,
    changed: place > 0 && judged[place - 1]?.verdict !== month.verdict,
  }));
  return {
    client: view.id,
    client_name: view.client.name,
    today: TODAY,
    drawing: strip(
      months.map(({ day, verdict }) => ({ month: monthOf(day), ...CELL[verdict ?? "not_enough_evidence"] })),
      all.map(({ on, tone, record }) => ({
        day: on,
        lane: LANES.findIndex((kinds) => kinds.includes(record.kind)),
        tint: tone,
        fill: DOT[tone],
      })),
      LANES.length,
      [720, 150],
    ),
    months: months.toReversed(),
  };
}

/** Enough good check-ins clear what they are said to clear; anything else changes nothing here. */
function whatIf({ id, why }: ClientView, { ratings }: WhatIfSteps): WhatIf {
  if (why === null) return fail("invalid", "nobody judges a prospect");
  const bad = ratings.find(({ scale, value }) => value > HIGHEST[scale]);
  if (bad !== undefined) return fail("invalid", `a rating of ${String(bad.value)} is off its scale`);
  const good = ratings.filter(({ scale, value }) => value >= CONTENT[scale]).length;
  const needed = why.changes.find(
    (change): change is MessageOf<"change_good_ratings"> => change.key === "change_good_ratings",
  );
  const same = { client: id, now: why.verdict, then: why.verdict, band: why.band, sentence: why.sentence };
  if (needed === undefined || good < needed.count) return same;
  const poor = why.sentence.key === "why_never_happy" ? why.sentence.unhappy : 2;
  return {
    ...same,
    then: why.verdict === "watch" ? "healthy" : "watch",
    sentence:
      why.verdict === "watch"
        ? { key: "why_healthy", content: good + poor, ratings: good + poor, met: 7, deliverables: 8 }
        : { key: "why_watch_unhappy", unhappy: poor, ratings: poor + good },
  };
}

const CONTENT = { csat: 4, nps: 7, ces: 5 } as const;
const HIGHEST = { csat: 5, nps: 10, ces: 7 } as const;

function decideLines(ledger: MemoryLedger, id: string): DecideLine[] {
  const view = ledger.client(id);
  const talks = theirs(view, "conversation");
  const complaints = theirs(view, "complaint");
  const told = (key: "explained" | "changed") => talks.filter(({ record }) => record[key] !== "").map(linkOf);
  const line = (step: DecideStep, records: RecordLink[], open = 0, done = records.length > 0): DecideLine => ({
    step,
    done: done && open === 0,
    count: records.length,
    last_on: records[0]?.on ?? null,
    open,
    records,
  });
  const missed = theirs(view, "deliverable").filter(({ record }) => record.outcome === "late");
  const waiting = complaints.filter(({ record }) => record.answered_on === null).length;
  const talkedSince = talks.some(({ record }) => record.on >= (missed[0]?.line.on ?? ""));
  return [
    line("own_side", missed.map(linkOf), waiting, missed.length === 0 || talkedSince),
    line("asked", [...theirs(view, "check_in_request"), ...theirs(view, "check_in")].map(linkOf).sort(latestFirst)),
    line(
      "listened",
      [...complaints.filter(({ record }) => record.answered_on !== null), ...talks].map(linkOf).sort(latestFirst),
      waiting,
    ),
    line("explained", told("explained")),
    line("changed", told("changed")),
    line(
      "told_needs",
      theirs(view, "letter")
        .filter(({ record }) => record.letter_kind === "responsibility_reminder" && record.sent !== null)
        .map(linkOf),
    ),
    line(
      "offered_change",
      theirs(view, "decision")
        .filter(({ record }) => record.what === "raise_the_price" || record.what === "change_the_scope")
        .map(linkOf),
    ),
  ];
}

const latestFirst = (one: RecordLink, other: RecordLink): number => other.on.localeCompare(one.on);
