// What one can do by its name, from the palette: the words on screen, and other words that mean the same.
import { shellWords } from "./shell";

/** An action's label, and what else one may call it. */
export interface ActionWords {
  label: string;
  also: string;
}

export const actionWords = {
  here: "On this screen",
  does: "Do",
  goes: "Go to",
  records: "Record",
  writes: "Write",
  reads: "Help",
} as const;

/** The places and deeds that the palette knows on every screen. */
export const actions = {
  today: { label: shellWords.places.today, also: "needs due tasks home" },
  clients: { label: shellWords.places.clients, also: "accounts customers list satisfaction delivered" },
  offering: { label: shellWords.places.offering, also: "themes shared complaints" },
  trust: { label: "Our own trust", also: "ourselves late unanswered" },
  enquiries: { label: shellWords.places.enquiries, also: "prospects leads pipeline" },
  fit: { label: "Criteria of fit", also: "whom we work with decline" },
  letters: { label: shellWords.places.letters, also: "pdf documents" },
  worth: { label: "What each client is worth", also: "profit hours whale ranking price fees" },
  renewals: { label: "Renewals", also: "planner notice dates agreements year" },
  friday: { label: "The Friday list", also: "weekly check-in ask" },
  templates: { label: "What comes again", also: "templates recurring monthly report" },
  history: { label: "History", also: "journal changes yesterday take back undo mistake restore" },
  import: { label: "Import CSV files", also: "bring in clients invoices spreadsheet" },
  lookback: { label: "Look back over the past months", also: "first evening begin" },
  settings: { label: shellWords.places.settings, also: "preferences practice profile" },
  letterhead: {
    label: "Letterhead and export",
    also: "your name logo signature address csv archive contacts calendar",
  },
  method: { label: "Method", also: "half-life bar thresholds verdict" },
  appearance: { label: "Appearance", also: "dark light theme contrast text size zoom" },
  safety: {
    label: "Safety: backups, passphrase, moving",
    also: "backup restore lock recovery another computer new laptop move transfer bundle protect encrypt damage",
  },
  form: { label: "Record by a form", also: "new add" },
  line: { label: "Record in one line", also: "new add quick" },
  undo: { label: "Take back the last step", also: "undo revert" },
  redo: { label: "Do it again", also: "redo" },
  lock: { label: "Lock the ledger", also: "close protect" },
  discreet: { label: "Hide names and figures", also: "discreet private screen share" },
  keys: { label: "Keys of this screen", also: "shortcuts keyboard" },
  help: { label: "Help about this screen", also: "guide manual how to f1" },
  larger: { label: "Larger text", also: "zoom in bigger size" },
  smaller: { label: "Smaller text", also: "zoom out size" },
  usual: { label: "Text at its usual size", also: "zoom reset" },
  dark: { label: "Dark", also: "theme night appearance" },
  light: { label: "Light", also: "theme day appearance" },
  system: { label: "Light or dark as the system", also: "theme automatic appearance" },
  sampleRemove: { label: "Remove the sample practice", also: "demo example delete" },
  decide: { label: "Before you decide", also: "part leave end decision" },
  evidence: { label: "Evidence file", also: "pdf proof records" },
  parting: { label: "Parting well", also: "offboarding hand back" },
  clientHistory: { label: "History of this client", also: "journal changes" },
} as const satisfies Record<string, ActionWords>;

export type ActionName = keyof typeof actions;
