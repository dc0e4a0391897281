// A table as CSV by RFC 4180, its texts guarded as those of the export are (docs/export.md): nothing in it runs in a
// spreadsheet. Numbers are plain, with a point.

/** `null` where there is nothing. */
export type Cell = string | number | null;

export interface CellTable {
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
}

const FORMULA = "=+\\-@＝＋－＠";
/** What programs drop before they look for a formula: blanks, what cannot be seen, and apostrophes, since guards are. */
const PASSED = "'\\s\\p{Cc}\\u00ad\\u0085\\u200b-\\u200f\\u2060\\ufeff";
const AT_START = new RegExp(`^(?:['\\t\\r\\n]|[${PASSED}]*[${FORMULA}])`, "u");
/** A formula behind whatever parts cells or rows somewhere. */
const WITHIN = new RegExp(`([,;\\t\\n\\r"])(?=[${PASSED}]*[${FORMULA}])`, "gu");

export function csvOf({ head, rows }: CellTable): string {
  return [head, ...rows].map((row) => `${row.map(written).join(",")}\r\n`).join("");
}

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Math.round(cell * 100) / 100);
  const text = guarded(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe wherever a spreadsheet would begin to reckon. */
export function guarded(text: string): string {
  const within = text.replace(WITHIN, "$1'");
  return AT_START.test(text) ? `'${within}` : within;
}
