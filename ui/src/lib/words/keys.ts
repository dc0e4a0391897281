// The keys, told by `?`: those that work everywhere, and those of the screen that is shown.
import type { Route } from "../state/route";

export const keysWords = {
  title: "Keys",
  here: "On this screen",
  everywhere: "Everywhere",
} as const;

export interface KeyLine {
  /** The keys, each in a frame of its own; alternatives stand side by side. */
  keys: readonly string[];
  does: string;
}

export const everywhereKeys: readonly KeyLine[] = [
  { keys: ["Ctrl", "K"], does: "find anything, do anything" },
  { keys: ["N"], does: "record in one line" },
  { keys: ["R"], does: "record by a form" },
  { keys: ["F"], does: "the Friday list" },
  { keys: ["Ctrl", "Z"], does: "take back the last step" },
  { keys: ["Shift", "Ctrl", "Z"], does: "do it again" },
  { keys: ["Esc"], does: "one step back" },
  { keys: ["Alt", "←"], does: "to the screen before" },
  { keys: ["Ctrl", "L"], does: "lock" },
  { keys: ["Ctrl", "Shift", "H"], does: "hide names and figures" },
  { keys: ["Ctrl", "+"], does: "larger text" },
  { keys: ["Ctrl", "−"], does: "smaller text" },
  { keys: ["Ctrl", "0"], does: "text at its usual size" },
  { keys: ["?"], does: "these keys" },
  { keys: ["F1"], does: "help about this screen" },
];

const choosing: readonly KeyLine[] = [
  { keys: ["X"], does: "choose the line, to change several at once" },
  { keys: ["Esc"], does: "let go of what is chosen" },
];

const saving = (what: string): KeyLine => ({ keys: ["Ctrl", "S"], does: what });

/** Every screen stands here, so that a new one says its keys, or that it has none. */
export const screenKeys: Record<Route["screen"], readonly KeyLine[]> = {
  today: [],
  friday: [
    { keys: ["Enter"], does: "nothing new, or save and go on" },
    { keys: ["D"], does: "delivered" },
    { keys: ["H"], does: "heard from them" },
    { keys: ["O"], does: "they owe something" },
    { keys: ["M"], does: "what they owed came" },
    { keys: ["A"], does: "ask how it goes" },
    { keys: ["↑", "↓"], does: "the row before, or after" },
  ],
  templates: [],
  clients: choosing,
  client: choosing,
  worth: [],
  renewals: [],
  decide: [],
  evidence: [saving("save the file")],
  offering: [],
  trust: [],
  enquiries: [],
  fit: [],
  letters: [],
  letter: [saving("save the letter as a PDF")],
  parting: [],
  history: [],
  settings: [],
  import: [],
  lookback: [{ keys: ["Esc"], does: "leave it as it is" }],
  welcome: [],
};
