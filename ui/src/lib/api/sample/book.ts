// One client's book, filled with a word a record.
import type {
  Client,
  ClientStatus,
  ClientView,
  ExcuseProposal,
  IncidentKind,
  LedgerLine,
  ObligationKind,
  Outcome,
  Record as LedgerRecord,
  Renewal,
} from "../types";
import { alertsOf } from "./alerts";
import { daysBetween, lineOf, TODAY } from "./lines";

/** The list of a client's page that a record belongs to. */
export type Side =
  | "we_owed"
  | "they_said"
  | "they_owed"
  | "given_away"
  | "engagements"
  | "enquiries"
  | "letters"
  | "requests"
  | "talked"
  | "decided"
  | "work"
  | "documents"
  | "templates";

/** A record that stands on a client's page. */
type Shown = Exclude<LedgerRecord, { kind: "client" | "snooze" | NobodysKind }>;

/** The kinds of records that belong to no client. */
const NOBODYS = ["referral_contact", "letter_template", "improvement", "fit_criterion"] as const;

type NobodysKind = (typeof NOBODYS)[number];

/** Whether a record is nobody's. */
export function isNobodys(record: LedgerRecord): record is Extract<LedgerRecord, { kind: NobodysKind }> {
  return (NOBODYS as readonly string[]).includes(record.kind);
}

export const sideOf: Record<Shown["kind"], Side> = {
  deliverable: "we_owed",
  check_in: "they_said",
  complaint: "they_said",
  obligation: "they_owed",
  invoice: "they_owed",
  concession: "given_away",
  incident: "given_away",
  engagement: "engagements",
  enquiry: "enquiries",
  letter: "letters",
  praise: "they_said",
  payment: "they_owed",
  time_entry: "work",
  attention: "work",
  conversation: "talked",
  request: "requests",
  decision: "decided",
  ending: "decided",
  document: "documents",
  template: "templates",
  check_in_request: "talked",
};

/** Puts a line into the list it belongs to, latest first. */
export function enter(view: ClientView, line: LedgerLine): void {
  const { record } = line;
  if (record.kind !== "client" && record.kind !== "snooze" && !isNobodys(record)) {
    const side = sideOf[record.kind];
    view[side] = [...view[side].filter((other) => other.id !== line.id), line].sort((a, b) => b.on.localeCompare(a.on));
    view.work_count = view.work.length;
    view.they_owed = settled(view.they_owed);
    view.proposals = proposalsOf(view);
    view.alerts = alertsOf(view);
  }
}

/** Invoices say what is still open of them, and payments which invoice they pay. */
function settled(lines: LedgerLine[]): LedgerLine[] {
  const payments = lines.flatMap(({ record }) => (record.kind === "payment" ? [record] : []));
  return lines.map((line): LedgerLine => {
    const { record } = line;
    if (record.kind === "payment") {
      const invoice = lines.find((other) => other.id === record.invoice);
      return { ...line, title: invoice?.record.kind === "invoice" ? invoice.record.number : "" };
    }
    const paid = payments.filter((payment) => payment.invoice === line.id);
    if (record.kind !== "invoice" || record.paid_on !== null || paid.length === 0) {
      return line;
    }
    const open = record.amount.minor - paid.reduce((sum, payment) => sum + payment.amount.minor, 0);
    if (open <= 0) {
      const last = paid.map((payment) => payment.on).sort()[paid.length - 1] ?? TODAY;
      const { state, tone } = lineOf(line.id, { ...record, paid_on: last });
      return { ...line, state, tone };
    }
    const days = daysBetween(TODAY, record.due_on);
    const { currency } = record.amount;
    return { ...line, state: { is: "partly_paid", open, currency, days }, tone: days < 0 ? "bad" : "plain" };
  });
}

/** Late deliverables that seem to have waited for something that came late as well. */
function proposalsOf(view: ClientView): ExcuseProposal[] {
  const owed = view.they_owed.flatMap(({ id, record }) => (record.kind === "obligation" ? [{ id, ...record }] : []));
  return view.we_owed.flatMap(({ id, record }) => {
    if (record.kind !== "deliverable" || record.outcome !== "late" || record.waits_for !== null) return [];
    const cause = owed.find(
      ({ due_on, met_on }) =>
        due_on < record.due_on && daysBetween(due_on, record.due_on) <= 30 && (met_on === null || met_on > due_on),
    );
    return cause === undefined
      ? []
      : [
          {
            deliverable: id,
            title: record.title,
            due_on: record.due_on,
            delivered_on: record.delivered_on,
            obligation: cause.id,
            owed: cause.title,
            owed_by: cause.due_on,
            came_on: cause.met_on,
          },
        ];
  });
}

export function emptyView(id: string, client: Client): ClientView {
  return {
    today: TODAY,
    id,
    client,
    row: {
      id,
      name: client.name,
      status: client.status,
      verdict: client.status === "prospect" ? null : "not_enough_evidence",
      one_way_too: false,
      met: 0,
      counted: 0,
      satisfaction: null,
      check_ins: 0,
      trend: "steady",
      kept: 0,
      owed: 0,
      concessions: 0,
      days_beyond_terms: null,
      renewal: { state: "none" },
      sample: client.sample,
      tags: client.tags,
    },
    why: null,
    we_owed: [],
    they_said: [],
    they_owed: [],
    given_away: [],
    engagements: [],
    enquiries: [],
    letters: [],
    requests: [],
    talked: [],
    decided: [],
    work: [],
    work_count: 0,
    documents: [],
    templates: [],
    proposals: [],
    alerts: [],
    letter_kinds: client.status === "prospect" ? ["prospect_decline"] : ["renewal_refusal"],
  };
}

