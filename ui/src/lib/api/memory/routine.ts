// Filling the ledger and keeping it filled, in memory: the Friday list, looking back, templates, the one question.
import { dayAfter, daysBetween, TODAY } from "../sample/lines";
import type {
  Client,
  ClientView,
  DueByTemplate,
  FridayAnswer,
  FridayItem,
  FridayRow,
  LookBack,
  RatingScale,
  Record as LedgerRecord,
} from "../types";
import { fail, linesOf, put, type MemoryLedger, type Part, type State } from "./ledger";

type Names = "templatesDue" | "templatesFill" | "lookBack" | "friday" | "fridayAnswer" | "question";
type Deliverable = Extract<LedgerRecord, { kind: "deliverable" }>;
type Obligation = Extract<LedgerRecord, { kind: "obligation" }>;

/** The list looks a week back and a week ahead; templates are offered two weeks ahead, and two months back. */
const WEEK_BACK = -6;
const WEEK_AHEAD = 7;
const TEMPLATE_AHEAD = 14;
const TEMPLATE_BACK = -62;

export function routinePart(ledger: MemoryLedger): Part<Names> {
  return {
    templatesDue: () => dueByTemplate(ledger),
    templatesFill: (picks) => {
      if (picks.length === 0) fail("invalid", "nothing was chosen");
      const due = dueByTemplate(ledger);
      const records = picks.map(
        (pick) =>
          due.find((each) => each.template === pick.template && each.due_on === pick.due_on)?.record ??
          fail("gone", "this template is no longer due"),
      );
      return ledger.change({ key: "did_fill_templates", count: records.length }, null, (into) => {
        for (const record of records) put(into, ledger.fresh(), record);
      });
    },
    friday: () => ({
      today: TODAY,
      since: dayAfter(TODAY, WEEK_BACK),
      rows: ledger.state.views
        .filter((view) => view.client.status === "active")
        .map(fridayRow)
        .sort((a, b) => (a.last_record ?? "").localeCompare(b.last_record ?? "") || a.name.localeCompare(b.name)),
    }),
    fridayAnswer: (answer) => {
      const records =
        answer.delivered.length + answer.met.length + Number(answer.heard !== null) + Number(answer.owes !== null);
      if (records === 0) return null;
      const client = ledger.client(answer.client).client.name;
      return ledger.change({ key: "did_friday", client, records }, null, (into) => {
        enterAnswer(ledger, into, answer);
      });
    },
    lookBack: (answers) => {
      const known = answers.client;
      const name = known === null ? answers.name.trim() : ledger.client(known).client.name;
      if (name === "") fail("invalid", "a client needs a name", "Enter the name of the business or of the person");
      if (known === null && ledger.state.views.some((view) => view.client.name === name)) {
        fail("invalid", `there is a client called ${name} already`, "Choose them from the list");
      }
      const client = known ?? ledger.fresh("client");
      const records = remembered(client, answers);
      if (records.length === 0 && known !== null) fail("invalid", "nothing was chosen");
      const count = records.length + Number(known === null);
      const done = ledger.change({ key: "did_look_back", client: name, records: count }, client, (into) => {
        if (known === null) put(into, client, { kind: "client", ...newClient(name, into.profile.currency) });
        for (const record of records) put(into, ledger.fresh(), record);
      });
      return { client, done, why: ledger.client(client).why };
    },
    question: (client, scale) => {
      const { contact, name, check_in_scale } = ledger.client(client).client;
      const asked = scale ?? check_in_scale;
      return {
        client,
        scale: asked,
        to: contact.email,
        subject: "One question",
        text: `Dear ${contact.given_name || name},\n\n${QUESTIONS[asked]}\n\nA number is enough.`,
      };
    },
  };
}

const QUESTIONS: Readonly<Record<RatingScale, string>> = {
  csat: "How satisfied are you with our work, from 1 (poor) to 5 (very good)?",
  nps: "Would you recommend us, from 0 (not at all) to 10 (surely)?",
  ces: "Was it easy to work with us, from 1 (hard) to 7 (easy)?",
};

/** What the templates make that is due and not recorded yet. */
export function dueByTemplate(ledger: MemoryLedger): DueByTemplate[] {
  const due = ledger.state.views.flatMap((view) =>
    view.templates.flatMap(({ id, record }): DueByTemplate[] => {
      if (record.kind !== "template" || record.first_due_on === null || record.what === "check_in") return [];
      return daysOf(record.first_due_on, record.every_months).flatMap((due_on) => {
        const title = titleOn(record.title, due_on);
        const there = linesOf(view).some(
          (line) => line.title === title && "due_on" in line.record && line.record.due_on === due_on,
        );
        const made =
          record.what === "deliverable"
            ? deliverable(view.id, title, due_on)
            : { ...obligation(view.id, title, due_on), what: record.obligation };
        return there ? [] : [{ template: id, client: view.id, client_name: view.client.name, due_on, record: made }];
      });
    }),
  );
  return due.sort((a, b) => a.due_on.localeCompare(b.due_on));
}

