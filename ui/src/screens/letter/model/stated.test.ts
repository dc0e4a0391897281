import { describe, expect, it } from "vitest";
import type { FormField } from "../../../lib/api/types";
import { linesIn, moneyFrom, moneyText, neededFirst, textIn, withKey, without } from "./stated";

const field = (change: Partial<FormField>): FormField => ({
  key: "options",
  shape: "lines",
  options: [],
  needed: true,
  missing: false,
  stated: null,
  shown: [],
  kind: null,
  id: null,
  field: null,
  editable: true,
  ...change,
});

describe("what a letter states itself", () => {
  it("reads amounts with their currency, and nothing that is unclear", () => {
    for (const [text, minor, currency] of [
      ["1,200.50 EUR", 120050, "EUR"],
      ["eur 1200", 120000, "EUR"],
      ["900.5 gbp", 90050, "GBP"],
    ] as const) {
      expect(moneyFrom(text), text).toEqual({ minor, currency });
    }
    for (const text of ["1200", "about 5 EUR", "", "EUR", "1.2.3 EUR"]) expect(moneyFrom(text), text).toBeNull();
    expect(moneyText({ shape: "money", value: { minor: 120050, currency: "EUR" } })).toBe("1200.50 EUR");
  });

  it("shows the record's words until the letter has its own", () => {
    expect(textIn(field({ shown: ["of the record"], id: "one" }))).toBe("of the record");
    expect(textIn(field({ shown: ["typed before"] })), "without a record the field is as empty as it was made").toBe(
      "",
    );
    expect(textIn(field({ shown: ["of the record"], stated: { shape: "text", value: "mine" } }))).toBe("mine");
    expect(linesIn(field({ shown: ["one"], stated: { shape: "lines", value: ["two"] } }))).toEqual(["two"]);
  });

  it("puts what is still needed first, and keeps lists of parts free of doubles", () => {
    const fields = [field({ key: "a" }), field({ key: "b", missing: true })];
    expect(neededFirst(fields).map(({ key }) => key)).toEqual(["b", "a"]);
    expect(withKey(["thanks"], "thanks")).toEqual(["thanks"]);
    expect(without(["thanks", "call"], "thanks")).toEqual(["call"]);
  });
});
