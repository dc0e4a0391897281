/** More often than this, nobody needs to be told that somebody is there. */
const EVERY_MS = 15_000;

/** Tells, at most every so often, that somebody is there: a key, a movement. */
export class Awake {
  readonly #tell: () => void;
  #told = -Infinity;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  /** @param at when, in milliseconds of a clock that only goes on, such as an event's time stamp */
  touch(at: number): void {
    if (at - this.#told >= EVERY_MS) {
      this.#told = at;
      this.#tell();
    }
  }
}
