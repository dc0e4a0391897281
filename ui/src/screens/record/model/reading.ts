/** Reading a form: the first thing that cannot be understood is answered at its field; all else is Rust's to check. */
import type { Kind } from "../../../lib/api/types";
import { parseMinor, parseMinutes } from "./amount";
import { parseDay, type Lean } from "./day";

/** What a field can lack before a record can even be made of it. */
export type Problem =
  | { is: "client" }
  | { is: "day_missing" }
  | { is: "day_unclear"; text: string }
  | { is: "amount_missing" }
  | { is: "amount_unclear"; text: string; currency: string }
  | { is: "currency_unclear"; text: string }
  | { is: "time_missing" }
  | { is: "time_unclear"; text: string }
  | { is: "count_unclear"; text: string }
  | { is: "rating_missing" }
  | { is: "incident_missing" }
  | { is: "choice_missing"; kind: Kind; key: string };

const known = new Set(Intl.supportedValuesOf("currency"));

/** A problem and the field it stands at. */
export interface FieldProblem {
  field: string;
  problem: Problem;
}

/** What became of a form. */
export type Reading<Made> = { record: Made } | { at: FieldProblem };

/** Reads fields one by one and remembers the first problem. */
export class FormReader {
  /** The first field that could not be read. */
  first: FieldProblem | null = null;

  constructor(private readonly today: string) {}

  /** A day that must be there. */
  day(field: string, text: string, lean: Lean): string {
    if (text.trim() === "") return this.refuse(field, { is: "day_missing" }, "");
    return this.dayOrNull(field, text, lean) ?? "";
  }

  /** A day that may be left empty. */
  dayOrNull(field: string, text: string, lean: Lean): string | null {
    if (text.trim() === "") return null;
    return parseDay(text, this.today, lean) ?? this.refuse(field, { is: "day_unclear", text: text.trim() }, null);
  }

  /** An amount in minor units that must be there. */
  minor(field: string, text: string, currency: string): number {
    if (text.trim() === "") return this.refuse(field, { is: "amount_missing" }, 0);
    return this.minorOrNull(field, text, currency) ?? 0;
  }

  /** An amount in minor units that may be left empty. */
  minorOrNull(field: string, text: string, currency: string): number | null {
    if (text.trim() === "") return null;
    const problem: Problem = { is: "amount_unclear", text: text.trim(), currency };
    return parseMinor(text, currency) ?? this.refuse(field, problem, null);
  }

  /** The code of a currency. Which of those the engine knows are still in use is for Rust to say. */
  currency(field: string, text: string): string {
    const code = text.trim().toUpperCase();
    return known.has(code) ? code : this.refuse(field, { is: "currency_unclear", text: text.trim() }, code);
  }

  /** Minutes that may be left empty. */
  minutesOrNull(field: string, text: string): number | null {
    if (text.trim() === "") return null;
    return parseMinutes(text) ?? this.refuse(field, { is: "time_unclear", text: text.trim() }, null);
  }

  /** A whole number that may be left empty. */
  countOrNull(field: string, text: string): number | null {
    const typed = text.trim();
    if (typed === "") return null;
    return /^\d{1,6}$/.test(typed) ? Number(typed) : this.refuse(field, { is: "count_unclear", text: typed }, null);
  }

  /** Notes that something is not there; answers with what stands in for it. */
  refuse<Instead>(field: string, problem: Problem, instead: Instead): Instead {
    this.first ??= { field, problem };
    return instead;
  }

  /** The record, unless something could not be read. */
  done<Made>(record: Made): Reading<Made> {
    return this.first === null ? { record } : { at: this.first };
  }
}

/** A day that stands alone and must be there, or what is wrong with it. */
export function readDay(
  text: string,
  today: string,
  lean: Lean,
): { day: string; problem: null } | { day: null; problem: Problem } {
  const reader = new FormReader(today);
  const day = reader.day("on", text, lean);
  return reader.first === null ? { day, problem: null } : { day: null, problem: reader.first.problem };
}

/** The lines of a text that hold something. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
