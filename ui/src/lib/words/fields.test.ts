import { describe, expect, it } from "vitest";
import { fields } from "../api/fields";
import type { Kind } from "../api/types";
import { fieldLabel, hasWords, optionWord } from "./fields";

const all = (Object.keys(fields) as Kind[]).flatMap((kind) => fields[kind].map((spec) => ({ kind, spec })));

describe("the words of fields", () => {
  it("has a label for every field of every kind", () => {
    const without = all.filter(({ kind, spec }) => !hasWords(kind, spec.key));
    expect(
      without.map(({ kind, spec }) => `${kind}.${spec.key}`),
      "fields without words",
    ).toEqual([]);
  });

  it("has a word for all that a field can hold", () => {
    // "months" is kept as the word that it is.
    const worded = all.filter(({ spec }) => spec.key !== "notice.unit");
    const bare = worded.flatMap(({ kind, spec: { key, shape } }) =>
      shape.is === "one_of"
        ? shape.words.filter((word) => optionWord(kind, key, word) === word).map((word) => `${kind}.${key}: ${word}`)
        : [],
    );
    expect(bare, "shown as they are kept").toEqual([]);
  });

  it("calls no two fields of a kind alike", () => {
    for (const kind of Object.keys(fields) as Kind[]) {
      const labels = fields[kind].map(({ key }) => fieldLabel(kind, key));
      const twice = labels.filter((label, place) => labels.indexOf(label) !== place);
      expect(twice, `labels that two fields of ${kind} share`).toEqual([]);
    }
  });
});
