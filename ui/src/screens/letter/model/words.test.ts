import { expect, test } from "vitest";
import type { LetterParagraph } from "../../../lib/api/types";
import { kept, merged, same, shown, withAdded, withJoined, withMoved, withRemoved, withText } from "./words";

/** "part: text" lines as paragraphs. */
function paragraphs(...lines: string[]): LetterParagraph[] {
  return lines.map((line) => {
    const [part = "", text = ""] = line.split(": ");
    return { part, text };
  });
}

const lines = (list: readonly LetterParagraph[]): string[] => list.map(({ part, text }) => `${part}: ${text}`);

const base = paragraphs("notice: N", "thanks: T", "wishes: W");

test.each([
  {
    why: "words left as they were follow the suggestion",
    mine: base,
    now: paragraphs("notice: N2", "thanks: T", "wishes: W"),
    expected: ["notice: N2", "thanks: T", "wishes: W"],
  },
  {
    why: "words of one's own stay",
    mine: paragraphs("notice: mine", "thanks: T", "wishes: W"),
    now: paragraphs("notice: N2", "thanks: T2", "wishes: W"),
    expected: ["notice: mine", "thanks: T2", "wishes: W"],
  },
  {
    why: "what a choice brings in comes at its place",
    mine: paragraphs("notice: mine", "thanks: T", "wishes: W"),
    now: paragraphs("notice: N", "reason: R", "thanks: T", "wishes: W"),
    expected: ["notice: mine", "reason: R", "thanks: T", "wishes: W"],
  },
  {
    why: "what a choice takes away goes, unless it was rewritten",
    mine: paragraphs("notice: N", "thanks: T", "wishes: mine"),
    now: paragraphs("notice: N"),
    expected: ["notice: N", "wishes: mine"],
  },
  {
    why: "a paragraph that was taken out stays out",
    mine: paragraphs("notice: N", "wishes: W"),
    now: paragraphs("notice: N2", "thanks: T", "wishes: W"),
    expected: ["notice: N2", "wishes: W"],
  },
  {
    why: "a paragraph that was taken out comes back where a choice changed it",
    mine: paragraphs("notice: N", "wishes: W"),
    now: paragraphs("notice: N", "thanks: T2", "wishes: W"),
    expected: ["notice: N", "thanks: T2", "wishes: W"],
  },
  {
    why: "an order of one's own stays, and so does what was added",
    mine: paragraphs("wishes: W", "own: P.S.", "notice: N", "thanks: T"),
    now: paragraphs("notice: N2", "thanks: T", "wishes: W"),
    expected: ["wishes: W", "own: P.S.", "notice: N2", "thanks: T"],
  },
  {
    why: "two paragraphs of one part are told apart",
    mine: paragraphs("notice: N", "own: one", "own: two"),
    now: paragraphs("notice: N2", "thanks: T", "wishes: W"),
    expected: ["notice: N2", "own: one", "own: two"],
  },
])("$why", ({ why, mine, now, expected }) => {
  expect(lines(merged(base, mine, now)), why).toEqual(expected);
});

test("paragraphs are changed one at a time, and keep their keys", () => {
  const start = shown(base);
  const keys = start.map(({ key }) => key);
  expect(new Set(keys).size, "each has a key of its own").toBe(3);
  expect(lines(withText(start, 1, "Thanks!"))).toEqual(["notice: N", "thanks: Thanks!", "wishes: W"]);
  expect(lines(withMoved(start, 0, 1))).toEqual(["thanks: T", "notice: N", "wishes: W"]);
  expect(lines(withMoved(start, 0, -1)), "the first cannot go up").toEqual(lines(start));
  expect(lines(withMoved(start, 2, 1)), "the last cannot go down").toEqual(lines(start));
  expect(lines(withRemoved(start, 1))).toEqual(["notice: N", "wishes: W"]);
  const added = withAdded(start, 0);
  expect(lines(added)).toEqual(["notice: N", "own: ", "thanks: T", "wishes: W"]);
  expect(lines(kept(added)), "an empty paragraph is not kept").toEqual(lines(base));
  expect(same(kept(added), base)).toBe(true);
  expect(
    shown(base, start).map(({ key }) => key),
    "the cursor stays where it was",
  ).toEqual(keys);
});

test("a line break begins a new paragraph, and Backspace at its start takes it back", () => {
  const start = shown(base);
  const split = withText(start, 1, "Thank you \n for the work.");
  expect(lines(split)).toEqual(["notice: N", "thanks: Thank you", "own: for the work.", "wishes: W"]);
  expect(lines(withJoined(split, 2))).toEqual(["notice: N", "thanks: Thank you for the work.", "wishes: W"]);
  expect(lines(withJoined(split, 0)), "the first has none before it").toEqual(lines(split));
  expect(lines(withText(start, 0, "N\n")), "at the end, an empty one to go on in").toEqual([
    "notice: N",
    "own: ",
    "thanks: T",
    "wishes: W",
  ]);
  expect(lines(withText(start, 2, "one\r\n\r\n\r\ntwo")), "blank lines of what was pasted are no paragraphs").toEqual([
    "notice: N",
    "thanks: T",
    "wishes: one",
    "own: two",
  ]);
});

test("the lines of a list stay below their sentence, and a break after them begins a new paragraph", () => {
  const list = shown(paragraphs("done: Done:"));
  const text = "Done:\n– the report\n– the minutes";
  expect(lines(withText(list, 0, text))).toEqual([`done: ${text}`]);
  expect(lines(withText(list, 0, `${text}\nThank you.`))).toEqual([`done: ${text}`, "own: Thank you."]);
});
