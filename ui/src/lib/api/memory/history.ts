// What was done in memory, and taking one step back alone.
import { say } from "../../words";
import { lineOf } from "../sample/lines";
import type { HistoryChange, HistoryLine, HistoryRecord, Record as LedgerRecord } from "../types";
import { fail, linesOf, ownerOf, put, takeOut, titleOf, type MemoryLedger, type Part, type State } from "./ledger";

type Step = MemoryLedger["done"][number];

/** Of a step, so many records are named. */
const NAMED = 20;
const PAGE = 50;
const MINUTE = 60_000;
const FIRST = Date.parse("2026-11-22T08:00:00Z");

export function historyPart(ledger: MemoryLedger): Part<"history" | "historyTakeBack" | "historyRestore"> {
  /** Steps that took an older one back: the older one is back as long as the newer one stands. */
  const takenBackBy = new Map<Step, Step>();
  const steps = (): Step[] => [...ledger.done, ...[...ledger.undone].reverse()];
  const isTakenBack = (step: Step): boolean =>
    ledger.undone.includes(step) ||
    [...takenBackBy].some(([newer, older]) => older === step && ledger.done.includes(newer));
  const stepOf = (seq: number): Step => steps()[seq - 1] ?? fail("gone", "this step is no longer in the history");

  return {
    history: (of, before) => {
      const lines = steps()
        .map((step, place) => lineOfStep(ledger, step, place + 1, isTakenBack(step)))
        .filter((_, place) => of.of !== "client" || touchesClient(steps()[place], of.client))
        .filter(({ records }) => of.of !== "record" || records.some(({ kind, id }) => kind === of.kind && id === of.id))
        .filter(({ seq }) => before === null || seq < before)
        .reverse();
      return { entries: lines.slice(0, PAGE), more: lines.length > PAGE };
    },
    historyTakeBack: (seq) => {
      const step = stepOf(seq);
      if (isTakenBack(step)) fail("invalid", "this step was taken back already");
      const touched = changesOf(step);
      const later = ledger.done
        .slice(ledger.done.indexOf(step) + 1)
        .filter((other) => [...changesOf(other).keys()].some((id) => touched.has(id)));
      if (later.length > 0) {
        const names = later.map((other) => `“${say(other.message)}”`).join(", ");
        fail("invalid", `later steps stand in the way: ${names}`, "Take those back first, the latest first");
      }
      const done = ledger.change({ key: "did_take_back", step: step.message }, null, (into) => {
        for (const [id, { before }] of touched) {
          if (before === undefined) takeOut(into, id);
          else put(into, id, before);
        }
      });
      const newest = ledger.done.at(-1);
      if (newest !== undefined) takenBackBy.set(newest, step);
      return done;
    },
    historyRestore: (seq, _kind, id) => {
      const before = changesOf(stepOf(seq)).get(id)?.before;
      if (before === undefined) return fail("gone", "this record was not there before that step");
      const message = {
        key: "did_restore",
        kind: before.kind,
        title: titleOf(id, before),
        client: before.kind === "client" ? before.name : ledger.nameOf(before),
      } as const;
      return ledger.change(message, id, (into) => {
        put(into, id, before);
      });
    },
  };
}

interface Changed {
  before: LedgerRecord | undefined;
  after: LedgerRecord | undefined;
}

/** The records that a step touched, as they stood before and after it. */
function changesOf(step: Step): Map<string, Changed> {
  const [before, after] = [recordsOf(step.before), recordsOf(step.after)];
  const changed = new Map<string, Changed>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const change = { before: before.get(id), after: after.get(id) };
    if (JSON.stringify(change.before) !== JSON.stringify(change.after)) changed.set(id, change);
  }
  return changed;
}

function recordsOf(state: State): Map<string, LedgerRecord> {
  const clients = state.views.map((view): [string, LedgerRecord] => [view.id, { kind: "client", ...view.client }]);
  const lines = [...state.views.flatMap(linesOf), ...state.free];
  return new Map([...clients, ...lines.map(({ id, record }): [string, LedgerRecord] => [id, record])]);
}

function touchesClient(step: Step | undefined, client: string): boolean {
  const changes = step === undefined ? [] : [...changesOf(step)];
  return changes.some(([id, { before, after }]) => {
    const record = after ?? before;
    return id === client || (record !== undefined && record.kind !== "client" && ownerOf(record) === client);
  });
}

function lineOfStep(ledger: MemoryLedger, step: Step, seq: number, taken_back: boolean): HistoryLine {
  const touched = [...changesOf(step)];
  const now = recordsOf(ledger.state);
  const records = touched.slice(0, NAMED).flatMap(([id, { before, after }]): HistoryRecord[] => {
    const record = after ?? before;
    if (record === undefined) return [];
    const change: HistoryChange = before === undefined ? "added" : after === undefined ? "removed" : "changed";
    const restorable = before !== undefined && JSON.stringify(now.get(id)) !== JSON.stringify(before);
    return [{ kind: record.kind, id, change, title: lineOf(id, record).title, restorable }];
  });
  return {
    seq,
    at: new Date(FIRST + seq * MINUTE).toISOString(),
    message: step.message,
    taken_back,
    records,
    touched: touched.length,
    fixed: step.message.key === "did_save_pdf",
  };
}
