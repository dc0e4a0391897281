// What a practice in memory keeps, and how it changes: every change is a step that can be taken back. The parts of the
// interface in the files beside this one all work on it.
import type { Api } from "../api";
import { emptyView, enter, isNobodys } from "../sample/book";
import { emptyProfile } from "../sample/letter";
import { lineOf } from "../sample/lines";
import type {
  ClientId,
  ClientView,
  Done,
  ErrorCode,
  LedgerLine,
  Message,
  Profile,
  Record as LedgerRecord,
} from "../types";

export interface State {
  views: ClientView[];
  /** Records that stand on no client's page: referral contacts, templates for anybody, what is put off. */
  free: LedgerLine[];
  profile: Profile;
}

export interface Step {
  before: State;
  after: State;
  message: Message;
}

/** A ledger as it stood once: what it held, and what had been done. */
export interface Copy {
  state: State;
  done: Step[];
  undone: Step[];
}

/** A part of the interface, answered at once; `memoryApi` answers later, as the window does. */
export type Part<Names extends keyof Api> = {
  [Name in Names]: (...args: Parameters<Api[Name]>) => Awaited<ReturnType<Api[Name]>>;
};

/** Fails as the practice does: the window's errors come as plain objects too. */
export function fail(code: ErrorCode, message: string, hint = ""): never {
  throw { code, message, hint };
}

/** The lists of a client's page that hold records. */
export const LISTS = [
  "we_owed",
  "they_said",
  "they_owed",
  "given_away",
  "engagements",
  "enquiries",
  "letters",
  "requests",
  "talked",
  "decided",
  "work",
  "documents",
  "templates",
] as const;

export const linesOf = (view: ClientView): LedgerLine[] => LISTS.flatMap((list) => view[list]);

export class MemoryLedger {
  state: State;
  /** It is damaged: it can be looked at, and nothing can be recorded. */
  readOnly = false;
  readonly done: Step[] = [];
  undone: Step[] = [];
  #next = 1;

  constructor(views: ClientView[]) {
    this.state = { views, free: [], profile: emptyProfile };
  }

  /** An id that no record has yet. */
  fresh(prefix = "new"): string {
    return `${prefix}-${String(this.#next++)}`;
  }

  client(id: string): ClientView {
    return this.state.views.find((view) => view.id === id) ?? fail("gone", "this client is no longer in the ledger");
  }

  /** A record as a line, wherever it stands. */
  line(id: string): LedgerLine {
    return this.lines().find((line) => line.id === id) ?? fail("gone", "this record is no longer in the ledger");
  }

  /** All records but the clients themselves. */
  lines(): LedgerLine[] {
    return [...this.state.views.flatMap(linesOf), ...this.state.free];
  }

  /** Changes what is kept, as one step. */
  change(message: Message, id: string | null, alter: (state: State) => void): Done {
    this.#writable();
    const before = this.state;
    this.state = structuredClone(before);
    alter(this.state);
    this.done.push({ before, after: this.state, message });
    this.undone = [];
    return { id, message };
  }

  undo(): Message | null {
    this.#writable();
    const step = this.done.pop();
    if (step === undefined) return null;
    this.undone.push(step);
    this.state = step.before;
    return step.message;
  }

  redo(): Message | null {
    this.#writable();
    const step = this.undone.pop();
    if (step === undefined) return null;
    this.done.push(step);
    this.state = step.after;
    return step.message;
  }

  copy(): Copy {
    return { state: this.state, done: [...this.done], undone: [...this.undone] };
  }

  /** Becomes what a copy is. */
  become(copy: Copy): void {
    this.state = structuredClone(copy.state);
    this.done.splice(0, this.done.length, ...copy.done);
    this.undone = [...copy.undone];
  }

  #writable(): void {
    if (this.readOnly) {
      fail("read_only", "the ledger is damaged and open to be read only", "Restore a backup to record again");
    }
  }

  nameOfClient(id: ClientId): string {
    return this.client(id).client.name;
  }

  /** The name of the client whose record it is; empty where it is nobody's. */
  nameOf(record: LedgerRecord): string {
    if (record.kind === "client") return record.name;
    const id = ownerOf(record);
    return id === null ? "" : this.client(id).client.name;
  }
}

/** Whose record it is. */
export function ownerOf(record: Exclude<LedgerRecord, { kind: "client" }>): ClientId | null {
  return isNobodys(record) ? null : record.client;
}

/** What names a record in what was done. */
export function titleOf(id: string, record: LedgerRecord): string {
  switch (record.kind) {
    case "client":
      return record.name;
    case "check_in":
      return `${record.scale.toUpperCase()} ${String(record.value)}`;
    default:
      return lineOf(id, record).title;
  }
}

/** Puts a record where it belongs, in place of what had its id. */
export function put(into: State, id: string, record: LedgerRecord): void {
  if (record.kind === "client") {
    const known = into.views.find((view) => view.id === id);
    if (known) {
      known.client = record;
      Object.assign(known.row, { name: record.name, status: record.status, tags: record.tags });
    } else {
      into.views.push(emptyView(id, record));
    }
    return;
  }
  takeOut(into, id);
  const owner = ownerOf(record);
  const view = into.views.find((other) => other.id === owner);
  if (view && record.kind !== "snooze") enter(view, lineOf(id, record));
  else if (view || owner === null) into.free = [...into.free, lineOf(id, record)];
}

/** Takes a record out, a client with all that is theirs. */
export function takeOut(from: State, id: string): void {
  from.views = from.views.filter((view) => view.id !== id);
  from.free = from.free.filter((line) => line.id !== id);
  for (const view of from.views) {
    for (const list of LISTS) view[list] = view[list].filter((line) => line.id !== id);
  }
}
