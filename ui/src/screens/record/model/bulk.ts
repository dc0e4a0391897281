/** Changing many records at once: which fields can be, and what is typed as the text that the practice reads. */
import { fields, type FieldSpec } from "../../../lib/api/fields";
import type { FieldText, Kind, Money } from "../../../lib/api/types";
import { fieldAmount } from "./amount";
import { FormReader, type FieldProblem } from "./reading";
import { readValue, type FieldValue } from "./values";

/** What one record alone can have, and what is known of a file. */
const OF_ONE = new Set(["client.name", "invoice.number", "document.file", "document.sha256", "snooze.need"]);

/** The fields that many records of a kind can share. */
export function sharedFields(kind: Kind): FieldSpec[] {
  return fields[kind].filter(
    ({ key, shape }) =>
      !["client", "people", "record"].includes(shape.is) &&
      !OF_ONE.has(`${kind}.${key}`) &&
      !key.startsWith("contact.") &&
      !key.startsWith("notice."),
  );
}

/** The changes as texts, or the first value that cannot be understood. */
export function changesFrom(
  kind: Kind,
  chosen: readonly { spec: FieldSpec; value: FieldValue }[],
  today: string,
): { changes: FieldText[] } | { at: FieldProblem } {
  const reader = new FormReader(today);
  const changes = chosen.map(({ spec, value }) => ({
    key: spec.key,
    text: textOf(spec, readValue(kind, spec, value, reader)),
  }));
  return reader.first === null ? { changes } : { at: reader.first };
}

function textOf({ shape }: FieldSpec, value: unknown): string {
  if (value === null || value === undefined) return "";
  switch (shape.is) {
    case "yes_no":
      return value === true ? "yes" : "no";
    case "lines":
      return (value as string[]).join("\n");
    case "words":
      return (value as string[]).join(", ");
    case "minutes":
      return clock((value as number) * 60);
    case "seconds":
      return clock(value as number);
    case "amount": {
      const { minor, currency } = value as Money;
      return `${fieldAmount(minor, currency)} ${currency}`;
    }
    default:
      return String(value as string | number);
  }
}

/** "1:30:00" */
function clock(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
