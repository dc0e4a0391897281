import type { Place } from "../state/route";

/** The frame around every screen. */
export const shellWords = {
  brand: "Kindly",
  navigation: "Screens",
  menu: "Menu",
  places: {
    today: "Today",
    clients: "Clients",
    offering: "Offering or fit?",
    enquiries: "Enquiries",
    letters: "Letters",
    settings: "Settings",
  } satisfies Record<Place, string>,
  record: "Record…",
  undo: "Undo",
  redo: "Redo",
  undoStep: (step: string): string => `Undo (Ctrl Z): ${step}`,
  redoStep: (step: string): string => `Redo (Shift Ctrl Z): ${step}`,
  tookBack: (step: string): string => `Taken back: ${step}`,
  didAgain: (step: string): string => `Done again: ${step}`,
  nothingToUndo: "There is nothing to undo",
  nothingToRedo: "There is nothing to redo",
  dismiss: "Dismiss",
  close: "Close",
  optional: "optional",
  fault: "Something went wrong inside Kindly. What you recorded is kept; close the window and open it again.",
  inTheWay: "Something rests on this",
  restsOnIt: (step: string): string => `In the way: ${step}.`,
  sampleBar: "You are looking at the sample practice.",
  sampleRemove: "Remove it",
  loading: "Opening the ledger",
} as const;

/** The palette that finds any record. The words of the line that records one stand in `line.ts`. */
export const findWords = {
  open: "Find or do",
  keys: "Ctrl K finds anything and does anything, N records in one line",
  label: "Find, or record in one line",
  placeholder: "A name, a word, a number…",
  nothing: (text: string): string => `Nothing found for “${text}”`,
  begin: "Type a name, a word from any record, or what you want to do.",
  found: "Found",
} as const;
