/** What a key asks of the whole window. */
export type KeyCommand =
  | "find"
  | "line"
  | "record"
  | "undo"
  | "redo"
  | "back"
  | "out"
  | "friday"
  | "lock"
  | "discreet"
  | "keys"
  | "help"
  | "larger"
  | "smaller"
  | "usual";

/** What a letter alone asks. */
const LETTERS: Readonly<Partial<Record<string, KeyCommand>>> = { n: "line", r: "record", f: "friday" };

/** What Ctrl and a sign ask, as in every browser; `=` is `+` without Shift. */
const SIZES: Readonly<Partial<Record<string, KeyCommand>>> = {
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  "0": "usual",
};

/** Where the key was pressed. */
interface Situation {
  /** The focus is in something one types into. */
  typing: boolean;
  /** A dialog stands before everything. */
  dialog: boolean;
}

/** What a key means; `null` where it means nothing here, and belongs to the browser or the field. */
export function keyCommand(event: KeyboardEvent, { typing, dialog }: Situation): KeyCommand | null {
  if (event.defaultPrevented) {
    return null;
  }
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  // Somebody comes in: these two work wherever one is, a dialog and a half-typed word included.
  if (control && !event.altKey && key === "l" && !event.shiftKey) {
    return "lock";
  }
  if (control && !event.altKey && key === "h" && event.shiftKey) {
    return "discreet";
  }
  // So does what one needs to read at all.
  if (control && !event.altKey && SIZES[event.key] !== undefined) {
    return SIZES[event.key] ?? null;
  }
  // Help comes over whatever is begun, and leaves it as it is.
  if (event.key === "F1" && !control && !event.altKey && !event.shiftKey) {
    return "help";
  }
  if (event.isComposing || dialog) {
    return null;
  }
  if (control && !event.altKey) {
    if (key === "k" && !event.shiftKey) {
      return "find";
    }
    if (typing) {
      return null;
    }
    if (key === "z") {
      return event.shiftKey ? "redo" : "undo";
    }
    return key === "y" && !event.shiftKey ? "redo" : null;
  }
  // What stands in a field is not lost by a slip of the finger: Escape steps out of the field first.
  if (typing) {
    return event.key === "Escape" && !event.altKey ? "out" : null;
  }
  if (event.altKey && !control && event.key === "ArrowLeft") {
    return "back";
  }
  if (control || event.altKey) {
    return null;
  }
  if (event.key === "Escape") {
    return "back";
  }
  // Where `?` lies depends on the keyboard, with Shift or without.
  if (event.key === "?") {
    return "keys";
  }
  if (event.shiftKey) {
    return null;
  }
  return LETTERS[key] ?? null;
}

/** Whether somebody types into this. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) {
    return true;
  }
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(target.type);
}
