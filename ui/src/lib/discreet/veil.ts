// The veil of the discreet mode. It works on the page as it stands, and not in the screens: every text that is not a label
// of the catalogue is replaced by one word, before it is painted, whoever put it there. So a screen that is built tomorrow
// is hidden without knowing of it, and what is forgotten is hidden rather than shown. A style that only covers would leave
// the texts to be chosen, copied and read aloud; hiding them where they come from the practice would leave out what the
// screens make of them, and break what reckons with them.
//
// Where the engine can (custom highlights), the word is drawn as a block; elsewhere one reads it.
import { discreetWords } from "../words/discreet";
import { isLabel } from "./labels";

/** Attributes that are shown, or read aloud. */
const SPOKEN = ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt", "label"] as const;
/** What one types into, and cannot be hidden letter by letter: it is put out of reach, and drawn as a block. */
const FIELDS = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable]";
/** What is shown to anybody: keys, and what says of itself that it holds no record. */
const PLAIN = "[data-plain], kbd, script, style";
/** What is hidden even where it reads like a label. */
const SECRET = "[data-secret]";
const HIGHLIGHT = "discreet";
const WORD = discreetWords.hidden;

/** Draws the veil over all that is in `root`, and all that comes into it. Lifts it again by what it answers. */
export function drawVeil(root: HTMLElement): () => void {
  const veil = new Veil(root);
  return () => {
    veil.lift();
  };
}

class Veil {
  readonly #root: HTMLElement;
  readonly #texts = new Map<Text, { original: string; shown: string; range: StaticRange | null }>();
  readonly #attributes = new Map<Element, Map<string, string>>();
  readonly #fields = new Set<Element>();
  readonly #blocks = "highlights" in CSS ? new Highlight() : null;
  readonly #observer: MutationObserver;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#observer = new MutationObserver((changes) => {
      changes.forEach((change) => {
        this.#follow(change);
      });
      // What the veil did itself is no news.
      this.#observer.takeRecords();
    });
    document.documentElement.classList.add("discreet");
    if (this.#blocks !== null) CSS.highlights.set(HIGHLIGHT, this.#blocks);
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...SPOKEN],
    });
    this.#hideIn(root);
    this.#observer.takeRecords();
  }

  lift(): void {
    this.#observer.disconnect();
    this.#showIn(this.#root);
    // What was taken off the page was shown again as it went; nothing is left behind.
    if (this.#blocks !== null) CSS.highlights.delete(HIGHLIGHT);
    document.documentElement.classList.remove("discreet");
  }

  #follow(change: MutationRecord): void {
    const { target } = change;
    if (change.type === "characterData") {
      if (target instanceof Text) this.#hideText(target);
    } else if (change.type === "attributes") {
      if (target instanceof Element && change.attributeName !== null)
        this.#followAttribute(target, change.attributeName);
    } else {
      // Off the page nobody sees it; shown again there, it is what its owner knows when it comes back.
      change.removedNodes.forEach((node) => {
        if (!node.isConnected) this.#showIn(node);
      });
      change.addedNodes.forEach((node) => {
        if (node.isConnected) this.#hideIn(node);
      });
    }
  }

  #hideIn(node: Node): void {
    each(node, (one) => {
      if (one instanceof Text) this.#hideText(one);
      else if (one instanceof Element) this.#hideElement(one);
    });
  }

  #hideText(text: Text): void {
    if (this.#texts.get(text)?.shown === text.data) return;
    this.#forget(text);
    if (isPlain(text.data, text.parentElement)) return;
    const original = text.data;
    // The spaces around it part it from its neighbours.
    const before = /^\s*/.exec(original)?.[0] ?? "";
    const shown = `${before}${WORD}${/\s*$/.exec(original)?.[0] ?? ""}`;
    text.data = shown;
    const place = { startContainer: text, startOffset: before.length, endContainer: text };
    const range = this.#blocks === null ? null : new StaticRange({ ...place, endOffset: before.length + WORD.length });
    if (range !== null) this.#blocks?.add(range);
    this.#texts.set(text, { original, shown, range });
  }

  #hideElement(element: Element): void {
    if (element.closest(PLAIN) !== null) return;
    for (const name of SPOKEN) this.#hideAttribute(element, name);
    if (element.matches(FIELDS) && !element.hasAttribute("inert")) {
      element.setAttribute("inert", "");
      this.#fields.add(element);
    }
  }

  #followAttribute(element: Element, name: string): void {
    // Its owner took it away; what the veil itself takes away is no news.
    if (!element.hasAttribute(name)) this.#attributes.get(element)?.delete(name);
    this.#hideAttribute(element, name);
  }

  #hideAttribute(element: Element, name: string): void {
    const value = element.getAttribute(name);
    const known = this.#attributes.get(element);
    if (value === null || (value === WORD && known?.has(name))) return;
    if (isPlain(value, element)) {
      known?.delete(name);
      return;
    }
    // What has words on screen is called by them, as far as they are shown: a name in one word would deny them.
    if (name === "aria-label" && (element.textContent ?? "").trim() !== "") element.removeAttribute(name);
    else element.setAttribute(name, WORD);
    this.#attributes.set(element, (known ?? new Map<string, string>()).set(name, value));
  }

  #showIn(node: Node): void {
    each(node, (one) => {
      if (one instanceof Text) {
        const known = this.#texts.get(one);
        if (known?.shown === one.data) one.data = known.original;
        this.#forget(one);
      } else if (one instanceof Element) {
        this.#attributes.get(one)?.forEach((value, name) => {
          const now = one.getAttribute(name);
          if (now === WORD || now === null) one.setAttribute(name, value);
        });
        this.#attributes.delete(one);
        if (this.#fields.delete(one)) one.removeAttribute("inert");
      }
    });
  }

  #forget(text: Text): void {
    const range = this.#texts.get(text)?.range ?? null;
    if (range !== null) this.#blocks?.delete(range);
    this.#texts.delete(text);
  }
}

/** Whether a text in this element may be seen by anybody. */
function isPlain(text: string, within: Element | null): boolean {
  return within !== null && (within.closest(PLAIN) !== null || (isLabel(text) && within.closest(SECRET) === null));
}

/** A node and all within it. */
function each(node: Node, see: (one: Node) => void): void {
  see(node);
  // Taken at once: what is seen may change what would come next.
  Array.from(node.childNodes).forEach((child) => {
    each(child, see);
  });
}
