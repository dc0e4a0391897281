// Records in memory: adding, editing, finding, many at once.
import { fields, type FieldSpec } from "../fields";
import { lineOf, TODAY } from "../sample/lines";
import type { FieldText, Found, Kind, LedgerLine, Record as LedgerRecord } from "../types";
import { fail, linesOf, ownerOf, put, takeOut, titleOf, type MemoryLedger, type Part } from "./ledger";

type Names =
  | "choices"
  | "recordAdd"
  | "recordEdit"
  | "recordRemove"
  | "recordDuplicate"
  | "recordsEdit"
  | "recordsRemove"
  | "recordLines"
  | "documentAdd"
  | "documentOpen"
  | "excuse"
  | "find";

/** What came of a record is not the next one's. */
const RESULTS: Readonly<Record_> = {
  delivered_on: null,
  outcome: "pending",
  acceptance: "unknown",
  waits_for: null,
  met_on: null,
  paid_on: null,
  answered_on: null,
  resolved_on: null,
  resolution: "",
  thanked_on: null,
  ended_on: null,
  answer: "open",
  from_memory: false,
  review_on: null,
};
const DATED = ["on", "received_on", "issued_on", "agreed_on"];

type Record_ = Record<string, unknown>;

export function recordsPart(ledger: MemoryLedger): Part<Names> {
  const add = (record: LedgerRecord) => {
    check(record);
    const id = ledger.fresh();
    const message = {
      key: "did_add",
      kind: record.kind,
      title: titleOf(id, record),
      client: ledger.nameOf(record),
    } as const;
    return ledger.change(message, id, (into) => {
      put(into, id, record);
    });
  };

  return {
    choices: () => ({
      clients: ledger.state.views
        .map((view) => ({
          id: view.id,
          name: view.client.name,
          status: view.client.status,
          currency: view.client.currency,
          engagements: view.engagements.map(({ id, title }) => ({ id, title })),
          deliverables: view.we_owed.flatMap(({ id, title, on, record }) =>
            record.kind === "deliverable" ? [{ id, title, on, outcome: record.outcome }] : [],
          ),
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      themes: ["report unclear", "late"],
      currency: ledger.state.profile.currency,
    }),
    recordAdd: add,
    recordEdit: (id, record) => {
      check(record);
      if (record.kind === "client") ledger.client(id);
      else ledger.line(id);
      const message = {
        key: "did_edit",
        kind: record.kind,
        title: titleOf(id, record),
        client: ledger.nameOf(record),
      } as const;
      return ledger.change(message, id, (into) => {
        put(into, id, record);
      });
    },
    recordRemove: (kind, id) => {
      const record = recordOf(ledger, kind, id);
      const message = { key: "did_remove", kind, title: titleOf(id, record), client: ledger.nameOf(record) } as const;
      return ledger.change(message, null, (from) => {
        takeOut(from, id);
      });
    },
    recordDuplicate: (kind, id) => {
      const record: Record_ = { ...recordOf(ledger, kind, id) };
      for (const [field, none] of Object.entries(RESULTS)) if (field in record) record[field] = none;
      for (const field of DATED) if (field in record) record[field] = TODAY;
      if (typeof record["due_on"] === "string" && record["due_on"] < TODAY) record["due_on"] = TODAY;
      if (kind === "client") record["sample"] = false;
      return record as unknown as LedgerRecord;
    },
    recordsEdit: (kind, ids, changes) => {
      if (ids.length === 0 || changes.length === 0) fail("invalid", "nothing is chosen to change");
      const changed = ids.map((id) => [id, withTexts(recordOf(ledger, kind, id), changes)] as const);
      return ledger.change({ key: "did_edit_many", kind, count: ids.length }, null, (into) => {
        for (const [id, record] of changed) put(into, id, record);
      });
    },
    recordsRemove: (kind, ids) => {
      if (ids.length === 0) fail("invalid", "nothing is chosen to remove");
      return ledger.change({ key: "did_remove_many", kind, count: ids.length }, null, (from) => {
        for (const id of ids) takeOut(from, id);
      });
    },
    recordLines: (kind) =>
      kind === "client"
        ? ledger.state.views.map((view) => lineOf(view.id, { kind: "client", ...view.client }))
        : ledger
            .lines()
            .filter((line) => line.record.kind === kind)
            .sort((a, b) => b.on.localeCompare(a.on)),
    documentAdd: ({ client, title, inside }) =>
      add({
        kind: "document",
        client,
        on: TODAY,
        title,
        file: "agreement.pdf",
        sha256: inside ? "0".repeat(64) : null,
        notes: "",
      }),
    documentOpen: (id) => {
      ledger.line(id);
    },
    excuse: (deliverable, obligation) => {
      const [what, owed] = [ledger.line(deliverable), ledger.line(obligation)];
      const { record } = what;
      if (record.kind !== "deliverable") return fail("invalid", "only a deliverable is excused");
      const message = {
        key: "did_excuse",
        title: what.title,
        owed: owed.title,
        client: ledger.nameOf(record),
      } as const;
      return ledger.change(message, deliverable, (into) => {
        put(into, deliverable, { ...record, outcome: "excused", waits_for: obligation });
      });
    },
    find: (text) => found(ledger, text.toLocaleLowerCase()),
  };
}

function check(record: LedgerRecord): void {
  if (record.kind === "client" && record.name.trim() === "") {
    fail("invalid", "a client needs a name", "Enter the name of the business or of the person");
  }
}

function recordOf(ledger: MemoryLedger, kind: Kind, id: string): LedgerRecord {
  return kind === "client" ? { kind, ...ledger.client(id).client } : ledger.line(id).record;
}

/** A record with other values in some fields. */
function withTexts(record: LedgerRecord, changes: readonly FieldText[]): LedgerRecord {
  const changed: Record_ = structuredClone({ ...record });
  for (const { key, text } of changes) {
    const spec = fields[record.kind].find((each) => each.key === key) ?? fail("invalid", `there is no field ${key}`);
    let place = changed;
    const parts = key.split(".");
    for (const part of parts.slice(0, -1)) place = place[part] as Record_;
    place[parts.at(-1) ?? key] = valueOf(spec, text.trim());
  }
  return changed as unknown as LedgerRecord;
}

function valueOf({ key, shape }: FieldSpec, text: string): unknown {
  const refuse = (mend: string): never => fail("invalid", `“${text}” is no value of ${key}: ${mend}`);
  switch (shape.is) {
    case "line":
    case "text":
      return text;
    case "words":
      return text === "" ? [] : text.split(",").map((word) => word.trim());
    case "lines":
      return text === "" ? [] : text.split("\n");
    case "yes_no":
      return text === "yes";
    default:
  }
  if (text === "") return null;
  switch (shape.is) {
    case "one_of":
      return shape.words.includes(text) ? text : refuse(`use ${shape.words.join(", ")}`);
    case "day":
      return /^\d{4}-\d\d-\d\d$/.test(text) ? text : refuse("write a day like 2026-02-28");
    case "whole":
    case "count":
      return /^\d+$/.test(text) ? Number(text) : refuse("write a whole number like 4");
    case "minutes":
    case "seconds": {
      const clock = /^(\d+):(\d\d)(?::(\d\d))?$/.exec(text) ?? refuse("write how long it took, like 1:30");
      const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
      return shape.is === "seconds" ? seconds : Math.ceil(seconds / 60);
    }
    case "amount": {
      const money = /^(\d+)(?:\.(\d\d))? ([A-Z]{3})$/.exec(text) ?? refuse("write an amount like 480.00 EUR");
      return { minor: Number(`${String(money[1])}${money[2] ?? "00"}`), currency: money[3] };
    }
    default:
      return text;
  }
}

function found(ledger: MemoryLedger, wanted: string): Found[] {
  const has = (words: string): boolean => words.toLocaleLowerCase().includes(wanted);
  const clients = ledger.state.views
    .filter((view) => has(view.client.name))
    .map((view): Found => {
      const { name } = view.client;
      return { kind: "client", id: view.id, client: view.id, client_name: name, title: name, snippet: "", on: null };
    });
  const lines = ledger.state.views.flatMap((view) =>
    linesOf(view)
      .filter((line) => has(line.title))
      .map((line) => foundLine(line, view.id, view.client.name)),
  );
  const free = ledger.state.free.filter((line) => has(line.title)).map((line) => foundLine(line, owner(line), ""));
  return [...clients, ...[...lines, ...free].sort((a, b) => (b.on ?? "").localeCompare(a.on ?? ""))].slice(0, 20);
}

const owner = ({ record }: LedgerLine): string | null => (record.kind === "client" ? null : ownerOf(record));

function foundLine({ id, title, on, record }: LedgerLine, client: string | null, client_name: string): Found {
  return { kind: record.kind, id, client, client_name, title, snippet: "", on };
}