function daysOf(first: string, every: number | null): string[] {
  const days: string[] = [];
  for (let turn = 0; ; turn += 1) {
    const day = monthsAfter(first, turn * (every ?? 0));
    if (day > dayAfter(TODAY, TEMPLATE_AHEAD)) return days;
    if (day >= dayAfter(TODAY, TEMPLATE_BACK)) days.push(day);
    if (every === null || every <= 0) return days;
  }
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function titleOn(title: string, day: string): string {
  const month = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(new Date(day));
  return title.replaceAll("{month}", month).replaceAll("{year}", day.slice(0, 4));
}

function fridayRow(view: ClientView): FridayRow {
  const days = [...view.they_said, ...view.given_away, ...view.we_owed]
    .filter(({ record }) => record.kind !== "deliverable" || record.delivered_on !== null)
    .map(({ on }) => on)
    .filter((on) => on <= TODAY)
    .sort();
  const last = view.they_said.find(({ record }) => record.kind === "check_in")?.on ?? null;
  const every = view.client.check_in_every_days;
  const item = (id: string, kind: FridayItem["kind"], title: string, due_on: string): FridayItem[] => {
    const days_left = daysBetween(TODAY, due_on);
    return days_left <= WEEK_AHEAD ? [{ kind, id, title, due_on, days_left }] : [];
  };
  const byDay = (a: FridayItem, b: FridayItem): number => a.due_on.localeCompare(b.due_on);
  return {
    client: view.id,
    name: view.client.name,
    scale: view.client.check_in_scale,
    last_record: days.at(-1) ?? null,
    last_check_in: last,
    check_in_due: every !== null && (last === null || daysBetween(last, TODAY) >= every),
    we_owe: view.we_owed
      .flatMap(({ id, record }) =>
        record.kind === "deliverable" && record.outcome === "pending"
          ? item(id, "deliverable", record.title, record.due_on)
          : [],
      )
      .sort(byDay),
    they_owe: view.they_owed
      .flatMap(({ id, record }) =>
        record.kind === "obligation" && record.met_on === null
          ? item(id, "obligation", record.title, record.due_on)
          : [],
      )
      .sort(byDay),
    this_week: days.filter((day) => day >= dayAfter(TODAY, WEEK_BACK)).length,
  };
}

function enterAnswer(ledger: MemoryLedger, into: State, answer: FridayAnswer): void {
  const { client, heard, owes } = answer;
  for (const { id, on, outcome } of answer.delivered) {
    const { record } = ledger.line(id);
    if (record.kind === "deliverable") put(into, id, { ...record, delivered_on: on, outcome });
  }
  for (const { id, on } of answer.met) {
    const { record } = ledger.line(id);
    if (record.kind === "obligation") put(into, id, { ...record, met_on: on });
  }
  if (heard !== null) {
    put(into, ledger.fresh(), { kind: "check_in", client, ...heard, person: "", from_memory: false });
  }
  if (owes !== null) {
    put(into, ledger.fresh(), { ...obligation(client, owes.title, owes.due_on), what: owes.what });
  }
}

function remembered(client: string, answers: LookBack): LedgerRecord[] {
  const from_memory = true;
  const agreement: LedgerRecord[] =
    answers.since === null
      ? []
      : [
          {
            kind: "engagement",
            client,
            title: answers.agreement.trim() || "Working together",
            agreed_on: answers.since,
            success: "",
            starts_on: null,
            term_ends_on: null,
            renews_by_months: null,
            notice: null,
            notice_form: "letter",
            notice_counts: "received_by",
            ended_on: null,
            fee_model: "unknown",
            rate: null,
            budget_minutes: null,
            from_memory,
          },
        ];
  return [
    ...agreement,
    ...answers.delivered.map((told) => ({ ...deliverable(client, told.title, told.due_on), ...told, from_memory })),
    ...answers.said.map(({ on, scale, value, words }): LedgerRecord => ({
      kind: "check_in",
      client,
      on,
      scale,
      value,
      words,
      said_by: "them",
      deliverable: null,
      person: "",
      from_memory,
    })),
    ...answers.owed.map((told) => ({ ...obligation(client, told.title, told.due_on), ...told, from_memory })),
    ...answers.given.map((told): LedgerRecord => ({
      kind: "concession",
      client,
      ...told,
      reason: "",
      engagement: null,
      initiative: "unknown",
      from_memory,
    })),
  ];
}

function deliverable(client: string, title: string, due_on: string): Deliverable {
  return {
    kind: "deliverable",
    client,
    engagement: null,
    title,
    due_on,
    delivered_on: null,
    outcome: "pending",
    notes: "",
    scope: "agreed",
    acceptance: "unknown",
    waits_for: null,
    from_memory: false,
  };
}

function obligation(client: string, title: string, due_on: string): Obligation {
  return {
    kind: "obligation",
    client,
    engagement: null,
    what: "feedback",
    title,
    due_on,
    met_on: null,
    notes: "",
    from_memory: false,
  };
}

function newClient(name: string, currency: string): Client {
  return {
    name,
    status: "active",
    contact: { salutation: "", given_name: "", family_name: "", email: "", phone: "", role: "" },
    address: [],
    country: "",
    language: "en-GB",
    currency,
    notes: "",
    sample: false,
    people: [],
    tags: [],
    website: "",
    check_in_every_days: null,
    check_in_scale: "csat",
  };
}
