/** A piece of a sentence. */
export type Inline =
  | string
  | { is: "strong"; of: Inline[] }
  | { is: "em"; of: Inline[] }
  /** Something typed, or a file's name. */
  | { is: "code"; text: string }
  /** A key to press. */
  | { is: "key"; text: string }
  | { is: "link"; page: string; of: Inline[] };

/** A piece of a page. */
export type Block =
  | { is: "heading"; of: Inline[] }
  | { is: "text"; of: Inline[] }
  | { is: "list"; ordered: boolean; items: Inline[][] }
  | { is: "table"; head: Inline[][]; rows: Inline[][][] };

/** A page of the guide: one task. */
export interface GuidePage {
  name: string;
  title: string;
  /** What it is about, as the index has it. */
  about: string;
  blocks: Block[];
}

/** The pages that belong together, as the index has them. */
export interface GuideGroup {
  title: string;
  pages: GuidePage[];
}

/** The words of a text without their look. */
export function plain(of: readonly Inline[]): string {
  return of.map((piece) => (typeof piece === "string" ? piece : "of" in piece ? plain(piece.of) : piece.text)).join("");
}

/** All words of a page, a line a paragraph. */
export function pageText({ title, about, blocks }: GuidePage): string {
  return [title, about, ...blocks.flatMap(blockTexts)].join("\n");
}

function blockTexts(block: Block): string[] {
  switch (block.is) {
    case "list":
      return block.items.map(plain);
    case "table":
      return [block.head, ...block.rows].map((row) => row.map(plain).join(" "));
    default:
      return [plain(block.of)];
  }
}

/** Every link of a page to another, by name. */
export function linksOf({ blocks }: GuidePage): string[] {
  const within = (of: readonly Inline[]): string[] =>
    of.flatMap((piece) => {
      if (typeof piece === "string" || !("of" in piece)) return [];
      return piece.is === "link" ? [piece.page] : within(piece.of);
    });
  return blocks.flatMap((block) => {
    switch (block.is) {
      case "list":
        return block.items.flatMap(within);
      case "table":
        return [block.head, ...block.rows].flat().flatMap(within);
      default:
        return within(block.of);
    }
  });
}

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase();

/** The pages that have every word that is looked for, somewhere; those with all of them in the title come first. */
export function findPages(groups: readonly GuideGroup[], wanted: string): GuidePage[] {
  const words = folded(wanted).split(/\s+/).filter(Boolean);
  const has = (text: string): boolean => words.every((word) => folded(text).includes(word));
  const found = groups.flatMap(({ pages }) => pages).filter((page) => has(pageText(page)));
  return [...found.filter(({ title }) => has(title)), ...found.filter(({ title }) => !has(title))];
}
