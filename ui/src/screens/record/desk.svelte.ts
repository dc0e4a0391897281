import { type Api, asWireError } from "../../lib/api/api";
import type { Choices, ClientId, Done, Kind, Record as AnyRecord, WireError } from "../../lib/api/types";
import { problemSentence } from "../../lib/words/record";
import { blankForm } from "./model/blank";
import { formFrom } from "./model/fill";
import { hasForm, type Form, type FormKind, type RecordOf, type Setting } from "./model/form";
import { recordFrom } from "./model/read";

/** What the dialog is opened with. */
export interface RecordTask {
  client?: ClientId | undefined;
  kind?: Kind | undefined;
  edit?: { id: string; record: AnyRecord } | undefined;
}

/** One record on its way into the ledger: its kind, whose it is, and its form. */
export class RecordDesk {
  choices = $state.raw<Choices | null>(null);
  client = $state<ClientId | "">("");
  form = $state<Form | null>(null);
  error = $state.raw<WireError | null>(null);
  /** The field that the error is about; empty where it is about none. */
  errorField = $state("");
  busy = $state(false);
  /** The id of the record that is edited. */
  readonly id: string | null;
  readonly #api: Api;
  readonly today: string;
  readonly #task: RecordTask;
  #untouched = "";

  constructor(api: Api, today: string, task: RecordTask) {
    this.#api = api;
    this.today = today;
    this.#task = task;
    this.id = task.edit?.id ?? null;
    this.client = task.client ?? "";
  }

  /** Reads what there is to choose from, then shows the form where the kind is known. */
  async open(): Promise<void> {
    try {
      this.choices = await this.#api.choices();
    } catch (thrown) {
      this.error = asWireError(thrown);
      return;
    }
    const { edit, kind } = this.#task;
    if (edit !== undefined && edit.record.kind !== "letter") {
      this.client = edit.record.kind === "client" ? edit.id : edit.record.client;
      this.#show(formFrom(edit.record satisfies RecordOf<FormKind>));
    } else if (kind !== undefined && hasForm(kind)) {
      this.choose(kind);
    }
  }

  /** Shows an empty form of the kind. */
  choose(kind: FormKind): void {
    const setting = this.#setting();
    if (setting !== null) this.#show(blankForm(kind, setting));
  }

  /** Back to the kinds. */
  chooseAgain(): void {
    this.form = null;
    this.error = null;
  }

  /** Whose record it is; what the form took from another client is taken anew, what was typed stays. */
  pick(client: ClientId | ""): void {
    if (client === this.client) return;
    const before = this.#setting();
    this.client = client;
    const now = this.#setting();
    if (this.form === null || before === null || now === null || this.id !== null) return;
    const kept = this.form;
    const [old, fresh] = [blankForm(kept.kind, before), blankForm(kept.kind, now)];
    const typed = Object.entries(kept).filter(
      ([field, value]) => value !== (old as unknown as Record<string, unknown>)[field] && !OF_ONE_CLIENT.has(field),
    );
    const wasDirty = this.dirty;
    this.form = { ...fresh, ...Object.fromEntries(typed) } as Form;
    if (!wasDirty) this.#untouched = JSON.stringify(this.form);
  }

  /** Whether something was entered that closing would lose. */
  get dirty(): boolean {
    return this.form !== null && JSON.stringify(this.form) !== this.#untouched;
  }

  /** Keeps the record; `null` where it was refused, and `error` then says why. */
  async save(): Promise<Done | null> {
    const setting = this.#setting();
    if (this.form === null || setting === null || this.busy) return null;
    const reading = recordFrom(this.form, setting);
    if ("at" in reading) {
      this.errorField = reading.at.field;
      this.error = { code: "invalid", message: problemSentence(reading.at.problem), hint: "" };
      return null;
    }
    return this.#attempt(() =>
      this.id === null ? this.#api.recordAdd(reading.record) : this.#api.recordEdit(this.id, reading.record),
    );
  }

  /** Takes the record that is edited out of the ledger; undo brings it back. */
  async remove(): Promise<Done | null> {
    const [id, form] = [this.id, this.form];
    if (id === null || form === null || this.busy) return null;
    return this.#attempt(() => this.#api.recordRemove(form.kind, id));
  }

  #setting(): Setting | null {
    return this.choices === null ? null : { today: this.today, choices: this.choices, client: this.client };
  }

  #show(form: Form): void {
    this.form = form;
    this.#untouched = JSON.stringify(form);
    this.error = null;
    this.errorField = "";
  }

  async #attempt(run: () => Promise<Done>): Promise<Done | null> {
    this.busy = true;
    this.errorField = "";
    try {
      const done = await run();
      this.error = null;
      return done;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }
}

/** Fields that name a record of one client, and so mean nothing for another. */
const OF_ONE_CLIENT = new Set(["engagement", "deliverable"]);
