// What an action is, and which of them a text asks for.

/** One thing to do. */
export interface Action {
  /** Unlike that of all others. */
  id: string;
  /** The sort, as the palette says it before the label. */
  sort: string;
  label: string;
  /** All words that it answers to, folded. */
  words: readonly string[];
  /** The keys that do it without the palette. */
  keys: readonly string[];
  run: () => void;
}

/** So many stand in the list at once. */
export const MOST_ACTIONS = 7;

/** Those that answer to all words typed: each the beginning of one of theirs; those whose label begins so stand first. */
export function matching(all: readonly Action[], text: string): Action[] {
  const typed = folded(text);
  if (typed.join("").length < 2) return [];
  const hits = all.filter(({ words: known }) => typed.every((word) => known.some((each) => each.startsWith(word))));
  const begins = ({ label }: Action): boolean => folded(label).join(" ").startsWith(typed.join(" "));
  return [...hits.filter(begins), ...hits.filter((hit) => !begins(hit))].slice(0, MOST_ACTIONS);
}

/** Words without case, marks and accents. */
export function folded(text: string): string[] {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}+]+/u)
    .filter((word) => word !== "");
}
