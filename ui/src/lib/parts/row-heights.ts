// Where each of many rows begins, from the heights of those that were seen and a usual one for the others. Lengths are
// CSS pixels from the top of the first row.

/** What was measured, by key. */
export type SeenHeights = Map<string, number>;

export const nothingSeen = (): SeenHeights => new Map();

export class RowHeights {
  readonly count: number;
  readonly #keys: readonly string[];
  readonly #seen: SeenHeights;
  readonly #heights: Float64Array;
  /** Where each row begins, and at last where the last one ends. */
  readonly #begins: Float64Array;
  #usual: number;

  /** `seen` outlives a change of the rows: what stays is not measured again. */
  constructor(keys: readonly string[], seen: SeenHeights, usual: number) {
    this.count = keys.length;
    this.#keys = keys;
    this.#seen = seen;
    this.#usual = usual;
    this.#heights = new Float64Array(keys.length);
    this.#begins = new Float64Array(keys.length + 1);
    this.suppose(usual);
  }

  /** The height of all rows together. */
  get total(): number {
    return this.begin(this.count);
  }

  begin(index: number): number {
    return this.#begins[Math.min(Math.max(index, 0), this.count)] ?? 0;
  }

  height(index: number): number {
    return this.#heights[index] ?? this.#usual;
  }

  /** The row that stands at a place; the nearest one where none does. */
  at(place: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.begin(middle + 1) <= place) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, Math.min(low, this.count - 1));
  }

  /** Takes what was measured. */
  take(measured: readonly (readonly [index: number, height: number])[]): void {
    let first = this.count;
    for (const [index, height] of measured) {
      const key = this.#keys[index];
      if (key === undefined) continue;
      this.#seen.set(key, height);
      this.#heights[index] = height;
      first = Math.min(first, index);
    }
    this.#settle(first);
  }

  /** The rows that nobody has seen are taken to be so high from now on. */
  suppose(usual: number): void {
    this.#usual = usual;
    this.#keys.forEach((key, index) => {
      this.#heights[index] = this.#seen.get(key) ?? usual;
    });
    this.#settle(0);
  }

  #settle(from: number): void {
    for (let index = from; index < this.count; index += 1) {
      this.#begins[index + 1] = (this.#begins[index] ?? 0) + (this.#heights[index] ?? 0);
    }
  }
}

/** The rows that are made: a range, the first and the last, and the one that has the focus with its neighbours. */
export function rowsMade(count: number, [from, to]: readonly [number, number], focused: number | null): number[] {
  const all = new Set([0, count - 1]);
  for (let index = from; index < to; index += 1) all.add(index);
  if (focused !== null) [focused - 1, focused, focused + 1].forEach((index) => all.add(index));
  return [...all].filter((index) => index >= 0 && index < count).sort((one, other) => one - other);
}
