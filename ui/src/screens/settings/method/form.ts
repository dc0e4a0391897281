/** The method's bars as a form: what stands in its fields, as typed. */
import type { Money, Profile } from "../../../lib/api/types";
import { METHOD, methodWords as words } from "../../../lib/words/method";
import { fieldAmount, parseMinor } from "../../record/model/amount";

/** The fields. */
export interface MethodForm {
  halfLife: string;
  bar: string;
  cost: string;
}

/** What the fields state; `undefined` where one cannot be understood. */
export interface Stated {
  halfLife: number | undefined;
  bar: number | undefined;
  /** `null`: it is not stated. */
  cost: Money | null | undefined;
}

type Bars = Pick<Profile, "half_life_days" | "delivery_bar_percent" | "cost_per_hour">;

/** The form of a profile. */
export function methodForm({ half_life_days, delivery_bar_percent, cost_per_hour }: Bars): MethodForm {
  return {
    halfLife: String(half_life_days),
    bar: String(delivery_bar_percent),
    cost: cost_per_hour === null ? "" : fieldAmount(cost_per_hour.minor, cost_per_hour.currency),
  };
}

/** What a form states. An amount is in the currency of the practice, or in the one that it was stated in. */
export function stated(form: MethodForm, currency: string): Stated {
  return {
    halfLife: whole(form.halfLife, METHOD.halfLife),
    bar: whole(form.bar, METHOD.bar),
    cost: amount(form.cost.trim(), currency),
  };
}

function amount(text: string, currency: string): Money | null | undefined {
  if (text === "") return null;
  const minor = parseMinor(text, currency);
  return minor === null || minor <= 0 ? undefined : { minor, currency };
}

function whole(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const trimmed = text.trim();
  const value = /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : NaN;
  return value >= least && value <= most ? value : undefined;
}

/** What is wrong with each field; empty where nothing is. */
export function problems(form: MethodForm, currency: string): Partial<Record<keyof MethodForm, string>> {
  const { halfLife, bar, cost } = stated(form, currency);
  return {
    ...(halfLife === undefined ? { halfLife: words.halfLifeUnclear(form.halfLife) } : {}),
    ...(bar === undefined ? { bar: words.barUnclear(form.bar) } : {}),
    ...(cost === undefined ? { cost: words.costUnclear(form.cost, currency) } : {}),
  };
}
