/** What a select offers. */
export interface Option<Value extends string> {
  value: Value;
  label: string;
}

/** The values in their order, each with its word. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): Option<Value>[] {
  return values.map((value) => ({ value, label: words[value] }));
}
