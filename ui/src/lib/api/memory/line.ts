// The line in memory: a few of the sentences that the practice understands, enough to see the screen work. It knows ratings
// ("halden csat 2"), what they owe ("owes brief by friday"), invoices that were paid ("paid 2026-031") and hours ("worked 1:30").
import { dayAfter, lineOf, TODAY } from "../sample/lines";
import type {
  Ask,
  ClientView,
  Completion,
  Intent,
  LineDraft,
  ObligationKind,
  RatingScale,
  Record as LedgerRecord,
  Role,
  Token,
  Understood,
} from "../types";
import { fail, put, titleOf, type MemoryLedger, type Part } from "./ledger";

const OWED: readonly ObligationKind[] = ["brief", "access", "feedback", "approval", "decision", "payment"];
const HIGHEST: Readonly<Record<RatingScale, readonly [number, number]>> = {
  csat: [1, 5],
  nps: [0, 10],
  ces: [1, 7],
};
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

export function linePart(ledger: MemoryLedger): Part<"lineUnderstand" | "lineRecord"> {
  return {
    lineUnderstand: (text, caret) => new Reading(ledger.state.views, text, caret).understood(),
    lineRecord: (text) => {
      const { intent, asks } = new Reading(ledger.state.views, text, text.length).understood();
      if (intent === null) return fail("invalid", `the line asks for more first: ${asks[0]?.ask ?? "a client"}`);
      const [id, record, key] =
        intent.intent === "add"
          ? ([ledger.fresh(), intent.record, "did_add"] as const)
          : ([intent.id, changed(ledger.line(intent.id).record, intent), "did_edit"] as const);
      const message = { key, kind: record.kind, title: titleOf(id, record), client: ledger.nameOf(record) } as const;
      return ledger.change(message, id, (into) => {
        put(into, id, record);
      });
    },
  };
}

function changed(record: LedgerRecord, intent: Extract<Intent, { intent: "change" }>): LedgerRecord {
  return { ...record, ...Object.fromEntries(intent.patch.map(({ field, value }) => [field, value])) } as LedgerRecord;
}

interface Word {
  text: string;
  start: number;
  end: number;
}

/** One line on its way to being understood. */
class Reading {
  readonly #tokens: Token[] = [];
  #asks: Ask[] = [];
  #completions: Completion[] = [];
  #client: ClientView | null = null;
  #intent: Intent | null = null;
  #draft: LineDraft | null = null;
  #words: Word[];

