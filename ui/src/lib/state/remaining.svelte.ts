/** Before so much time has gone by, and so much is done, the rest is anybody's guess. */
const FROM_MS = 1500;
const FROM_SHARE = 0.03;

/** How long work will still take, at the pace it had so far. */
export class Remaining {
  /** In seconds; `null` while nothing is known. */
  seconds = $state<number | null>(null);
  #began: { at: number; share: number } | null = null;
  #last = 0;

  /** Hears how much is done, from 0 to 1. Where that is less than before, another work began. */
  hear(share: number, now = performance.now()): void {
    if (this.#began === null || share < this.#last) this.#began = { at: now, share };
    this.#last = share;
    const took = now - this.#began.at;
    const did = share - this.#began.share;
    this.seconds = took < FROM_MS || did < FROM_SHARE ? null : (took / did) * ((1 - share) / 1000);
  }

  /** Nothing runs any more. */
  end(): void {
    this.seconds = null;
    this.#began = null;
    this.#last = 0;
  }
}
