/** The part of a form that is made from the table of fields: what stands in each field, as typed. */
import { fields, type FieldSpec } from "../../../lib/api/fields";
import type { Contact, Kind, Money } from "../../../lib/api/types";
import { fieldAmount, fieldMinutes, fieldSeconds, parseMinutes, parseSeconds, parseStretch } from "./amount";
import { fieldDay, type Lean } from "./day";
import { linesOf, type FormReader } from "./reading";

/** An amount as typed, and its currency. */
export interface AmountText {
  amount: string;
  currency: string;
}

/** What stands in a field. */
export type FieldValue = string | boolean | AmountText | Contact[];

/** What stands in the fields, by their keys. */
export type FieldValues = Record<string, FieldValue>;

/** The parts of a record, by their names. */
export type Parts = Record<string, unknown>;

/** Days that may lie ahead; all others have happened. */
const NEAR = new Set(["due_on", "first_due_on", "starts_on", "from"]);
const FUTURE = new Set(["term_ends_on", "until", "review_on"]);

/** Which way a day without a year is meant. */
export function leanOf(key: string): Lean {
  if (NEAR.has(key)) return "near";
  return FUTURE.has(key) ? "future" : "past";
}

/** Words that nothing speaks for: the user chooses. Other fields of few words begin with their first. */
const UNCHOSEN = new Set(["decision.what", "decision.reason", "ending.ended_by", "incident.what"]);

/** Numbers that always stand there: what they are where nothing is typed. */
const LEAST: Readonly<Record<string, number>> = { "fit_criterion.weight": 1 };

/** Lines that are absent, not empty, where nothing stands in them. */
const ABSENT = new Set(["document.sha256"]);

/** A bare number means minutes where minutes are what is asked for, and hours elsewhere. */
export function bareMinutes(kind: Kind, key: string): boolean {
  return kind === "attention" && key === "minutes";
}

/** The minutes of a text in a field of minutes; `null` where it is no length of time. */
export function minutesIn(kind: Kind, key: string, text: string): number | null {
  return bareMinutes(kind, key) ? parseStretch(text, "minutes") : parseMinutes(text);
}

/** An empty field. */
export function blankValue(kind: Kind, { key, shape, needed }: FieldSpec, currency: string): FieldValue {
  switch (shape.is) {
    case "one_of":
      return UNCHOSEN.has(`${kind}.${key}`) ? "" : (shape.words[0] ?? "");
    case "day":
      return needed && (leanOf(key) === "past" || key === "from") ? "today" : "";
    case "yes_no":
      return key === "billable";
    case "amount":
      return { amount: "", currency };
    case "people":
      return [];
    case "count":
      return String(LEAST[`${kind}.${key}`] ?? "");
    default:
      return "";
  }
}

/** Whether more stands in a field than in an empty one. */
export function saysSomething(kind: Kind, spec: FieldSpec, value: FieldValue | undefined): boolean {
  // Under which agreement is filled in where there is one, and is no reason to show the rest.
  if (value === undefined || spec.key === "engagement") return false;
  if (typeof value === "object" && "amount" in value) return value.amount.trim() !== "";
  return JSON.stringify(value) !== JSON.stringify(blankValue(kind, spec, ""));
}

/** What stands in a field of a record that is there. */
export function valueFrom(kind: Kind, { key, shape }: FieldSpec, held: unknown): FieldValue {
  switch (shape.is) {
    case "day":
      return fieldDay(held as string | null);
    case "yes_no":
      return held === true;
    case "amount": {
      const money = held as Money | null;
      return money === null
        ? { amount: "", currency: "" }
        : { amount: fieldAmount(money.minor, money.currency), currency: money.currency };
    }
    case "people":
      return held as Contact[];
    case "lines":
      return (held as string[]).join("\n");
    case "words":
      return (held as string[]).join(", ");
    case "minutes":
      if (held === null) return "";
      return bareMinutes(kind, key) ? String(held as number) : fieldMinutes(held as number);
    case "seconds":
      return fieldSeconds(held as number);
    default:
      return held === null || held === undefined ? "" : String(held as string | number);
  }
}