  constructor(
    private readonly views: readonly ClientView[],
    private readonly text: string,
    private readonly caret: number,
  ) {
    this.#words = [...text.matchAll(/"[^"]*"?|\S+/g)].map((match) => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  understood(): Understood {
    if (this.#words.length > 0) {
      this.#readClient();
      if (this.#client !== null) this.#readRest(this.#client);
    }
    const client = this.#client;
    return {
      tokens: this.#tokens,
      client: client === null ? null : { id: client.id, name: client.client.name },
      intent: this.#asks.length === 0 ? this.#intent : null,
      draft: this.#draft,
      asks: this.#asks,
      completions: this.#completions,
      ready: this.#asks.length === 0 && this.#intent !== null,
    };
  }

  /** The longest run of first words with which a client's name begins. */
  #readClient(): void {
    for (let count = Math.min(4, this.#words.length); count > 0; count--) {
      const [first, last] = [this.#words[0], this.#words[count - 1]];
      if (first === undefined || last === undefined) return;
      const typed = this.text.slice(first.start, last.end).toLowerCase();
      const fit = this.views.filter(({ client }) => client.name.toLowerCase().startsWith(typed));
      const choices = fit.map(({ client }) => completion(client.name, first.start, last.end, "client"));
      if (fit.length === 0) continue;
      if (this.caret === last.end && typed !== fit[0]?.client.name.toLowerCase()) this.#completions = choices;
      if (fit.length > 1) {
        this.#token(first.start, last.end, "unknown", null, typed);
        this.#asks = [{ ask: "client", text: typed, choices }];
      } else {
        this.#client = fit[0] ?? null;
        this.#token(first.start, last.end, "client", "client", fit[0]?.client.name ?? "");
        this.#words = this.#words.slice(count);
      }
      return;
    }
    for (const word of this.#words) this.#token(word.start, word.end, "unknown", null, word.text);
    this.#asks = [{ ask: "client", text: "", choices: [] }];
  }

  #readRest(client: ClientView): void {
    const [verb, ...rest] = this.#words;
    const typed = verb?.text.toLowerCase() ?? "";
    if (typed === "csat" || typed === "nps" || typed === "ces") this.#readRating(client, typed, verb, rest);
    else if (typed === "owes") this.#readOwed(client, verb, rest);
    else if (typed === "paid") this.#readPaid(client, verb, rest);
    else if (typed === "worked") this.#readWork(client, verb, rest);
    else this.#askWhat(verb, rest);
  }

  #askWhat(verb: Word | undefined, rest: readonly Word[]): void {
    const [start, end] = [verb?.start ?? this.text.length, verb?.end ?? this.text.length];
    const choices = ["csat", "nps", "owes", "paid", "worked"]
      .filter((word) => word.startsWith(verb?.text.toLowerCase() ?? ""))
      .map((word) => completion(word, start, end, "kind"));
    for (const word of verb === undefined ? rest : [verb, ...rest]) {
      this.#token(word.start, word.end, "unknown", null, word.text);
    }
    this.#asks = [{ ask: "what", choices }];
  }

  #readRating(client: ClientView, scale: RatingScale, verb: Word | undefined, rest: readonly Word[]): void {
    if (verb) this.#token(verb.start, verb.end, "kind", "scale", scale);
    let [value, words, on]: [number | null, string, string] = [null, "", ""];
    for (const word of rest) {
      const day = dayIn(word.text, "past");
      if (value === null && /^\d{1,2}$/.test(word.text)) {
        value = Number(word.text);
        this.#token(word.start, word.end, "value", "value", word.text);
      } else if (word.text.startsWith('"')) {
        words = word.text.replaceAll('"', "");
        this.#token(word.start, word.end, "words", "words", words);
      } else if (day !== null) {
        on = day;
        this.#token(word.start, word.end, "day", "on", day);
      } else this.#unknown(word);
    }
    if (on === "") on = this.#assumeToday("on");
    const [low, high] = HIGHEST[scale];
    const facts = { client: client.id, on, scale, said_by: "them", deliverable: null, words, person: "" } as const;
    this.#draft = { kind: "check_in", id: null, values: { ...facts, ...(value === null ? {} : { value }) } };
    if (value === null) {
      const choices = Array.from({ length: high - low + 1 }, (_, index) =>
        completion(
          `${this.text.endsWith(" ") ? "" : " "}${String(low + index)}`,
          this.text.length,
          this.text.length,
          "value",
        ),
      );
      this.#asks.push({ ask: "missing", record: "check_in", field: "value", choices });
    } else if (value < low || value > high) {
      this.#asks.push({ ask: "problem", sentence: `${String(value)} is not on the ${scale.toUpperCase()} scale` });
    } else {
      this.#intent = { intent: "add", record: { kind: "check_in", ...facts, value, from_memory: false } };
    }
  }

