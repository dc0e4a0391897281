// Turns the guide's Markdown into blocks while the window is built, so that nothing has to make HTML from text later. What
// the window could not show (a picture, a link that leads nowhere, a list within a list) stops the build, and says where.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { marked, type MarkedToken, type Token } from "marked";
import type { Block, GuideGroup, GuidePage, Inline } from "./guide";

/** A key, or keys held together: `Ctrl K`, `F1`, `Shift Ctrl Z`. */
const KEY = /^(?:(?:Ctrl|Shift|Alt) )*(?:[A-Z?]|F\d+|Esc|Enter|Tab|[←→↑↓])$/u;

/** Reads `guide.md` and the pages in `guide/` beside it, in the order of the index. */
export function compileGuide(docs: string): GuideGroup[] {
  const index = marked.lexer(readFileSync(join(docs, "guide.md"), "utf8")) as MarkedToken[];
  const groups: GuideGroup[] = [];
  for (const token of index) {
    if (token.type === "heading" && token.depth === 2) {
      groups.push({ title: token.text, pages: [] });
    } else if (token.type === "list") {
      const pages = token.items.flatMap(({ text }) => pageOfLine(docs, text));
      groups.at(-1)?.pages.push(...pages);
    }
  }
  const listed = groups.flatMap(({ pages }) => pages.map(({ name }) => name));
  const forgotten = guideFiles(docs).filter((name) => !listed.includes(name));
  if (forgotten.length > 0) throw new Error(`guide.md does not lead to ${forgotten.join(", ")}`);
  return groups.filter(({ pages }) => pages.length > 0);
}

/** The names of the pages that there are. */
export function guideFiles(docs: string): string[] {
  return readdirSync(join(docs, "guide"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => basename(file, ".md"));
}

/** A line of the index, `[Title](guide/name.md): what it is about`; others lead out of the guide, and are for readers of the files. */
function pageOfLine(docs: string, line: string): GuidePage[] {
  const [, title, name, about] = /^\[(.+?)\]\(guide\/([a-z-]+)\.md\): (.+)$/su.exec(line) ?? [];
  if (title === undefined || name === undefined || about === undefined) {
    if (line.includes("](guide/")) throw new Error(`guide.md: “${line}” is not like [Title](guide/name.md): about`);
    return [];
  }
  const page = compilePage(docs, name, about.replace(/\s+/g, " "));
  if (page.title !== title) throw new Error(`guide.md calls ${name}.md “${title}”, itself “${page.title}”`);
  return [page];
}

function compilePage(docs: string, name: string, about: string): GuidePage {
  const folder = join(docs, "guide");
  const [first, ...rest] = marked.lexer(readFileSync(join(folder, `${name}.md`), "utf8")) as MarkedToken[];
  if (first?.type !== "heading" || first.depth !== 1) throw new Error(`${name}.md does not begin with its title`);
  const exists = (page: string): boolean => existsSync(join(folder, `${page}.md`));
  return { name, title: first.text, about, blocks: rest.flatMap((token) => blockOf(token, { name, exists })) };
}

interface Place {
  name: string;
  exists: (page: string) => boolean;
}

function blockOf(token: MarkedToken, place: Place): Block[] {
  const inline = (tokens: Token[] | undefined): Inline[] => inlineOf(tokens ?? [], place);
  switch (token.type) {
    case "space":
      return [];
    case "heading":
      return [{ is: "heading", of: inline(token.tokens) }];
    case "paragraph":
      return [{ is: "text", of: inline(token.tokens) }];
    case "list": {
      const items = token.items.map((item) => {
        const [only, ...more] = item.tokens as MarkedToken[];
        if (only?.type !== "text" || more.length > 0) return refuse(item, place);
        return inline(only.tokens);
      });
      return [{ is: "list", ordered: token.ordered, items }];
    }
    case "table":
      return [
        {
          is: "table",
          head: token.header.map((cell) => inline(cell.tokens)),
          rows: token.rows.map((row) => row.map((cell) => inline(cell.tokens))),
        },
      ];
    default:
      return refuse(token, place);
  }
}

function inlineOf(tokens: Token[], place: Place): Inline[] {
  return (tokens as MarkedToken[]).map((token): Inline => {
    switch (token.type) {
      case "text":
      case "escape":
        return token.text.replace(/\s*\n\s*/g, " ");
      case "strong":
      case "em":
        return { is: token.type, of: inlineOf(token.tokens, place) };
      case "codespan":
        return { is: KEY.test(token.text) ? "key" : "code", text: token.text };
      case "link": {
        const page = /^([a-z-]+)\.md$/.exec(token.href)?.[1];
        if (page === undefined || !place.exists(page)) return refuse(token, place);
        return { is: "link", page, of: inlineOf(token.tokens, place) };
      }
      default:
        return refuse(token, place);
    }
  });
}

function refuse(token: { raw: string }, { name }: Place): never {
  throw new Error(`docs/guide/${name}.md: the window cannot show “${token.raw.trim()}”`);
}
