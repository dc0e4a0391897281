// Sorting the ranking: what is not known stands last, either way, and before it what is in another currency.
import type { WorthRow } from "../../lib/api/types";

export const columns = [
  "name",
  "rate",
  "fees",
  "income_share",
  "given",
  "days_beyond_terms",
  "unbilled_hours",
  "profit",
] as const;

export type Column = (typeof columns)[number];

export interface Order {
  by: Column;
  descending: boolean;
}

/** Names begin with A, figures with the largest. */
export const firstOrder = (by: Column): Order => ({ by, descending: by !== "name" });

function valueOf(row: WorthRow, by: Exclude<Column, "name">): number | null {
  switch (by) {
    case "rate":
    case "fees":
    case "profit":
    case "given":
      return row[by]?.minor ?? null;
    default:
      return row[by];
  }
}

/** @param currency the one that most is compared in */
export function sorted(rows: readonly WorthRow[], { by, descending }: Order, currency: string | undefined): WorthRow[] {
  const way = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    const names = one.name.localeCompare(other.name, "en");
    if (by === "name") return way * names;
    const [first, second] = [one, other].map((row) => ({
      rank: rankOf(row, by, currency),
      value: valueOf(row, by) ?? 0,
    }));
    if (first === undefined || second === undefined) return 0;
    return first.rank - second.rank || way * (first.value - second.value) || names;
  });
}

/** What can be compared comes first, then what is in another currency, then what is not known. */
function rankOf(row: WorthRow, by: Exclude<Column, "name">, currency: string | undefined): number {
  if (valueOf(row, by) === null) return row.fees === null ? 3 : 2;
  return row.fees !== null && row.fees.currency !== currency ? 1 : 0;
}
