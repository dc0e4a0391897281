import { getContext, setContext } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { Kind } from "../../lib/api/types";

/** The lines that are chosen, to be changed or removed together. */
export class Selection {
  readonly #chosen = new SvelteMap<string, Kind>();

  get size(): number {
    return this.#chosen.size;
  }

  has(id: string): boolean {
    return this.#chosen.has(id);
  }

  toggle(id: string, kind: Kind): void {
    if (!this.#chosen.delete(id)) {
      this.#chosen.set(id, kind);
    }
  }

  clear(): void {
    this.#chosen.clear();
  }

  /** Lets go of what is no longer there. */
  keep(isThere: (id: string) => boolean): void {
    for (const id of [...this.#chosen.keys()]) {
      if (!isThere(id)) {
        this.#chosen.delete(id);
      }
    }
  }

  /** What is chosen, kind by kind: only records of one kind have the same fields. */
  byKind(): { kind: Kind; ids: string[] }[] {
    const all = [...this.#chosen];
    const kinds = all.map(([, kind]) => kind).filter((kind, place, among) => among.indexOf(kind) === place);
    return kinds.map((kind) => ({ kind, ids: all.flatMap(([id, other]) => (other === kind ? [id] : [])) }));
  }
}

const KEY = Symbol("selection");

export function provideSelection(selection: Selection): Selection {
  return setContext(KEY, selection);
}

/** The selection of the screen that the component stands on. */
export function useSelection(): Selection {
  return getContext<Selection>(KEY);
}