/** The value of a field that was typed; what cannot be understood is noted by the reader. */
export function readValue(kind: Kind, spec: FieldSpec, value: FieldValue | undefined, reader: FormReader): unknown {
  const { key, shape, needed } = spec;
  const text = typeof value === "string" ? value.trim() : "";
  switch (shape.is) {
    case "day":
      return needed ? reader.day(key, text, leanOf(key)) : reader.dayOrNull(key, text, leanOf(key));
    case "yes_no":
      return value === true;
    case "amount": {
      const { amount, currency } = value as AmountText;
      const code = currency.trim().toUpperCase();
      const minor = needed ? reader.minor(key, amount, code) : reader.minorOrNull(key, amount, code);
      const at = key === "amount" ? "currency" : `${key}-currency`;
      return minor === null ? null : { minor, currency: reader.currency(at, currency) };
    }
    case "people":
      return (value as Contact[]).map(trimmed).filter((person) => Object.values(person).some((part) => part !== ""));
    case "lines":
      return linesOf(text);
    case "words":
      return text
        .split(/[,;\n]/)
        .map((word) => word.trim())
        .filter((word) => word !== "");
    case "minutes":
    case "seconds": {
      if (text === "") return needed ? reader.refuse(key, { is: "time_missing" }, 0) : null;
      const read = shape.is === "seconds" ? parseSeconds(text) : minutesIn(kind, key, text);
      return read ?? reader.refuse(key, { is: "time_unclear", text }, 0);
    }
    case "count":
    case "whole":
      return reader.countOrNull(key, text) ?? LEAST[`${kind}.${key}`] ?? null;
    case "one_of":
      return text === "" ? reader.refuse(key, { is: "choice_missing", kind, key }, "") : text;
    case "record":
      if (text === "") return needed ? reader.refuse(key, { is: "choice_missing", kind, key }, "") : null;
      return text;
    case "currency":
      return text.toUpperCase();
    case "client":
      return text === "" ? null : text;
    default:
      return text === "" && ABSENT.has(`${kind}.${key}`) ? null : text;
  }
}

/** The value where a key leads. */
export function take(record: unknown, key: string): unknown {
  return key.split(".").reduce<unknown>((place, part) => (isParts(place) ? (place[part] ?? null) : null), record);
}

/** Puts a value where a key leads, and makes the parts on the way. */
export function put(record: Parts, key: string, value: unknown): void {
  const [first = "", ...rest] = key.split(".");
  if (rest.length === 0) {
    record[first] = value;
    return;
  }
  const inner = record[first];
  const part: Parts = isParts(inner) ? { ...inner } : {};
  put(part, rest.join("."), value);
  record[first] = part;
}

function isParts(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A record of a kind in which nothing stands yet, to be filled where something is known. */
export function hollow(kind: Kind): Parts {
  const record: Parts = { kind };
  for (const { key, shape, needed } of fields[kind]) put(record, key, nothing(shape.is, needed, shape));
  return record;
}

function nothing(is: FieldSpec["shape"]["is"], needed: boolean, shape: FieldSpec["shape"]): unknown {
  switch (is) {
    case "lines":
    case "words":
    case "people":
      return [];
    case "one_of":
      return "words" in shape ? (shape.words[0] ?? "") : "";
    case "line":
    case "text":
    case "currency":
    case "client":
      return "";
    case "yes_no":
      return false;
    case "seconds":
      return 0;
    case "amount":
      return needed ? { minor: 0, currency: "" } : null;
    default:
      return null;
  }
}

function trimmed(person: Contact): Contact {
  return {
    salutation: person.salutation.trim(),
    given_name: person.given_name.trim(),
    family_name: person.family_name.trim(),
    email: person.email.trim(),
    phone: person.phone.trim(),
    role: person.role.trim(),
  };
}
