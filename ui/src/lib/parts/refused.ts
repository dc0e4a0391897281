/** Which field of a form was refused: the field itself says so, and where the reason stands. */
import { getContext, setContext } from "svelte";

/** A field, and the id of the element that says what is wrong with it. */
export interface Refused {
  field: string;
  saidBy: string;
}

const KEY = Symbol("refused");

/** Tells the fields of a form which of them was refused; called where the form is made. */
export function tellRefused(refused: () => Refused | null): void {
  setContext(KEY, refused);
}

/** Answers a field with the id of what is said about it, and with nothing as long as it was not refused. */
export function useRefused(): (field: unknown) => string | undefined {
  const refused = getContext<(() => Refused | null) | undefined>(KEY);
  return (field) => {
    const told = refused?.() ?? null;
    return told !== null && told.field === field ? told.saidBy : undefined;
  };
}
