import { type Api, asWireError } from "../../lib/api/api";
import type { Completion, Done, Found, Understood, WireError } from "../../lib/api/types";
import type { PaletteFor } from "../../lib/state/app.svelte";
import { type Action, matching } from "./actions-of";

/** What the palette offers to choose. */
export type PaletteOption =
  | { is: "record" }
  | { is: "choice"; number: number; completion: Completion }
  | { is: "completion"; completion: Completion }
  | { is: "found"; found: Found }
  | { is: "action"; action: Action };

/** So many hits stand below a line that records. */
const HITS_BESIDE_A_LINE = 5;

/** The keys 1 to 9. */
const MOST_CHOICES = 9;

/** What is typed into the palette, and what it means: a search, and a line to record. */
export class Palette {
  text = $state("");
  /** Where the caret belongs after something was put in; `null` while the user moves it. */
  caret = $state<number | null>(null);
  found = $state.raw<Found[] | null>(null);
  understood = $state.raw<Understood | null>(null);
  error = $state.raw<WireError | null>(null);
  /** All that can be done by its name; none before they are gathered. */
  actions = $state.raw<readonly Action[]>([]);
  busy = $state(false);
  /** Which option is chosen; -1 for none. */
  at = $state(-1);
  readonly purpose: PaletteFor;
  readonly #api: Api;
  #question = 0;
  #frame: number | null = null;
  #caretAt = 0;
  /** The text that the answers on screen are about. */
  #answered = "";

  constructor(api: Api, purpose: PaletteFor) {
    this.#api = api;
    this.purpose = purpose;
  }

  /** What there is to choose, the likeliest first. */
  get options(): PaletteOption[] {
    const hits = (this.found ?? []).map((found) => ({ is: "found", found }) as const);
    const line = this.#lineOptions();
    if (this.understood?.ready === true || this.purpose === "record") {
      return [...line, ...hits.slice(0, HITS_BESIDE_A_LINE)];
    }
    // Clients are what is looked for most; a record that only has the word in it stands behind what does it.
    const first = hits.filter(({ found }) => found.kind === "client");
    return [...first, ...this.#matching(), ...hits.filter((hit) => !first.includes(hit)), ...line];
  }

  /** Whether what is typed reads like something to record, not only to find. */
  get readsAsLine(): boolean {
    const { understood } = this;
    if (understood === null || this.text.trim() === "") return false;
    return this.purpose === "record" || understood.draft !== null;
  }

  /** Takes what can be done by its name: it comes a moment after the palette, when something may be typed already. */
  offer(actions: readonly Action[]): void {
    const chosen = this.options[this.at];
    this.actions = actions;
    const place = this.options.findIndex((option) => sameOption(option, chosen));
    this.at = place >= 0 ? place : this.#likeliest();
  }

  /** Takes what was typed; the question is asked once a frame, and the answer to the latest one counts. */
  type(text: string, caret: number): void {
    this.text = text;
    this.#caretAt = caret;
    this.caret = null;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      void this.#ask();
    });
  }

  /** Waits until the answers are about what stands there now. */
  async settle(): Promise<void> {
    if (this.#frame !== null) {
      cancelAnimationFrame(this.#frame);
      this.#frame = null;
      await this.#ask();
    } else if (this.#answered !== this.text) {
      await this.#ask();
    }
  }

  /** Puts a completion into the line, and goes on behind it. */
  complete({ text, start, end }: Completion): void {
    const before = this.text.slice(0, start);
    const after = this.text.slice(end);
    const gap = start === end && before !== "" && !/\s$/.test(before) && !/^\s/.test(text) ? " " : "";
    const space = after === "" && !/\s$/.test(text) ? " " : "";
    const caret = before.length + gap.length + text.length + space.length;
    this.type(`${before}${gap}${text}${space}${after}`, caret);
    this.caret = caret;
  }

  /** What Tab completes: the option that is chosen, or the first that can be put in. */
  get completion(): Completion | null {
    const chosen = this.options[this.at];
    const of = (option: PaletteOption | undefined): Completion | null =>
      option?.is === "completion" || option?.is === "choice" ? option.completion : null;
    if (of(chosen) !== null) return of(chosen);
    return of(this.options.find((option) => of(option) !== null));
  }

  move(by: number): void {
    const { length } = this.options;
    if (length > 0) this.at = this.at < 0 && by < 0 ? length - 1 : (this.at + by + length) % length;
  }

  /** Records what the line means; `null` where it was refused, and `error` then says why. */
  async record(): Promise<Done | null> {
    if (this.busy) return null;
    this.busy = true;
    try {
      const done = await this.#api.lineRecord(this.text);
      this.error = null;
      return done;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #matching(): PaletteOption[] {
    return matching(this.actions, this.text).map((action) => ({ is: "action", action }) as const);
  }

  #lineOptions(): PaletteOption[] {
    const { understood } = this;
    if (understood === null || !this.readsAsLine) return [];
    const choices = choicesOf(understood).slice(0, MOST_CHOICES);
    const completions = understood.completions
      .filter((each) => !choices.some((choice) => same(choice, each)))
      .map((completion) => ({ is: "completion", completion }) as const);
    // The word that is being typed is finished before anything is added behind it.
    const finishes = ({ completion: { start, end } }: { completion: Completion }): boolean => start < end;
    return [
      ...(understood.ready ? [{ is: "record" } as const] : []),
      ...completions.filter(finishes),
      ...choices.map((completion, index) => ({ is: "choice", number: index + 1, completion }) as const),
      ...completions.filter((each) => !finishes(each)),
    ];
  }

  async #ask(): Promise<void> {
    const mine = ++this.#question;
    const { text } = this;
    if (text.trim() === "") {
      this.#answer(text, null, null);
      return;
    }
    try {
      const [found, understood] = await Promise.all([
        this.#api.find(text.trim()),
        this.#api.lineUnderstand(text, this.#caretAt),
      ]);
      if (mine === this.#question) this.#answer(text, found, understood);
    } catch (thrown) {
      if (mine === this.#question) this.error = asWireError(thrown);
    }
  }

  #answer(text: string, found: Found[] | null, understood: Understood | null): void {
    this.#answered = text;
    this.found = found;
    this.understood = understood;
    this.error = null;
    this.at = this.#likeliest();
  }

  /** Where something is being recorded, Enter never leads away from it by surprise. */
  #likeliest(): number {
    const [first] = this.options;
    return first === undefined || (this.purpose === "record" && first.is === "found") ? -1 : 0;
  }
}

/** Whether two options are the same one: an action of the same name is, whenever it was gathered. */
function sameOption(one: PaletteOption, other: PaletteOption | undefined): boolean {
  if (one.is === "found") return other?.is === "found" && one.found === other.found;
  if (one.is === "action") return other?.is === "action" && one.action.id === other.action.id;
  return one.is === other?.is && one.is === "record";
}

/** What answers the first question that has answers. */
export function choicesOf({ asks }: Understood): Completion[] {
  const [first] = asks;
  return first !== undefined && "choices" in first ? first.choices : [];
}

function same(one: Completion, other: Completion): boolean {
  return one.label === other.label && one.start === other.start && one.end === other.end;
}
