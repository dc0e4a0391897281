// One client's book, filled with a word a record.
import type {
  Client,
  ClientStatus,
  ClientView,
  IncidentKind,
  LedgerLine,
  ObligationKind,
  Outcome,
  Record as LedgerRecord,
  Renewal,
} from "../types";
import { lineOf, TODAY } from "./lines";

/** The list of a client's page that a record belongs to. */
export type Side = "we_owed" | "they_said" | "they_owed" | "given_away" | "engagements" | "enquiries" | "letters";

export const sideOf: Record<Exclude<LedgerRecord["kind"], "client">, Side> = {
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
};

/** Puts a line into the list it belongs to, latest first. */
export function enter(view: ClientView, line: LedgerLine): void {
  if (line.record.kind !== "client") {
    const side = sideOf[line.record.kind];
    view[side] = [...view[side].filter((other) => other.id !== line.id), line].sort((a, b) => b.on.localeCompare(a.on));
  }
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
    },
    why: null,
    we_owed: [],
    they_said: [],
    they_owed: [],
    given_away: [],
    engagements: [],
    enquiries: [],
    letters: [],
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
      },
      address: ["4 Foundry Lane", "Leeds LS1 5QS"],
      country: "GB",
      language: "en-GB",
      currency: "EUR",
      notes: "",
      sample: true,
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
    });
  }

  complained(on: string, theme: string, words: string, answered_on: string | null): this {
    return this.#line({ kind: "complaint", client: this.view.id, on, theme, words, answered_on, resolved_on: null });
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
    });
  }

  incident(on: string, what: IncidentKind, observed: string): this {
    return this.#line({ kind: "incident", client: this.view.id, on, what, observed, other_reading: "" });
  }

  asked(received_on: string, subject: string, words: string, answered_on: string | null): this {
    return this.#line({ kind: "enquiry", client: this.view.id, received_on, subject, words, answered_on });
  }
}