  #readOwed(client: ClientView, verb: Word | undefined, rest: readonly Word[]): void {
    if (verb) this.#token(verb.start, verb.end, "kind", null, "obligation");
    let [what, due]: [ObligationKind | null, string] = [null, ""];
    for (const word of rest) {
      const typed = word.text.toLowerCase();
      const kind = OWED.find((each) => each === typed);
      const day = dayIn(typed, "future");
      if (kind !== undefined) {
        what = kind;
        this.#token(word.start, word.end, "value", "what", kind);
      } else if (typed === "by") {
        this.#token(word.start, word.end, "joining", null, "");
      } else if (day !== null) {
        due = day;
        this.#token(word.start, word.end, "day", "due_on", day);
      } else this.#unknown(word);
    }
    const title = what ?? "";
    this.#draft = {
      kind: "obligation",
      id: null,
      values: { client: client.id, ...(what === null ? {} : { what, title }), ...(due === "" ? {} : { due_on: due }) },
    };
    const at = this.text.length;
    if (what === null) {
      const choices = OWED.map((word) => completion(word, at, at, "value"));
      this.#asks.push({ ask: "missing", record: "obligation", field: "what", choices });
    } else if (due === "") {
      const choices = [completion(" by friday", at, at, "day"), completion(" by tomorrow", at, at, "day")];
      this.#asks.push({ ask: "missing", record: "obligation", field: "due_on", choices });
    } else {
      this.#intent = {
        intent: "add",
        record: {
          kind: "obligation",
          client: client.id,
          engagement: null,
          what,
          title,
          due_on: due,
          met_on: null,
          notes: "",
          from_memory: false,
        },
      };
    }
  }

  #readWork(client: ClientView, verb: Word | undefined, rest: readonly Word[]): void {
    if (verb) this.#token(verb.start, verb.end, "kind", null, "time_entry");
    let [seconds, what] = [0, ""];
    for (const word of rest) {
      const clock = /^(\d{1,2}):([0-5]\d)$/.exec(word.text);
      if (clock) {
        seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60;
        this.#token(word.start, word.end, "duration", "seconds", `${word.text}:00`);
      } else if (word.text.startsWith('"')) {
        what = word.text.replaceAll('"', "");
        this.#token(word.start, word.end, "words", "what", what);
      } else this.#unknown(word);
    }
    const on = this.#assumeToday("on");
    const facts = { client: client.id, on, seconds, what, billable: true } as const;
    this.#draft = { kind: "time_entry", id: null, values: facts };
    if (seconds === 0) this.#asks.push({ ask: "missing", record: "time_entry", field: "seconds", choices: [] });
    else {
      const none = { engagement: null, deliverable: null, hourly_rate: null };
      this.#intent = { intent: "add", record: { kind: "time_entry", ...facts, ...none } };
    }
  }

  #readPaid(client: ClientView, verb: Word | undefined, rest: readonly Word[]): void {
    if (verb) this.#token(verb.start, verb.end, "kind", "paid_on", "invoice");
    const invoices = client.they_owed.filter(({ record }) => record.kind === "invoice");
    const [word] = rest;
    const at = word ?? { start: this.text.length, end: this.text.length };
    const line = invoices.find(({ title }) => title === word?.text);
    if (line?.record.kind !== "invoice") {
      if (word) this.#token(word.start, word.end, "unknown", null, word.text);
      const choices = invoices.map(({ title }) => completion(title, at.start, at.end, "title"));
      this.#asks.push({ ask: "which", record: "invoice", text: word?.text ?? "", choices });
      return;
    }
    this.#token(at.start, at.end, "title", "number", line.title);
    if (line.record.paid_on !== null) {
      this.#asks.push({ ask: "already_done", record: "invoice", title: line.title });
      return;
    }
    const on = this.#assumeToday("paid_on");
    this.#draft = { kind: "invoice", id: line.id, values: { paid_on: on } };
    this.#intent = {
      intent: "change",
      record: "invoice",
      id: line.id,
      title: lineOf(line.id, line.record).title,
      patch: [{ field: "paid_on", value: on }],
    };
  }

  #unknown(word: Word): void {
    this.#token(word.start, word.end, "unknown", null, word.text);
    this.#asks.push({ ask: "not_understood", text: word.text, start: word.start, end: word.end });
  }

  #assumeToday(field: string): string {
    const end = this.text.length;
    this.#tokens.push({ start: end, end, role: "day", field, value: TODAY, assumed: true });
    return TODAY;
  }

  #token(start: number, end: number, role: Role, field: string | null, value: string): void {
    this.#tokens.push({ start, end, role, field, value, assumed: false });
  }
}

function completion(text: string, start: number, end: number, what: Role): Completion {
  return { text, label: text.trim(), start, end, what };
}

function dayIn(text: string, lean: "past" | "future"): string | null {
  const word = text.toLowerCase();
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return word;
  const named = { yesterday: -1, today: 0, tomorrow: 1 }[word];
  if (named !== undefined) return dayAfter(TODAY, named);
  const weekday = WEEKDAYS.indexOf(word);
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(TODAY).getUTCDay() + 7) % 7;
  return dayAfter(TODAY, lean === "past" && ahead > 0 ? ahead - 7 : ahead);
}
