// The guide's Markdown becomes blocks; what the window could not show stops the build, and says where.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compileGuide } from "./compile";
import type { Block } from "./guide";

let docs = "";

beforeEach(() => {
  docs = mkdtempSync(join(tmpdir(), "kindly-guide-"));
  mkdirSync(join(docs, "guide"));
});

afterEach(() => {
  rmSync(docs, { recursive: true });
});

const INDEX =
  "# Guide\n\n## All\n- [One](guide/one.md): the first,\n  in short\n- [Out](other.md): not for the window\n";

function compile(page: string, index = INDEX): ReturnType<typeof compileGuide> {
  writeFileSync(join(docs, "guide.md"), index);
  writeFileSync(join(docs, "guide", "one.md"), page);
  return compileGuide(docs);
}

it.each<[string, Block]>([
  ["Plain & simple,\nit's <3", { is: "text", of: ["Plain & simple, it's <3"] }],
  ["## A *b*", { is: "heading", of: ["A ", { is: "em", of: ["b"] }] }],
  ["**Bold**", { is: "text", of: [{ is: "strong", of: ["Bold"] }] }],
  ["`Ctrl K`", { is: "text", of: [{ is: "key", text: "Ctrl K" }] }],
  ['`halden "x" & y`', { is: "text", of: [{ is: "code", text: 'halden "x" & y' }] }],
  ["[here](one.md)", { is: "text", of: [{ is: "link", page: "one", of: ["here"] }] }],
  ["1. one\n2. two", { is: "list", ordered: true, items: [["one"], ["two"]] }],
  ["- one", { is: "list", ordered: false, items: [["one"]] }],
  ["| a | b |\n|---|---|\n| c | d |", { is: "table", head: [["a"], ["b"]], rows: [[["c"], ["d"]]] }],
])("%s", (markdown, block) => {
  const [group] = compile(`# One\n\n${markdown}\n`);
  expect(group, "in the group of the index, by its title").toEqual({
    title: "All",
    pages: [{ name: "one", title: "One", about: "the first, in short", blocks: [block] }],
  });
});

it.each([
  ["a picture", "# One\n\n![x](x.png)", /one\.md: the window cannot show “!\[x\]/],
  ["HTML", "# One\n\n<b>x</b>", /one\.md: the window cannot show “<b>/],
  ["a link out of the guide", "# One\n\n[x](https://example.org)", /cannot show “\[x\]/],
  ["a link to no page", "# One\n\n[x](two.md)", /cannot show “\[x\]/],
  ["a list within a list", "# One\n\n- a\n  - b", /cannot show “- a/],
  ["a page without its title", "Text", /one\.md does not begin with its title/],
  ["another title", "# Two", /guide\.md calls one\.md “One”, itself “Two”/],
])("refuses %s", (_, page, error) => {
  expect(() => compile(page)).toThrow(error);
});

it("refuses a page that the index forgets, or a line that says nothing of its page", () => {
  expect(() => compile("# One", "# Guide\n")).toThrow("guide.md does not lead to one");
  expect(() => compile("# One", "# Guide\n\n## All\n- [One](guide/one.md)\n")).toThrow(/is not like/);
});
