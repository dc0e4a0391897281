/** What a letter states itself: between the form's fields and the letter's record. */
import type { FormField, Money, StatedValue } from "../../../lib/api/types";

/** The text of a field: the letter's own, else what a record suggests. */
export function textIn(field: FormField): string {
  if (field.stated?.shape === "text") return field.stated.value;
  return field.id === null ? "" : (field.shown[0] ?? "");
}

/** The lines of a field: the letter's own, else what the records give. */
export function linesIn(field: FormField): string[] {
  return field.stated?.shape === "lines" ? field.stated.value : field.shown;
}

/** "1200.50 EUR": an amount as it is typed; empty where there is none. */
export function moneyText(stated: StatedValue | null): string {
  if (stated?.shape !== "money") return "";
  const { minor, currency } = stated.value;
  return `${(minor / 100).toFixed(2)} ${currency}`;
}

/** Reads "1,200.50 EUR", "EUR 1200"; `null` where it is not clear. */
export function moneyFrom(text: string): Money | null {
  const found = /^\s*(?:([A-Za-z]{3})\s*)?(\d[\d,' ]*)(?:\.(\d{1,2}))?\s*([A-Za-z]{3})?\s*$/.exec(text);
  const currency = (found?.[1] ?? found?.[4] ?? "").toUpperCase();
  if (found === null || currency === "") return null;
  const whole = Number((found[2] ?? "").replaceAll(/[,' ]/g, ""));
  const minor = whole * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

/** The fields that are still needed first, then the others, each in its order. */
export function neededFirst(fields: readonly FormField[]): FormField[] {
  return [...fields.filter((field) => field.missing), ...fields.filter((field) => !field.missing)];
}

/** A list without a key, or with it. */
export function without(keys: readonly string[], key: string): string[] {
  return keys.filter((other) => other !== key);
}

export function withKey(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? [...keys] : [...keys, key];
}
