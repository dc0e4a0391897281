import { SvelteMap } from "svelte/reactivity";
import { type Api, asWireError } from "../../lib/api/api";
import type { FridayItem, FridayRow, Steps, WireError } from "../../lib/api/types";
import { fridayWords as words } from "../../lib/words/friday";
import { afterDigit } from "../record/model/scale";
import {
  answerOf,
  type Draft,
  emptyDraft,
  isEmpty,
  movedDay,
  nextOutcome,
  OBLIGATIONS,
  settled,
  told,
} from "./model/draft";

/** What the keys are about: the row as a whole, or one of the four things it can say. */
export type Mode = "row" | "delivered" | "heard" | "owes" | "came";

/** A field that a key leads to. */
export type Field = "words" | "title";

/** A row that was gone through. */
export interface Answered {
  client: string;
  name: string;
  /** What was recorded; nothing where there was nothing new. */
  told: string[];
}

/** The list of a Friday: where one is, what was entered, what was recorded. It knows the keys, and no element. */
export class FridayDesk {
  rows = $state.raw<readonly FridayRow[]>([]);
  at = $state(0);
  mode = $state<Mode>("row");
  draft = $state<Draft>(emptyDraft());
  /** The thing that the arrows and D change. */
  item = $state<string | null>(null);
  answered = $state.raw<readonly Answered[]>([]);
  /** What the row answers: a hint, or what is missing. */
  notice = $state("");
  error = $state.raw<WireError | null>(null);
  loaded = $state(false);
  finished = $state(false);
  /** What was entered in rows that one left by the arrows. */
  readonly #left = new SvelteMap<string, Draft>();
  readonly #api: Api;
  readonly today: string;
  #busy = false;

  constructor(api: Api, today: string) {
    this.#api = api;
    this.today = today;
  }

  get row(): FridayRow | undefined {
    return this.rows[this.at];
  }

  /** How many rows were gone through. */
  get done(): number {
    return this.rows.filter(({ client }) => this.answerFor(client) !== undefined).length;
  }

  answerFor(client: string): Answered | undefined {
    return this.answered.find((each) => each.client === client);
  }

  isLeft(client: string): boolean {
    return this.#left.has(client) && client !== this.row?.client;
  }

  get empty(): boolean {
    return isEmpty(this.draft);
  }

  /** Reads the rows; those known already keep their places. `steps` tells what was taken back elsewhere. */
  async read(steps: Steps): Promise<void> {
    try {
      const { rows } = await this.#api.friday();
      const known = this.rows.map(({ client }) => client);
      const place = ({ client }: FridayRow): number => (known.includes(client) ? known.indexOf(client) : known.length);
      this.rows = [...rows].sort((a, b) => place(a) - place(b));
      this.loaded = true;
      this.#reconcile(steps);
    } catch (thrown) {
      this.error = asWireError(thrown);
    }
  }

  /** What a key does; `null` where it is none of the list's. A field is named where the key leads into it. */
  key(name: string): Field | "done" | null {
    const { row } = this;
    if (row === undefined || this.finished) return null;
    this.notice = "";
    if (/^\d$/.test(name)) return this.#digit(row, Number(name));
    switch (name.toLowerCase()) {
      case "d":
        this.#deliver(row);
        return "done";
      case "m":
        this.#came(row);
        return "done";
      case "h":
        this.#hear();
        return "done";
      case "o":
        this.mode = "owes";
        this.draft.owes ??= { what: null, title: "", due: "" };
        return "done";
      case "i":
        if (this.mode !== "heard" || this.draft.heard === null) return null;
        this.draft.heard.impression = !this.draft.heard.impression;
        return "done";
      case "w":
        if (this.mode !== "heard") return this.mode === "owes" ? "title" : null;
        return "words";
      case "arrowleft":
      case "arrowright":
        return this.#moveDay(name === "ArrowLeft" ? -1 : 1);
      case "arrowup":
      case "arrowdown":
        this.go((this.at + (name === "ArrowUp" ? -1 : 1) + this.rows.length) % this.rows.length);
        return "done";
      default:
        return null;
    }
  }

  /** One step back: out of what is being entered, then what was entered, then `false`: the list is left. */
  back(): boolean {
    if (this.mode !== "row") {
      if (this.mode === "heard") this.draft.heard = null;
      if (this.mode === "owes") this.draft.owes = null;
      if (this.mode === "delivered") this.draft.delivered = [];
      if (this.mode === "came") this.draft.came = [];
      this.#begin();
      return true;
    }
    if (this.empty) return false;
    this.draft = emptyDraft();
    return true;
  }

  /** Goes to a row; what was entered in this one is kept for later. */
  go(at: number): void {
    const { row } = this;
    if (row !== undefined) {
      if (this.empty) this.#left.delete(row.client);
      else this.#left.set(row.client, $state.snapshot(this.draft) as Draft);
    }
    this.at = at;
    this.finished = false;
    this.draft = this.#left.get(this.row?.client ?? "") ?? emptyDraft();
    this.#begin();
  }

