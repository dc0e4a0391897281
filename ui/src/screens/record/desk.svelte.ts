import { type Api, asWireError } from "../../lib/api/api";
import type { FieldSpec } from "../../lib/api/fields";
import type {
  Choices,
  ClientId,
  ClientView,
  Done,
  Kind,
  LineDraft,
  Record as AnyRecord,
  WireError,
} from "../../lib/api/types";
import { problemSentence } from "../../lib/words/record";
import { fieldAmount } from "./model/amount";
import { blankForm } from "./model/blank";
import { draftForm, withDraft } from "./model/draft";
import { formFrom } from "./model/fill";
import { hasForm, hasFormOf, type Form, type FormKind, type RecordOf, type Setting } from "./model/form";
import { clientOf, isNewDocument } from "./model/layout";
import { linkable, recordLine } from "./model/links";
import { recordFrom } from "./model/read";
import type { AmountText, FieldValue, FieldValues } from "./model/values";

/** What the dialog is opened with. */
export interface RecordTask {
  client?: ClientId | undefined;
  kind?: Kind | undefined;
  edit?: { id: string; record: AnyRecord } | undefined;
  /** What a line has said so far. */
  draft?: LineDraft | undefined;
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
  /** The id of the record that is edited; `null` for a new one. */
  id = $state<string | null>(null);
  /** The records of the client that others can name. */
  #theirs = $state.raw<ClientView | null>(null);
  readonly #api: Api;
  readonly today: string;
  readonly #task: RecordTask;
  #untouched = "";

  constructor(api: Api, today: string, task: RecordTask) {
    this.#api = api;
    this.today = today;
    this.#task = task;
    this.client = task.client ?? "";
  }

  /** Reads what there is to choose from, then shows the form where the kind is known. */
  async open(): Promise<void> {
    const { edit, kind, draft } = this.#task;
    try {
      this.choices = await this.#api.choices();
      if (draft !== undefined) {
        await this.#openDraft(draft);
        return;
      }
    } catch (thrown) {
      this.error = asWireError(thrown);
      return;
    }
    if (edit !== undefined && hasFormOf(edit.record)) this.#edit(edit.id, edit.record);
    else if (kind !== undefined && hasForm(kind)) this.choose(kind);
  }

  /** Shows an empty form of the kind. */
  choose(kind: FormKind): void {
    const setting = this.#setting();
    if (setting === null) return;
    this.#show(blankForm(kind, setting));
    void this.#readTheirs();
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
    void this.#readTheirs();
    const now = this.#setting();
    if (this.form === null || before === null || now === null || this.id !== null) return;
    const kept = this.form;
    const wasDirty = this.dirty;
    this.form = withTyped(kept, blankForm(kept.kind, before), blankForm(kept.kind, now));
    if (!wasDirty) this.#untouched = JSON.stringify(this.form);
  }

  /** Fills in one of the fields that the table of fields carries. */
  put(key: string, value: FieldValue): void {
    if (this.form === null) return;
    this.form.more[key] = value;
    if (this.form.kind === "payment" && key === "invoice") this.#payWhole(String(value));
  }

  /** The records that a field can name, the latest first. */
  recordsOf(kind: Kind): { id: string; label: string }[] {
    const chosen = this.choices?.clients.find(({ id }) => id === this.client);
    if (chosen === undefined) return [];
    if (kind === "engagement") return chosen.engagements.map(({ id, title }) => ({ id, label: title }));
    return linkable(this.#theirs, kind).map((line) => ({ id: line.id, label: recordLine(line, this.today) }));
  }

  /** A record that may stay unnamed is not asked for where there is none. */
  isAsked({ shape, needed }: FieldSpec): boolean {
    return shape.is !== "record" || needed || this.recordsOf(shape.kind).length > 0;
  }

  /** Whether something was entered that closing would lose. */
  get dirty(): boolean {
    return this.form !== null && JSON.stringify(this.form) !== this.#untouched;
  }

  /** Whether saving asks for a file first. */
  get asksForFile(): boolean {
    return this.form !== null && isNewDocument(this.form.kind, this.form.more);
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
    if (this.asksForFile) return this.#keepFile(this.form.more);
    return this.#attempt(() =>
      this.id === null ? this.#api.recordAdd(reading.record) : this.#api.recordEdit(this.id, reading.record),
    );
  }

