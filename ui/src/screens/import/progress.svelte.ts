import type { ImportProgress } from "../../lib/api/types";

/** What is done within a second needs no bar. */
const SHOWN_AFTER_MS = 1000;

/** How far an import has come, shown once it takes long enough to wonder. */
export class Progress {
  /** Whether it has taken longer than one wonders about. */
  shown = $state(false);
  at = $state.raw<ImportProgress | null>(null);
  #timer: ReturnType<typeof setTimeout> | null = null;

  begin(): void {
    this.end();
    this.#timer = setTimeout(() => (this.shown = true), SHOWN_AFTER_MS);
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.shown = false;
    this.at = null;
  }
}
