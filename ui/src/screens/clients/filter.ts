import type { ClientRow, ClientStatus } from "../../lib/api/types";

/** Which clients one wants to see. */
export interface Wanted {
  /** A part of the name, or of a group. */
  text: string;
  status: ClientStatus | "any";
  /** They belong to all of these groups. */
  tags: readonly string[];
}

/** "Ørsted Größe" and "orsted grosse" are alike. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ø", "o")
    .replaceAll("ł", "l");
}

/** Those that are wanted; `names` holds each row's folded text, so that a keystroke need not fold thousands. */
export function matching(rows: readonly ClientRow[], names: readonly string[], wanted: Wanted): readonly ClientRow[] {
  const text = folded(wanted.text.trim());
  if (text === "" && wanted.status === "any" && wanted.tags.length === 0) {
    return rows;
  }
  return rows.filter(
    (row, place) =>
      (names[place] ?? "").includes(text) &&
      (wanted.status === "any" || row.status === wanted.status) &&
      wanted.tags.every((tag) => row.tags.includes(tag)),
  );
}

/** What is searched of each row. */
export function searched(rows: readonly ClientRow[]): string[] {
  return rows.map((row) => folded([row.name, ...row.tags].join(" ")));
}

/** All groups, the commonest first. */
export function tagsOf(rows: readonly ClientRow[]): string[] {
  const counts = new Map<string, number>();
  for (const tag of rows.flatMap((row) => row.tags)) {
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([tag]) => tag);
}

/** The statuses that occur, in the order of a relationship. */
export function statusesOf(rows: readonly ClientRow[]): ClientStatus[] {
  const all: readonly ClientStatus[] = ["prospect", "active", "ended", "archived"];
  const there = new Set(rows.map((row) => row.status));
  return all.filter((status) => there.has(status));
}
