// Records as lines of a client's ledger, the way the practice shows them.
import type { LedgerLine, LineState, Record as LedgerRecord, Tone } from "../types";

/** The day the sample practice is as of. */
export const TODAY = "2026-11-22";

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function dayAfter(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A record as a line. */
export function lineOf(id: string, record: LedgerRecord): LedgerLine {
  const { on, title, state, tone } = shown(record);
  return { id, on, title, state, tone, record };
}

interface Shown {
  on: string;
  title: string;
  state: LineState;
  tone: Tone;
}

const HIGHEST = { csat: 5, nps: 10, ces: 7 } as const;

function shown(record: LedgerRecord): Shown {
  switch (record.kind) {
    case "deliverable":
      return { on: record.delivered_on ?? record.due_on, title: record.title, ...delivered(record) };
    case "check_in": {
      const high = HIGHEST[record.scale];
      return {
        on: record.on,
        title: record.words,
        state: {
          is: "rated",
          value: record.value,
          scale: record.scale.toUpperCase(),
          high,
          impression: record.said_by === "my_impression",
        },
        tone: record.value * 2 < high + 1 ? "bad" : "plain",
      };
    }
    case "obligation":
      return { on: record.due_on, title: record.title, ...kept(record.due_on, record.met_on) };
    case "invoice":
      return { on: record.due_on, title: record.number, ...paid(record.due_on, record.paid_on) };
    case "concession":
      return {
        on: record.on,
        title: record.what,
        state:
          record.amount !== null ? { is: "worth", ...record.amount } : { is: "minutes", minutes: record.minutes ?? 0 },
        tone: "plain",
      };
    case "incident":
      return { on: record.on, title: record.observed, state: { is: "incident", what: record.what }, tone: "warn" };
    case "complaint":
      return {
        on: record.on,
        title: record.words === "" ? record.theme : record.words,
        state:
          record.answered_on === null
            ? { is: "waiting", days: daysBetween(record.on, TODAY) }
            : { is: "answered", days: daysBetween(record.on, record.answered_on) },
        tone: record.answered_on === null ? "bad" : "plain",
      };
    case "engagement":
      return {
        on: record.agreed_on,
        title: record.title,
        state: {
          is: "agreement",
          renewal:
            record.term_ends_on === null
              ? { state: "open" }
              : {
                  state: "on",
                  ends_on: record.term_ends_on,
                  renews: record.renews_by_months !== null,
                  notice_by: record.notice === null ? null : dayAfter(record.term_ends_on, -62),
                  post_by: record.notice === null ? null : dayAfter(record.term_ends_on, -67),
                  passed: false,
                  following_end: null,
                },
        },
        tone: "plain",
      };
    case "enquiry":
      return {
        on: record.received_on,
        title: record.subject,
        state:
          record.answered_on === null
            ? { is: "waiting", days: daysBetween(record.received_on, TODAY) }
            : { is: "answered", days: daysBetween(record.received_on, record.answered_on) },
        tone: record.answered_on === null ? "warn" : "plain",
      };
    case "letter":
      return {
        on: record.written_on,
        title: record.letter_kind,
        state: { is: record.pdf_sha256 === null ? "draft" : "saved" },
        tone: record.pdf_sha256 === null ? "plain" : "good",
      };
    case "praise":
      return {
        on: record.on,
        title: record.words,
        state: { is: "praised", thanked: record.thanked_on !== null },
        tone: "good",
      };
    case "payment":
      return {
        on: record.on,
        title: record.reference,
        state: { is: "worth", ...record.amount },
        tone: "plain",
      };
    case "time_entry":
      return {
        on: record.on,
        title: record.what,
        state: { is: "worked", seconds: record.seconds, billable: record.billable },
        tone: "plain",
      };
    case "attention":
      return {
        on: record.on,
        title: record.what,
        state: { is: "minutes", minutes: record.minutes },
        tone: "plain",
      };
    case "conversation":
      return {
        on: record.on,
        title: [record.asked, record.explained, record.agreed, record.changed].find((words) => words !== "") ?? "",
        state: { is: "none" },
        tone: "plain",
      };
    case "request":
      return {
        on: record.on,
        title: record.what,
        state: { is: "requested", answer: record.answer },
        tone: record.answer === "open" ? "warn" : "plain",
      };
    case "decision":
      return {
        on: record.on,
        title: record.notes,
        state: { is: "decided", what: record.what, reason: record.reason },
        tone: "plain",
      };
    case "ending":
      return {
        on: record.on,
        title: record.words,
        state: { is: "ended_by", by: record.ended_by, reason: record.reason },
        tone: "plain",
      };
    case "document":
      return {
        on: record.on,
        title: record.title,
        state: { is: "document", inside: record.sha256 !== null },
        tone: "plain",
      };
    case "template":
      return {
        on: record.first_due_on ?? TODAY,
        title: record.title,
        state: { is: "recurs", every_months: record.every_months },
        tone: "plain",
      };
    case "referral_contact":
      return { on: TODAY, title: record.name, state: { is: "none" }, tone: "plain" };
    case "letter_template":
      return { on: TODAY, title: record.name, state: { is: "none" }, tone: "plain" };
    case "snooze":
      return { on: record.until, title: record.reason, state: { is: "none" }, tone: "plain" };
    case "improvement":
      return { on: record.from, title: record.what, state: { is: "none" }, tone: "plain" };
    case "check_in_request":
      return { on: record.on, title: record.person, state: { is: "none" }, tone: "plain" };
    case "fit_criterion":
    case "client":
      return { on: TODAY, title: record.name, state: { is: "none" }, tone: "plain" };
  }
}

function delivered(record: Extract<LedgerRecord, { kind: "deliverable" }>): { state: LineState; tone: Tone } {
  const early = record.delivered_on === null ? 0 : daysBetween(record.delivered_on, record.due_on);
  switch (record.outcome) {
    case "met":
      return { state: { is: "met", early: Math.max(0, early) }, tone: "good" };
    case "late":
      return { state: { is: "late", days: -early }, tone: "warn" };
    case "pending":
      return open(record.due_on);
    case "partial":
      return { state: { is: "partial" }, tone: "warn" };
    case "rejected":
      return { state: { is: "rejected" }, tone: "bad" };
    case "excused":
      return { state: { is: "excused" }, tone: "plain" };
  }
}

/** What has not come yet. */
function open(due: string): { state: LineState; tone: Tone } {
  const days = daysBetween(TODAY, due);
  return { state: { is: "due", days }, tone: days < 0 ? "warn" : "plain" };
}

function kept(due: string, met: string | null): { state: LineState; tone: Tone } {
  if (met === null) {
    return open(due);
  }
  const early = daysBetween(met, due);
  return early < 0
    ? { state: { is: "kept_late", days: -early }, tone: "warn" }
    : { state: { is: "kept", early }, tone: "good" };
}

function paid(due: string, on: string | null): { state: LineState; tone: Tone } {
  if (on === null) {
    return open(due);
  }
  const late = daysBetween(due, on);
  return late > 0 ? { state: { is: "paid_late", days: late }, tone: "warn" } : { state: { is: "paid" }, tone: "good" };
}
