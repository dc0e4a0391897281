import { shellWords } from "../words/shell";

/** A flag and nothing else: what is hidden stays hidden when the page is loaded anew, as it is at a lock. */
const KEPT = "kindly-discreet";
/** While the veil is drawn, nothing is shown at all: the first moment is the one that matters. */
const DRAWING = "drawing-veil";

/** Hides names and figures while somebody looks on. It stays over all screens until it is switched off. */
export class Discreet {
  on = $state(false);
  #lift: (() => void) | null = null;

  constructor() {
    if (sessionStorage.getItem(KEPT) !== null) this.#draw();
  }

  toggle(): void {
    if (this.on) {
      sessionStorage.removeItem(KEPT);
      this.dispose();
    } else {
      sessionStorage.setItem(KEPT, "on");
      this.#draw();
    }
  }

  /** Lifts the veil from the page. */
  dispose(): void {
    this.on = false;
    document.documentElement.classList.remove(DRAWING);
    this.#lift?.();
    this.#lift = null;
  }

  #draw(): void {
    this.on = true;
    document.title = shellWords.brand;
    document.documentElement.classList.add(DRAWING);
    void import("../discreet/veil").then(({ drawVeil }) => {
      if (this.on && this.#lift === null) this.#lift = drawVeil(document.body);
      document.documentElement.classList.remove(DRAWING);
    });
  }
}
