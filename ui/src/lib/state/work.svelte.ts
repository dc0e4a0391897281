import { type Api, asWireError, type TellSafety } from "../api/api";
import type { WireError } from "../api/types";
import { Remaining } from "./remaining.svelte";

/** Long work on the ledger: how far it has come, the way out of it, and what it failed with. */
export class Work {
  /** From 0 to 1; `null` while nothing runs. */
  share = $state<number | null>(null);
  stopping = $state(false);
  stopped = $state(false);
  error = $state.raw<WireError | null>(null);
  readonly remaining = new Remaining();
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  get running(): boolean {
    return this.share !== null;
  }

  /** What came of it; `null` where it failed or was stopped. */
  async run<T>(what: (tell: TellSafety) => Promise<T>): Promise<{ value: T } | null> {
    if (this.running) return null;
    this.share = 0;
    this.error = null;
    this.stopped = false;
    try {
      return {
        value: await what(({ share }) => {
          // What is told after the end is late, not news.
          if (this.share === null) return;
          this.share = share;
          this.remaining.hear(share);
        }),
      };
    } catch (thrown) {
      const error = asWireError(thrown);
      if (error.code === "cancelled") this.stopped = true;
      else this.error = error;
      return null;
    } finally {
      this.share = null;
      this.remaining.end();
      this.stopping = false;
    }
  }

  /** Asks it to stop; it ends as soon as it can. */
  stop(): void {
    this.stopping = true;
    this.#api.safetyStop().catch(() => {
      // It has ended meanwhile: there is nothing to stop.
      this.stopping = false;
    });
  }
}
