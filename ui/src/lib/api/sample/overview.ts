// What stands over all clients, from the clients of the sample.
import type { ClientsView, ClientView, Message, Need, Scatter, ScatterMark, Verdict } from "../types";
import { daysBetween, TODAY } from "./lines";

const LEFT = 40;
const RIGHT = 610;
const TOP = 10;
const BOTTOM = 260;

/** No mark touches the frame. */
const INSET = 14;

const x = (share: number): number => LEFT + INSET + (Math.max(0.5, share) - 0.5) * 2 * (RIGHT - LEFT - 2 * INSET);
const y = (satisfaction: number): number => BOTTOM - INSET - ((satisfaction - 1) / 4) * (BOTTOM - TOP - 2 * INSET);

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

function mark(view: ClientView): ScatterMark | null {
  const { row } = view;
  if (row.verdict === null || row.satisfaction === null || row.counted === 0) {
    return null;
  }
  const share = row.met / row.counted;
  const spread = 0.5 / Math.sqrt(row.check_ins + 1);
  const named = row.verdict !== "healthy";
  return {
    client: view.id,
    name: row.name,
    verdict: row.verdict,
    hollow: row.verdict === "not_enough_evidence",
    x: x(share),
    y: y(row.satisfaction),
    x_low: x(share - spread / 2),
    x_high: x(Math.min(1, share + spread / 4)),
    y_low: clamp(y(row.satisfaction - spread * 2), TOP, BOTTOM),
    y_high: clamp(y(row.satisfaction + spread * 2), TOP, BOTTOM),
    label: named ? { x: x(share) - (share > 0.7 ? 9 : -9), y: y(row.satisfaction) - 6, end: share > 0.7 } : null,
    met_share: share,
    satisfaction: row.satisfaction,
    check_ins: row.check_ins,
  };
}

function scatter(views: ClientView[]): Scatter {
  return {
    width: 620,
    height: 290,
    left: LEFT,
    right: RIGHT,
    top: TOP,
    bottom: BOTTOM,
    divide_x: x(0.8),
    divide_y: y(3),
    x_ticks: [50, 60, 70, 80, 90, 100].map((value) => ({ at: x(value / 100), value })),
    y_ticks: [1, 2, 3, 4, 5].map((value) => ({ at: y(value), value })),
    marks: views.map(mark).filter((one) => one !== null),
  };
}

/** What cannot wait comes first, as in the real practice. */
const NEEDS_IN_ORDER: readonly Message["key"][] = [
  "need_own_record",
  "need_threat",
  "need_notice",
  "need_notice_unsafe",
  "need_complaint",
  "need_deliverable",
  "need_enquiry",
  "need_obligation",
];

const pressing = (need: Need): number => {
  const place = NEEDS_IN_ORDER.indexOf(need.message.key);
  return place < 0 ? NEEDS_IN_ORDER.length : place;
};

function needsOf(view: ClientView): Need[] {
  const needs: Need[] = [];
  const add = (on: string, kind: Need["kind"], id: string, message: Message): void => {
    needs.push({
      key: `${message.key}:${id}`,
      on,
      days_left: daysBetween(TODAY, on),
      message,
      client: view.id,
      client_name: view.client.name,
      kind,
      id,
    });
  };
  for (const line of view.they_said) {
    if (line.record.kind === "complaint" && line.record.answered_on === null) {
      add(line.on, "complaint", line.id, {
        key: "need_complaint",
        theme: line.record.theme,
        days: daysBetween(line.on, TODAY),
      });
    }
  }
  for (const line of view.they_owed) {
    const { record } = line;
    if (record.kind === "obligation" && record.met_on === null && record.due_on < TODAY) {
      add(record.due_on, "obligation", line.id, {
        key: "need_obligation",
        title: record.title,
        days: daysBetween(record.due_on, TODAY),
      });
    }
  }
  for (const line of view.enquiries) {
    if (line.record.kind === "enquiry" && line.record.answered_on === null) {
      add(line.on, "enquiry", line.id, { key: "need_enquiry", subject: line.title, days: daysBetween(line.on, TODAY) });
    }
  }
  const { renewal } = view.row;
  const [engagement] = view.engagements;
  if (
    renewal.state === "on" &&
    renewal.notice_by !== null &&
    engagement &&
    daysBetween(TODAY, renewal.notice_by) < 30
  ) {
    add("2026-11-25", "engagement", engagement.id, {
      key: "need_notice",
      engagement: engagement.title,
      last_day: renewal.notice_by,
      last_safe_posting_day: "2026-11-25",
      ends_on: renewal.ends_on,
      renews: renewal.renews,
    });
  }
  return needs;
}

const PRESSING: Verdict[] = [
  "never_happy",
  "our_delivery_first",
  "offering_problem",
  "one_way",
  "watch",
  "not_enough_evidence",
  "healthy",
];

/** The first screen. */
export function overview(views: ClientView[]): ClientsView {
  const judged = views.filter((view) => view.row.verdict !== null);
  const number = (verdict: Verdict): number => judged.filter((view) => view.row.verdict === verdict).length;
  const rank = (view: ClientView): number =>
    view.row.verdict === null ? PRESSING.length : PRESSING.indexOf(view.row.verdict);
  const total = (of: (view: ClientView) => number): number => judged.reduce((sum, view) => sum + of(view), 0);
  return {
    today: TODAY,
    headline:
      judged.length === 0
        ? { key: "headline_empty" }
        : {
            key: "headline_clients",
            clients: judged.length,
            never_happy: number("never_happy"),
            ours: number("our_delivery_first"),
            offering: number("offering_problem"),
            one_way: number("one_way"),
            watch: number("watch"),
            too_early: number("not_enough_evidence"),
          },
    below:
      judged.length === 0
        ? []
        : [
            { key: "delivered_of_all", met: total((v) => v.row.met), counted: total((v) => v.row.counted) },
            { key: "own_on_time", now: 0.94, n_now: 31, before: 0.92, n_before: 104, fell: false },
            { key: "own_satisfaction", now: 3.4, n_now: 17, before: 3.6, n_before: 58, fell: false },
          ],
    scatter: scatter(views),
    needs: views.flatMap(needsOf).sort((a, b) => pressing(a) - pressing(b) || a.days_left - b.days_left),
    rows: [...views].sort((a, b) => rank(a) - rank(b)).map((view) => view.row),
    open_enquiries: views.flatMap((view) => view.enquiries).filter((line) => line.state.is === "waiting").length,
    letters: views.flatMap((view) => view.letters).length,
    sample: views.some((view) => view.client.sample),
    snoozed: 0,
  };
}