export class Book {
  readonly view: ClientView;
  #count = 0;

  constructor(id: string, name: string, given: string, family: string, status: ClientStatus = "active") {
    this.view = emptyView(id, {
      name,
      status,
      contact: {
        salutation: "Ms",
        given_name: given,
        family_name: family,
        email: `${given.toLowerCase()}@example.org`,
        phone: "",
        role: "",
      },
      address: ["4 Foundry Lane", "Leeds LS1 5QS"],
      country: "GB",
      language: "en-GB",
      currency: "EUR",
      notes: "",
      sample: true,
      people: [],
      tags: [],
      website: "",
      check_in_every_days: null,
      check_in_scale: "csat",
    });
  }

  #line(record: LedgerRecord): this {
    enter(this.view, lineOf(`${this.view.id}-${++this.#count}`, record));
    return this;
  }

  agreement(title: string, agreed_on: string, term_ends_on: string | null, renewal: Renewal): this {
    this.view.row.renewal = renewal;
    return this.#line({
      kind: "engagement",
      client: this.view.id,
      title,
      agreed_on,
      success: "Reports that the board reads to the end",
      starts_on: null,
      term_ends_on,
      renews_by_months: term_ends_on === null ? null : 12,
      notice: term_ends_on === null ? null : { count: 2, unit: "months" },
      notice_form: "letter",
      notice_counts: "received_by",
      ended_on: null,
      fee_model: "unknown",
      rate: null,
      budget_minutes: null,
      from_memory: false,
    });
  }

  delivered(title: string, due_on: string, delivered_on: string | null, outcome: Outcome = "met"): this {
    return this.#line({
      kind: "deliverable",
      client: this.view.id,
      engagement: null,
      title,
      due_on,
      delivered_on,
      outcome,
      notes: "",
      scope: "agreed",
      acceptance: "unknown",
      waits_for: null,
      from_memory: false,
    });
  }

  said(on: string, value: number, words: string): this {
    return this.#checkIn(on, value, words, "them");
  }

  felt(on: string, value: number, words: string): this {
    return this.#checkIn(on, value, words, "my_impression");
  }

  #checkIn(on: string, value: number, words: string, said_by: "them" | "my_impression"): this {
    return this.#line({
      kind: "check_in",
      client: this.view.id,
      on,
      scale: "csat",
      value,
      said_by,
      deliverable: null,
      words,
      person: "",
      from_memory: false,
    });
  }

  complained(on: string, theme: string, words: string, answered_on: string | null): this {
    return this.#line({
      kind: "complaint",
      client: this.view.id,
      on,
      theme,
      words,
      answered_on,
      resolved_on: null,
      cause: "unknown",
      resolution: "",
    });
  }

  owed(what: ObligationKind, title: string, due_on: string, met_on: string | null): this {
    return this.#line({
      kind: "obligation",
      client: this.view.id,
      engagement: null,
      what,
      title,
      due_on,
      met_on,
      notes: "",
      from_memory: false,
    });
  }

  invoiced(number: string, euros: number, due_on: string, paid_on: string | null): this {
    return this.#line({
      kind: "invoice",
      client: this.view.id,
      number,
      issued_on: due_on,
      amount: { minor: euros * 100, currency: "EUR" },
      due_on,
      paid_on,
      engagement: null,
      notes: "",
    });
  }

  discount(on: string, what: string, euros: number): this {
    return this.#line({
      kind: "concession",
      client: this.view.id,
      on,
      what,
      amount: { minor: euros * 100, currency: "EUR" },
      minutes: null,
      reason: "",
      engagement: null,
      initiative: "unknown",
      from_memory: false,
    });
  }

  freeWork(on: string, what: string, hours: number): this {
    return this.#line({
      kind: "concession",
      client: this.view.id,
      on,
      what,
      amount: null,
      minutes: hours * 60,
      reason: "",
      engagement: null,
      initiative: "unknown",
      from_memory: false,
    });
  }

  incident(on: string, what: IncidentKind, observed: string): this {
    return this.#line({
      kind: "incident",
      client: this.view.id,
      on,
      what,
      observed,
      other_reading: "",
      review_on: null,
    });
  }

  /** Any other record of theirs. */
  also(record: LedgerRecord): this {
    return this.#line(record);
  }

  /** A part of an invoice came in. */
  paidInPart(number: string, on: string, euros: number): this {
    const line = this.view.they_owed.find(({ record }) => record.kind === "invoice" && record.number === number);
    const invoice = line?.id ?? "";
    return this.#line({
      kind: "payment",
      client: this.view.id,
      invoice,
      on,
      amount: { minor: euros * 100, currency: "EUR" },
      reference: "",
    });
  }

  /** Facts beyond the name and the address. */
  known(facts: Partial<Client>): this {
    Object.assign(this.view.client, facts);
    if (facts.tags !== undefined) this.view.row.tags = facts.tags;
    return this;
  }

  asked(received_on: string, subject: string, words: string, answered_on: string | null): this {
    return this.#line({ kind: "enquiry", client: this.view.id, received_on, subject, words, answered_on, fit: [] });
  }
}
