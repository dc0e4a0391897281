/** What a line has said so far, as a form. */
import type { LineDraft } from "../../../lib/api/types";
import { blankForm } from "./blank";
import { formFrom } from "./fill";
import type { Form, FormKind, RecordOf, Setting } from "./form";
import { hollow, put } from "./values";

type Values = LineDraft["values"];

/** A record with the values that a line gives it. */
export function withDraft(record: RecordOf<FormKind>, values: Values): RecordOf<FormKind> {
  const changed: Record<string, unknown> = { ...record };
  for (const [key, value] of Object.entries(values)) put(changed, key, value);
  return changed as unknown as RecordOf<FormKind>;
}

/** A new form in which stands what the line said; all else is as in an empty one. */
export function draftForm(kind: FormKind, values: Values, setting: Setting): Form {
  // The hollow record shows which fields of the form the values fill.
  const nothing = hollow(kind) as unknown as RecordOf<FormKind>;
  const [without, filled] = [formFrom(nothing), formFrom(withDraft(nothing, values))];
  const blank = blankForm(kind, setting);
  return {
    ...blank,
    ...differing(filled, without),
    more: { ...blank.more, ...differing(filled.more, without.more) },
  } as Form;
}

function differing(filled: object, without: object): object {
  const before = without as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(filled).filter(
      ([field, value]) => field !== "more" && JSON.stringify(value) !== JSON.stringify(before[field]),
    ),
  );
}