  /** Saves the row and goes on to the next. Whether something was recorded. */
  async save(): Promise<boolean> {
    const { row } = this;
    if (row === undefined || this.#busy) return false;
    const answer = answerOf(row, $state.snapshot(this.draft) as Draft, this.today);
    if (typeof answer === "string") {
      this.notice = answer;
      return false;
    }
    this.#busy = true;
    try {
      // A row without anything is answered at once, so that Enter may be pressed as fast as one likes.
      const recorded = !this.empty && (await this.#api.fridayAnswer(answer)) !== null;
      const said = recorded ? told(row, answer) : [];
      const before = this.answerFor(row.client)?.told ?? [];
      this.answered = [
        ...this.answered.filter(({ client }) => client !== row.client),
        { client: row.client, name: row.name, told: [...before, ...said] },
      ];
      this.rows = this.rows.map((each) => (each.client === row.client ? settled(each, answer) : each));
      this.draft = emptyDraft();
      this.error = null;
      this.#next();
      return recorded;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** The row that was gone through last. */
  get last(): Answered | undefined {
    return this.answered.at(-1);
  }

  /** Opens a row again that had nothing new: there is nothing in the ledger to take back. */
  reopen(client: string): void {
    this.answered = this.answered.filter((each) => each.client !== client);
    const at = this.rows.findIndex((each) => each.client === client);
    if (at >= 0) this.go(at);
  }

  #next(): void {
    const open = (from: number, to: number): number =>
      this.rows.findIndex(({ client }, place) => place >= from && place < to && this.answerFor(client) === undefined);
    const after = open(this.at + 1, this.rows.length);
    const next = after >= 0 ? after : open(0, this.at);
    if (next < 0) {
      this.#left.delete(this.row?.client ?? "");
      this.#begin();
      this.finished = true;
    } else {
      this.go(next);
    }
  }

  #begin(): void {
    this.mode = "row";
    this.item = null;
    this.notice = "";
  }

  #deliver(row: FridayRow): void {
    if (row.we_owe.length === 0) {
      this.notice = words.noneToDeliver;
      return;
    }
    const again = this.mode === "delivered";
    this.#enter("delivered");
    const [only] = row.we_owe;
    if (!again) {
      if (row.we_owe.length !== 1 || only === undefined) return;
      if (this.draft.delivered.length === 0) this.tickDelivered(only);
      else this.item = only.id;
      return;
    }
    const item = row.we_owe.find(({ id }) => id === this.item);
    const delivered = this.draft.delivered.find(({ id }) => id === this.item);
    if (item === undefined) return;
    if (delivered === undefined) {
      this.tickDelivered(item);
      return;
    }
    const next = nextOutcome(delivered, item);
    if (next === null) this.draft.delivered = this.draft.delivered.filter(({ id }) => id !== item.id);
    else delivered.chosen = next;
  }

  #came(row: FridayRow): void {
    if (row.they_owe.length === 0) {
      this.notice = words.noneToCome;
      return;
    }
    const again = this.mode === "came";
    this.#enter("came");
    const [only] = row.they_owe;
    if (row.they_owe.length !== 1 || only === undefined) return;
    if (again || this.draft.came.length === 0) this.tickCame(only);
    else this.item = only.id;
  }

  #hear(): void {
    this.#enter("heard");
    this.draft.heard ??= { value: null, impression: false, words: "" };
  }

  #enter(mode: Mode): void {
    if (this.mode !== mode) this.item = null;
    this.mode = mode;
    this.notice = "";
  }

  /** Ticks what was delivered, or takes the tick away. */
  tickDelivered({ id }: FridayItem): void {
    this.item = id;
    const { delivered } = this.draft;
    this.draft.delivered = delivered.some((each) => each.id === id)
      ? delivered.filter((each) => each.id !== id)
      : [...delivered, { id, on: this.today, chosen: null }];
  }

  /** Ticks what came, or takes the tick away. */
  tickCame({ id }: FridayItem): void {
    this.item = id;
    const { came } = this.draft;
    this.draft.came = came.some((each) => each.id === id)
      ? came.filter((each) => each.id !== id)
      : [...came, { id, on: this.today }];
  }

  #digit(row: FridayRow, digit: number): Field | "done" | null {
    switch (this.mode) {
      case "delivered": {
        const item = row.we_owe[digit - 1];
        if (item) this.tickDelivered(item);
        return "done";
      }
      case "came": {
        const item = row.they_owe[digit - 1];
        if (item) this.tickCame(item);
        return "done";
      }
      case "owes": {
        const what = OBLIGATIONS[digit - 1];
        if (what === undefined || this.draft.owes === null) return "done";
        this.draft.owes.what = what;
        return "title";
      }
      default: {
        // A number alone can only be what they said.
        this.#hear();
        const value = afterDigit(row.scale, this.draft.heard?.value ?? null, digit);
        if (value !== null && this.draft.heard !== null) this.draft.heard.value = value;
        return "done";
      }
    }
  }

  #moveDay(by: number): "done" | null {
    const list = this.mode === "delivered" ? this.draft.delivered : this.mode === "came" ? this.draft.came : [];
    const ticked = list.find(({ id }) => id === this.item);
    if (ticked === undefined) return null;
    ticked.on = movedDay(ticked.on, by, this.today);
    return "done";
  }

  /** A row that was taken back by undo, here or elsewhere, is open again. */
  #reconcile({ redo }: Steps): void {
    if (redo?.key !== "did_friday") return;
    const taken = this.answered.findLast((each) => each.told.length > 0 && each.name === redo.client);
    if (taken !== undefined) this.reopen(taken.client);
  }
}