  /** Goes on with a new record like the one that is open. */
  async duplicate(): Promise<void> {
    const [id, form] = [this.id, this.form];
    if (id === null || form === null || this.busy) return;
    this.busy = true;
    try {
      const record = await this.#api.recordDuplicate(form.kind, id);
      if (!hasFormOf(record)) return;
      this.id = null;
      this.#show(formFrom(record));
    } catch (thrown) {
      this.error = asWireError(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Takes the record that is edited out of the ledger; undo brings it back. */
  async remove(): Promise<Done | null> {
    const [id, form] = [this.id, this.form];
    if (id === null || form === null || this.busy) return null;
    return this.#attempt(() => this.#api.recordRemove(form.kind, id));
  }

  #edit(id: string, record: RecordOf<FormKind>): void {
    this.id = id;
    this.client = record.kind === "client" ? id : "client" in record ? (record.client ?? "") : "";
    this.#show(formFrom(record));
    void this.#readTheirs();
  }

  /** A line that was begun goes on as a form; what it said is worth a question before it is lost. */
  async #openDraft(draft: LineDraft): Promise<void> {
    const { client } = draft.values;
    if (typeof client === "string") this.client = client;
    const setting = this.#setting();
    if (setting === null || !hasForm(draft.kind)) return;
    await this.#readTheirs();
    const record = draft.id === null ? undefined : await this.#recordOf(draft.kind, draft.id);
    if (draft.id !== null && record !== undefined && hasFormOf(record)) {
      this.#edit(draft.id, record);
      this.form = formFrom(withDraft(record, draft.values));
    } else {
      this.#show(blankForm(draft.kind, setting));
      this.form = draftForm(draft.kind, draft.values, setting);
    }
  }

  /** The record that a line changes. */
  async #recordOf(kind: Kind, id: string): Promise<AnyRecord | undefined> {
    if (kind === "client") return { kind, ...(await this.#api.client(id)).client };
    return linkable(this.#theirs, kind).find((line) => line.id === id)?.record;
  }

  /** A new document: the file is asked for now. Cancelling that changes nothing. */
  async #keepFile(values: FieldValues): Promise<Done | null> {
    const title = String(values["title"] ?? "").trim();
    return this.#attempt(() =>
      this.#api.documentAdd({ client: this.client, title, inside: values["inside"] === true }),
    );
  }

  /** A payment is most likely all that is still open. */
  #payWhole(invoice: string): void {
    const line = linkable(this.#theirs, "invoice").find(({ id }) => id === invoice);
    const amount = this.form?.more["amount"] as AmountText | undefined;
    if (line?.record.kind !== "invoice" || amount === undefined || amount.amount.trim() !== "") return;
    const { minor, currency } =
      line.state.is === "partly_paid" ? { minor: line.state.open, currency: line.state.currency } : line.record.amount;
    this.put("amount", { amount: fieldAmount(minor, currency), currency });
  }

  async #readTheirs(): Promise<void> {
    const wanted = this.client;
    if (wanted === "" || this.form?.kind === "client") return;
    if (this.#theirs?.id === wanted) return;
    try {
      const view = await this.#api.client(wanted);
      if (wanted === this.client) this.#theirs = view;
    } catch (thrown) {
      this.error = asWireError(thrown);
    }
  }

  #setting(): Setting | null {
    return this.choices === null ? null : { today: this.today, choices: this.choices, client: this.client };
  }

  #show(form: Form): void {
    if (clientOf(form.kind) === "none") this.client = form.kind === "client" ? this.client : "";
    this.form = form;
    this.#untouched = JSON.stringify(form);
    this.error = null;
    this.errorField = "";
  }

  async #attempt(run: () => Promise<Done | null>): Promise<Done | null> {
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
const OF_ONE_CLIENT = new Set(["engagement", "deliverable", "waits_for", "invoice", "enquiry"]);

/** The fresh form, with what was typed into the old one. */
function withTyped(kept: Form, old: Form, fresh: Form): Form {
  const typed = (from: object, before: object): [string, unknown][] =>
    Object.entries(from).filter(
      ([field, value]) =>
        field !== "more" &&
        !OF_ONE_CLIENT.has(field) &&
        JSON.stringify(value) !== JSON.stringify((before as Record<string, unknown>)[field]),
    );
  return {
    ...fresh,
    ...Object.fromEntries(typed(kept, old)),
    more: { ...fresh.more, ...(Object.fromEntries(typed(kept.more, old.more)) as FieldValues) },
  } as Form;
}
