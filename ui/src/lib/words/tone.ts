// The words of the tone check: what each finding is, and why it matters.
import type { ReadingView } from "../api/types";
import { count } from "./format";

interface ToneWords {
  label: string;
  why: string;
}

const kinds: Record<string, ToneWords> = {
  blame: {
    label: "Blame",
    why: "It puts the fault on the reader; a fact with its date says the same and can be checked.",
  },
  motive: {
    label: "Motive",
    why: "It says what somebody wanted or is; a letter can only know what was said and done.",
  },
  absolute: { label: "Absolute", why: "One exception makes it untrue; say when and how often instead." },
  threat: { label: "Threat", why: "It reads as a threat; say what will happen, on which day, under which clause." },
  over_apology: { label: "Over-apology", why: "So much regret sounds like guilt; once and plainly is enough." },
  reopens: { label: "Reopens the talk", why: "It invites an answer to something that is decided." },
  promise: { label: "Promise", why: "It promises what you may not be able to keep." },
  merits: { label: "Opinion on the case", why: "It judges their case, and somebody may rely on it." },
  sarcasm: { label: "Sarcasm", why: "Quotation marks round a plain word read as scorn." },
  exclamation: { label: "Exclamation", why: "On paper it sounds louder than it was meant." },
  capitals: { label: "Capitals", why: "Words in capitals read as shouting." },
  other_client: { label: "Somebody else’s data", why: "It names another client of yours; take it out." },
};

export const toneWords = {
  heading: "Tone",
  use: (words: string): string => `Use “${words}”`,
  leave: "Leave it…",
  leaveNote: "Why it stays",
  leaveHint: "a note for yourself; not in the letter",
  leaveDo: "Leave it",
  cancel: "Cancel",
  left: (note: string): string => (note === "" ? "Left as it is" : `Left as it is: ${note}`),
  again: "Look at it again",
  inSubject: "In the subject",
} as const;

/** "Blame": what a finding is. */
export function toneLabel(kind: string): string {
  return kinds[kind]?.label ?? kind;
}

/** Why it matters, in a sentence. */
export function toneWhy(kind: string): string {
  return kinds[kind]?.why ?? "";
}

/** The bands of Flesch's own table, from hard to easy. */
const BANDS: readonly [number, string][] = [
  [30, "very hard to read"],
  [50, "hard to read"],
  [60, "fairly hard to read"],
  [70, "plain to read"],
  [80, "easy to read"],
];

/** "142 words, 11 sentences, easy to read". */
export function readingSentence(reading: ReadingView): string {
  const ease = BANDS.find(([below]) => reading.ease < below)?.[1] ?? "very easy to read";
  return `${count(reading.words, "word", "words")}, ${count(reading.sentences, "sentence", "sentences")}, ${ease}`;
}

/** Where the score comes from. */
export function readingNote(reading: ReadingView): string {
  return `Reading ease ${String(Math.round(reading.ease))} of 100, by the formula of the letter’s language`;
}
