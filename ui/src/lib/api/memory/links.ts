// Records of a practice in memory, as links that lead to them.
import type { ClientView, Kind, LedgerLine, Record as LedgerRecord, RecordLink } from "../types";
import { linesOf, type MemoryLedger } from "./ledger";

export type RecordOf<K extends Kind> = Extract<LedgerRecord, { kind: K }>;

/** A record of a kind, its line, and whose it is. */
export interface Kept<K extends Kind> {
  id: string;
  record: RecordOf<K>;
  line: LedgerLine;
  view: ClientView;
}

/** The link to a line of a client's page. */
export function linkTo(view: ClientView, line: LedgerLine): RecordLink {
  return {
    kind: line.record.kind,
    id: line.id,
    client: view.id,
    client_name: view.client.name,
    on: line.on,
    title: line.title,
    state: line.state,
  };
}

export const linkOf = ({ view, line }: Pick<Kept<Kind>, "view" | "line">): RecordLink => linkTo(view, line);

/** A client's records of a kind, latest first. */
export function theirs<K extends Kind>(view: ClientView, kind: K): Kept<K>[] {
  return linesOf(view)
    .filter((line): line is LedgerLine & { record: RecordOf<K> } => line.record.kind === kind)
    .map((line) => ({ id: line.id, record: line.record, line, view }));
}

/** Everybody's records of a kind. */
export function everybodys<K extends Kind>(ledger: MemoryLedger, kind: K): Kept<K>[] {
  return ledger.state.views.flatMap((view) => theirs(view, kind));
}

/** Records of a kind that belong to nobody. */
export function nobodys<K extends Kind>(ledger: MemoryLedger, kind: K): { id: string; record: RecordOf<K> }[] {
  return ledger.state.free.flatMap(({ id, record }) =>
    record.kind === kind ? [{ id, record: record as RecordOf<K> }] : [],
  );
}

/** What has the same key, together, in the order in which it comes. */
export function grouped<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups];
}

/** A record's facts, without its kind. */
export function bare<R extends { kind: string }>(record: R): Omit<R, "kind"> {
  const { kind, ...facts } = record;
  void kind;
  return facts;
}

/** The oldest day first. */
export const byDay = (one: { on: string }, other: { on: string }): number => one.on.localeCompare(other.on);

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
