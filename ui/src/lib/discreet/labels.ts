// The texts that may be seen by anybody: what the catalogue of words holds as it stands. A text that was put together from
// a record is never among them, since its words are made by a function; and a table that names what a record can hold (a
// verdict, an outcome) is no label, since it says what a record holds, even where a screen uses the same word. Only the
// tables of a screen's own words and the kinds' titles are taken.
const modules = import.meta.glob<Record<string, unknown>>(["../words/*.ts", "!../words/*.test.ts"], { eager: true });

/** Tables of labels whose names do not end in `Words`. */
const LABELS: readonly string[] = ["kindTitle", "kindHeading", "kindHint", "groupWord", "exports", "periodWord"];

/** What stands around a label in a sentence and says nothing. */
const AROUND = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

const tables = Object.values(modules).flatMap((module) => Object.entries(module));
const isLabels = (name: string): boolean => name.endsWith("Words") || LABELS.includes(name);
const labels = new Set(tables.flatMap(([name, value]) => (isLabels(name) ? texts(value) : [])));
// `verdictWord`, `outcomeWord` and their like.
tables
  .filter(([name]) => name.endsWith("Word") && !isLabels(name))
  .flatMap(([, value]) => texts(value))
  .forEach((text) => labels.delete(text));

/** Whether a text is a label, and so says nothing of any record; so does a text without letters, figures and signs. */
export function isLabel(text: string): boolean {
  // A figure alone is none, even where a word of the catalogue gives it as an example.
  return !/[\p{L}\p{N}\p{S}]/u.test(text) || (/\p{L}/u.test(text) && labels.has(plain(text)));
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [plain(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(AROUND, "");
}
