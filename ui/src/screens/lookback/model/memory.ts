/** What is entered in the five steps, and the records that it means. */
import type {
  Money,
  ObligationKind,
  RememberedAnswer,
  RememberedDebt,
  RememberedDelivery,
  RememberedGift,
} from "../../../lib/api/types";
import { lookBackWords as words } from "../../../lib/words/lookback";
import { parseMinor, parseMinutes } from "../../record/model/amount";
import { plusDays } from "../../record/model/day";
import { parseRough } from "./rough";

export type Late = keyof typeof words.lates;
export type TurnedOut = keyof typeof words.delivered.outcomes;
export type Cameback = keyof typeof words.owed.cames;

/** About how many days that is. */
const LATE_DAYS: Readonly<Record<Late, number>> = { days: 3, week: 7, fortnight: 14, month: 30 };

export interface DeliveredForm {
  what: string;
  when: string;
  outcome: TurnedOut;
  late: Late;
}

export interface SaidForm {
  value: string;
  when: string;
  words: string;
  /** The place of the delivery it is about; empty for none. */
  about: string;
}

export interface OwedForm {
  kind: ObligationKind;
  what: string;
  when: string;
  came: Cameback;
  late: Late;
}

export interface GivenForm {
  what: string;
  when: string;
  worth: string;
}

export const blankDelivered = (): DeliveredForm => ({ what: "", when: "", outcome: "met", late: "week" });
export const blankSaid = (): SaidForm => ({ value: "", when: "", words: "", about: "" });
export const blankOwed = (): OwedForm => ({ kind: "feedback", what: "", when: "", came: "on_time", late: "week" });
export const blankGiven = (): GivenForm => ({ what: "", when: "", worth: "" });

/** What a form lacks. */
export type Lack = keyof typeof words.missing;

/** A delivery; one that was late was due so much earlier. */
export function delivery(form: DeliveredForm, today: string): RememberedDelivery | Lack {
  const on = parseRough(form.when, today)?.day;
  if (form.what.trim() === "") return "what";
  if (on === undefined) return "when";
  const due_on = form.outcome === "late" ? plusDays(on, -LATE_DAYS[form.late]) : on;
  return { title: form.what.trim(), due_on, delivered_on: on, outcome: form.outcome };
}

export function answer(form: SaidForm, today: string): RememberedAnswer | Lack {
  const on = parseRough(form.when, today)?.day;
  const value = Number(form.value);
  if (form.value === "" || !Number.isInteger(value) || value < 1 || value > 5) return "value";
  if (on === undefined) return "when";
  const about = form.about === "" ? null : Number(form.about);
  return { on, scale: "csat", value, words: form.words.trim(), about };
}

/** Something owed; what came late came so much later, though not after today. */
export function debt(form: OwedForm, today: string): RememberedDebt | Lack {
  const due_on = parseRough(form.when, today)?.day;
  if (form.what.trim() === "") return "what";
  if (due_on === undefined) return "when";
  const late = plusDays(due_on, LATE_DAYS[form.late]);
  const met_on = { on_time: due_on, late: late > today ? today : late, never: null }[form.came];
  return { what: form.kind, title: form.what.trim(), due_on, met_on };
}

/** Something given away; its worth is money, or time where it says so. */
export function gift(form: GivenForm, today: string, currency: string): RememberedGift | Lack {
  const on = parseRough(form.when, today)?.day;
  if (form.what.trim() === "") return "what";
  if (on === undefined) return "when";
  const worth = worthOf(form.worth, currency);
  return worth === null ? "worth" : { on, what: form.what.trim(), ...worth };
}

function worthOf(text: string, currency: string): { amount: Money | null; minutes: number | null } | null {
  if (text.trim() === "") return { amount: null, minutes: null };
  const minutes = /[a-z:]/i.test(text) ? parseMinutes(text) : null;
  if (minutes !== null) return { amount: null, minutes };
  const minor = parseMinor(text, currency);
  return minor === null ? null : { amount: { minor, currency }, minutes: null };
}

/** Whether nothing was typed into a form: then it is no half-finished entry. */
export function untouched(form: DeliveredForm | SaidForm | OwedForm | GivenForm): boolean {
  const texts = "value" in form ? [form.value, form.words] : [form.what];
  return [...texts, form.when].every((text) => text.trim() === "");
}
