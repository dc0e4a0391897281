// The paragraphs of a letter while they are edited: changed, added, moved, and brought together with newer suggestions.
import type { LetterParagraph } from "../../../lib/api/types";

/** The part of a paragraph that the user added. */
export const OWN_PART = "own";

/** A paragraph on screen; its key stays with it when it moves. */
export interface ShownParagraph extends LetterParagraph {
  key: number;
}

let nextKey = 1;

/** Paragraphs for the screen. Those that stood at the same place for the same part keep their keys, so that the cursor stays. */
export function shown(
  paragraphs: readonly LetterParagraph[],
  before: readonly ShownParagraph[] = [],
): ShownParagraph[] {
  const free = [...before];
  return paragraphs.map(({ part, text }) => {
    const found = free.findIndex((each) => each.part === part);
    const key = found < 0 ? undefined : free.splice(found, 1)[0]?.key;
    return { part, text, key: key ?? nextKey++ };
  });
}

/** The paragraphs as a letter keeps them: those that hold no words are left out. */
export function kept(paragraphs: readonly ShownParagraph[]): LetterParagraph[] {
  return paragraphs.map(({ part, text }) => ({ part, text })).filter(({ text }) => text.trim() !== "");
}

/** Whether two lists say the same. */
export function same(one: readonly LetterParagraph[], other: readonly LetterParagraph[]): boolean {
  return one.length === other.length && one.every(({ text }, index) => text === other[index]?.text);
}

/** With a new, empty paragraph behind the one at `index`. */
export function withAdded(paragraphs: readonly ShownParagraph[], index: number): ShownParagraph[] {
  const added = { part: OWN_PART, text: "", key: nextKey++ };
  return [...paragraphs.slice(0, index + 1), added, ...paragraphs.slice(index + 1)];
}

/** Without the one at `index`. */
export function withRemoved(paragraphs: readonly ShownParagraph[], index: number): ShownParagraph[] {
  return paragraphs.filter((_, each) => each !== index);
}

/** With the one at `index` moved up (-1) or down (1); unchanged at either end. */
export function withMoved(paragraphs: readonly ShownParagraph[], index: number, by: -1 | 1): ShownParagraph[] {
  const moved = [...paragraphs];
  const [one, other] = [moved[index], moved[index + by]];
  if (one === undefined || other === undefined) return moved;
  moved[index] = other;
  moved[index + by] = one;
  return moved;
}

/**
 * With other words in the one at `index`. A line break, typed or pasted, begins a new paragraph, but for the lines of a
 * list, which begin with a dash and stay below the sentence that they belong to.
 */
export function withText(paragraphs: readonly ShownParagraph[], index: number, text: string): ShownParagraph[] {
  const [first = "", ...more] = text.includes("\n") ? text.split(/[^\S\n]*\n(?!– )\s*/) : [text];
  const last = more.length - 1;
  const added = more
    .filter((line, at) => line !== "" || at === last)
    .map((line) => ({ part: OWN_PART, text: line, key: nextKey++ }));
  return paragraphs.flatMap((each, at) => (at === index ? [{ ...each, text: first }, ...added] : [each]));
}

/** With the one at `index` drawn up to the end of the one before it. */
export function withJoined(paragraphs: readonly ShownParagraph[], index: number): ShownParagraph[] {
  const [before, joined] = [paragraphs[index - 1], paragraphs[index]];
  if (before === undefined || joined === undefined) return [...paragraphs];
  const text = [before.text.trimEnd(), joined.text.trimStart()].filter((each) => each !== "").join(" ");
  return [...paragraphs.slice(0, index - 1), { ...before, text }, ...paragraphs.slice(index + 1)];
}

/**
 * The user's words brought together with a newer suggestion: what they wrote stays, what they left as it was follows the
 * suggestion. `base` is the suggestion that `mine` was made from.
 */
export function merged(
  base: readonly LetterParagraph[],
  mine: readonly LetterParagraph[],
  suggestion: readonly LetterParagraph[],
): LetterParagraph[] {
  const [baseParts, mineParts, newParts] = [byPart(base), byPart(mine), byPart(suggestion)];
  const result: { name: string; paragraph: LetterParagraph }[] = [];
  for (const [name, paragraph] of mineParts) {
    const before = baseParts.get(name);
    const now = newParts.get(name);
    const untouched = before !== undefined && before.text === paragraph.text;
    if (untouched && now === undefined) continue;
    result.push({ name, paragraph: untouched && now !== undefined ? now : paragraph });
  }
  let place = 0;
  for (const [name, paragraph] of newParts) {
    const at = result.findIndex((each) => each.name === name);
    if (at >= 0) {
      place = at + 1;
      continue;
    }
    // Taken out by the user: it comes back only where a choice has changed it since.
    if (baseParts.get(name)?.text === paragraph.text) continue;
    result.splice(place, 0, { name, paragraph });
    place += 1;
  }
  return result.map((each) => each.paragraph);
}

/** Each paragraph under a name of its own: its part, and which one of that part it is. */
function byPart(paragraphs: readonly LetterParagraph[]): Map<string, LetterParagraph> {
  const counts = new Map<string, number>();
  return new Map(
    paragraphs.map((paragraph) => {
      const count = counts.get(paragraph.part) ?? 0;
      counts.set(paragraph.part, count + 1);
      return [`${paragraph.part} ${count}`, paragraph];
    }),
  );
}
