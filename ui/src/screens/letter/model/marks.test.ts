import { describe, expect, it } from "vitest";
import type { ToneFinding } from "../../../lib/api/types";
import { pieces, reworded } from "./marks";

const TEXT = "You always miss it, you never answer.";
const finding = (words: string, change: Partial<ToneFinding> = {}): ToneFinding => {
  const from = TEXT.indexOf(words);
  return { kind: "blame", from, to: from + words.length, words, rewording: null, dismissed: null, ...change };
};

describe("the marks behind a paragraph", () => {
  it("cut the text where something was noticed, and lose no letter of it", () => {
    const found = pieces(TEXT, [finding("you never"), finding("You always")]);
    expect(found.map(({ text }) => text).join("")).toBe(TEXT);
    expect(found.filter(({ kind }) => kind !== null).map(({ text }) => text)).toEqual(["You always", "you never"]);
  });

  it("leave out what was dismissed, overlaps, or is no longer there", () => {
    const dismissed = finding("You always", { dismissed: "" });
    const stale = { ...finding("you never"), from: 0, to: 9 };
    const overlapping = [finding("You always"), finding("always miss")];
    expect(pieces(TEXT, [dismissed, stale]).every(({ kind }) => kind === null)).toBe(true);
    expect(pieces(TEXT, overlapping).filter(({ kind }) => kind !== null)).toHaveLength(1);
  });

  it("reword only the words that were noticed", () => {
    expect(reworded(TEXT, finding("You always", { rewording: "Twice you" }))).toBe(
      "Twice you miss it, you never answer.",
    );
    expect(reworded("Other words", finding("You always", { rewording: "Twice you" }))).toBe("Other words");
  });
});
