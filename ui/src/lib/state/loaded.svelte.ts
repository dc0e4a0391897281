import { asWireError } from "../api/api";
import type { WireError } from "../api/types";

/**
 * Something asked of the practice that is asked again whenever what it depends on changes. What was there stays on screen
 * until the new answer is in, and an answer that was overtaken by a later question is dropped. Make it while a component
 * is set up.
 */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<WireError | null>(null);
  #question = 0;

  /**
   * @param ask asks the practice
   * @param dependsOn read only for what it touches: when that changes, the question is asked again
   */
  constructor(ask: () => Promise<T>, dependsOn: () => unknown) {
    $effect(() => {
      dependsOn();
      void this.#load(ask);
    });
  }

  async #load(ask: () => Promise<T>): Promise<void> {
    const question = ++this.#question;
    try {
      const value = await ask();
      if (question === this.#question) {
        this.value = value;
        this.error = null;
      }
    } catch (thrown) {
      if (question === this.#question) {
        this.error = asWireError(thrown);
      }
    }
  }
}
