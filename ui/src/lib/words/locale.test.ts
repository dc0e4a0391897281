// Dates, numbers and plurals follow one locale, which one file names.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { count, day, form, LOCALE, list, number, percent } from "./format";

const shown = readdirSync("src", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.(ts|svelte)$/.test(file) && !file.endsWith(".test.ts") && !file.startsWith("lib/api/"),
);

it("no other file names a locale where it writes a date, a number or a letter's case", () => {
  expect(shown.length, "the interface was read").toBeGreaterThan(100);
  const named = shown.filter((file) => {
    const text = readFileSync(`src/${file}`, "utf8");
    return /(Intl\.\w+(Format|Rules|Collator|Segmenter)|toLocale\w+)\((undefined|"|\))/.test(text);
  });
  expect(named, "each takes the locale of format.ts").toEqual([]);
});

it("a number, its plural and a list are those of the locale", () => {
  expect(LOCALE).toBe("en-GB");
  expect(new Intl.PluralRules(LOCALE).resolvedOptions().pluralCategories, "forms that a word needs").toHaveLength(2);
  expect([0, 1, 2, 1.5].map((n) => form(n, "day", "days"))).toEqual(["days", "day", "days", "days"]);
  expect(count(12_345, "record", "records")).toBe("12,345 records");
  expect([number(-3), percent(0.425), day("2026-11-05")]).toEqual(["-3", "43%", "5 Nov"]);
  expect(list(["a", "b", "c"])).toBe("a, b and c");
});
