/** How a question that is asked again and again while somebody types is kept to what is needed. */

/**
 * Asks a little after the last change. While an answer is on its way, changes wait and lead to one more question, so that
 * the last answer is always that of the last change.
 */
export class Latest {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #running: Promise<void> | null = null;
  #again = false;

  /**
   * @param waitMs how long it must have been quiet
   * @param ask asks, and takes in the answer; must not fail
   */
  constructor(
    private readonly waitMs: number,
    private readonly ask: () => Promise<void>,
  ) {}

  /** Something changed. */
  touch(): void {
    this.stop();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#run();
    }, this.waitMs);
  }

  /** Whether a change has not been answered yet. */
  get pending(): boolean {
    return this.#timer !== null || this.#again || this.#running !== null;
  }

  /** Asks at once where something changed, and waits until all is answered. */
  async flush(): Promise<void> {
    const waiting = this.#timer !== null;
    this.stop();
    if (waiting) await this.#run();
    else await this.#running;
  }

  /** Asks at once, changed or not. */
  async now(): Promise<void> {
    this.stop();
    await this.#run();
  }

  /** Forgets a change that has not been asked about yet. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #run(): Promise<void> {
    if (this.#running !== null) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#askUntilQuiet();
    return this.#running;
  }

  async #askUntilQuiet(): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.ask();
      } while (this.#again);
    } finally {
      this.#running = null;
    }
  }
}
