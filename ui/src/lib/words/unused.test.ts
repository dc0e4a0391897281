// No text stands in the catalogue that nobody shows: it would be translated and checked for nothing.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file, text: readFileSync(`src/${file}`, "utf8") }));
const catalogue = files.filter(({ file }) => file.startsWith("lib/words/"));

/** The objects of texts whose keys are named by hand: those that are keyed by a value are complete by their type. */
function texts(text: string): { of: string; keys: string[] }[] {
  return [...text.matchAll(/^export const (\w+Words) = \{\n([\s\S]*?)^\}( as const| satisfies [^;]+)?;/gm)].map(
    ([, of = "", body = ""]) => ({ of, keys: [...body.matchAll(/^ {2}(\w+):/gm)].map(([, key = ""]) => key) }),
  );
}

test("every text of the catalogue is shown somewhere", () => {
  const found = catalogue.flatMap(({ file, text }) => texts(text).map((one) => ({ file, ...one })));
  expect(found.length, "the catalogue was read").toBeGreaterThan(20);
  // One that is asked by a value has a text for each, by its type.
  const byHand = found.filter(({ of }) => !files.some(({ text }) => text.includes(`${of}[`)));
  const unused = byHand.flatMap(({ file, of, keys }) => {
    // Whoever shows them names the object, under its own name or as `words`.
    const users = files.filter(({ text }) => text.includes(of));
    return keys
      .filter((key) => !users.some(({ text }) => new RegExp(`[.[]\\??"?${key}\\b`).test(text)))
      .map((key) => `${file}: ${of}.${key}`);
  });
  expect(unused).toEqual([]);
});
