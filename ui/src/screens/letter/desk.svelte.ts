import { type Api, asWireError, type PagePicture } from "../../lib/api/api";
import type {
  ClientId,
  Letter,
  LetterBasis,
  LetterChoices,
  LetterFile,
  LetterId,
  LetterKind,
  LetterParagraph,
  LetterReply,
  LetterView,
  SavedPdf,
  SentLetter,
  ToneFinding,
  WireError,
} from "../../lib/api/types";
import { Latest } from "./model/latest";
import {
  kept,
  merged,
  same,
  shown,
  type ShownParagraph,
  withAdded,
  withJoined,
  withMoved,
  withRemoved,
  withText,
} from "./model/words";

/** Long enough that a burst of keys asks once, short enough that the page seems to follow the hand. */
const PAGE_WAIT_MS = 30;
/** A pause in writing, after which the draft is kept. */
const KEEP_WAIT_MS = 1000;

/** Which letter is on the desk: one that is kept, or a new one. */
export type LetterTask =
  | { id: LetterId }
  | { client: ClientId; kind: LetterKind; about?: LetterBasis | null }
  /** A finished letter that gets one in its place. */
  | { supersedes: LetterId };

/** A letter on the desk: its facts, its words, and the very pages it makes. */
export class LetterDesk {
  /** What the practice says about the letter as it stands. */
  view = $state.raw<LetterView | null>(null);
  letter = $state.raw<Letter | null>(null);
  id = $state.raw<LetterId | null>(null);
  paragraphs = $state.raw<ShownParagraph[]>([]);
  pages = $state.raw<PagePicture[]>([]);
  error = $state.raw<WireError | null>(null);
  /** How the draft stands: as it was started or saved, being written, being kept, kept. */
  standing = $state<"untouched" | "writing" | "keeping" | "kept">("untouched");
  saving = $state(false);

  readonly #api: Api;
  readonly #onkept: () => void;
  readonly #pageQuestion = new Latest(PAGE_WAIT_MS, () => this.#ask());
  readonly #keepQuestion = new Latest(KEEP_WAIT_MS, () => this.#keep());
  /** The words that follow from the facts, as they stood when the user's words were made from them. */
  #suggested: LetterParagraph[] = [];
  /** A choice changed, so that the user's own words must be brought together with a newer suggestion. */
  #choicesChanged = false;
  #width = 0;
  #task: LetterTask | null = null;

  /** @param onkept called whenever the ledger was written to */
  constructor(api: Api, onkept: () => void) {
    this.#api = api;
    this.#onkept = onkept;
  }

  /** Puts a letter on the desk. */
  async open(task: LetterTask): Promise<void> {
    this.#task = task;
    try {
      const view = await this.#start(task);
      await this.#take(view);
      this.standing = view.id === null ? "untouched" : "kept";
    } catch (thrown) {
      this.error = asWireError(thrown);
      return;
    }
    await this.#draw();
  }

  /** Reads the records behind the letter again, after they changed elsewhere. */
  async refresh(): Promise<void> {
    if (this.letter === null) {
      if (this.#task !== null) await this.open(this.#task);
      return;
    }
    if (this.id !== null && !this.#keepQuestion.pending) {
      try {
        await this.#take(await this.#api.letterOpen(this.id));
      } catch (thrown) {
        const error = asWireError(thrown);
        if (error.code !== "gone") {
          this.error = error;
          return;
        }
        // It was taken back, by undo: the words stay on the desk, and are new again.
        this.id = null;
        this.standing = "untouched";
      }
    }
    this.#choicesChanged = true;
    await this.#pageQuestion.now();
  }

  /** Whether it can be saved: nothing is missing, and no must-have has gone from the words. */
  get ready(): boolean {
    const { view } = this;
    return view !== null && (this.finished || view.can_finish);
  }

  /** Whether the words are the user's own. */
  get own(): boolean {
    return this.letter !== null && this.letter.paragraphs !== null;
  }

  /** Whether a paragraph differs from what was suggested. */
  isOwn(paragraph: ShownParagraph): boolean {
    return this.own && !this.#suggested.some(({ text }) => text === paragraph.text);
  }

  /** Changes what the letter rests on or how it looks. */
  change(change: Partial<Omit<Letter, "choices" | "paragraphs">>): void {
    if (this.letter === null) return;
    this.#changed({ ...this.letter, ...change }, true);
  }

  /** Changes what the letter says beside its facts. */
  choose(choices: Partial<LetterChoices>): void {
    if (this.letter === null) return;
    this.#changed({ ...this.letter, choices: { ...this.letter.choices, ...choices } }, true);
  }

  setText(index: number, text: string): void {
    this.#write(withText(this.paragraphs, index, text));
  }

  /** Draws a paragraph up to the one before it. */
  join(index: number): void {
    this.#write(withJoined(this.paragraphs, index));
  }

  add(index: number): void {
    this.#write(withAdded(this.paragraphs, index));
  }

  remove(index: number): void {
    this.#write(withRemoved(this.paragraphs, index));
  }

  move(index: number, by: -1 | 1): void {
    this.#write(withMoved(this.paragraphs, index, by));
  }

  /** Takes words that came from elsewhere, such as a template's. */
  reword(letter: Letter): void {
    this.paragraphs = shown(letter.paragraphs ?? [], this.paragraphs);
    this.#changed(letter, false);
  }

  /** What was noticed about the tone of a paragraph, as long as it says what was looked at. */
  toneOf(index: number): readonly ToneFinding[] {
    const looked = this.view?.paragraphs.filter(({ text }) => text.trim() !== "") ?? [];
    const text = this.paragraphs[index]?.text;
    const found = looked[index]?.text === text ? looked[index] : looked.find((each) => each.text === text);
    return found?.tone ?? [];
  }

  /** Gives the user's own words up for those that follow from the facts. */
  suggestAgain(): void {
    if (this.letter === null) return;
    this.#changed({ ...this.letter, paragraphs: null }, true);
  }

  /** How many device pixels wide the pages are shown. */
  setWidth(width: number): void {
    if (width === this.#width) return;
    this.#width = width;
    if (this.view !== null) this.#pageQuestion.touch();
  }

  /** Whether it never changes any more. */
  get finished(): boolean {
    return this.letter !== null && this.letter.finished !== null;
  }

  /** Leaves a finding as it is, with a note of why. */
  leave(finding: ToneFinding, note: string): void {
    if (this.letter === null) return;
    const { kind, words } = finding;
    const others = this.letter.dismissed.filter((each) => each.finding !== kind || each.words !== words);
    this.change({ dismissed: [...others, { finding: kind, words, note }] });
  }

  /** Looks at a finding again that was left. */
  lookAgain(finding: ToneFinding): void {
    if (this.letter === null) return;
    const { kind, words } = finding;
    this.change({
      dismissed: this.letter.dismissed.filter((each) => each.finding !== kind || each.words !== words),
    });
  }

  /** Freezes the letter; whether it could be. */
  async finish(): Promise<boolean> {
    return this.#step((letter) => this.#api.letterFinish(this.id, letter));
  }

  /** Notes that it was sent. */
  async sent(sent: SentLetter): Promise<boolean> {
    const { id } = this;
    return id !== null && (await this.#step(() => this.#api.letterSent(id, sent)));
  }

  /** Asks for a file and keeps it as the proof of delivery; `false` where the user cancelled. */
  async proof(): Promise<boolean> {
    const { id } = this;
    return id !== null && (await this.#step(() => this.#api.letterProof(id)));
  }

  /** Notes what came back. */
  async reply(reply: LetterReply): Promise<boolean> {
    const { id } = this;
    return id !== null && (await this.#step(() => this.#api.letterReply(id, reply)));
  }

  /** A step of a letter's course: what was typed is settled first, and what comes back is shown. */
  async #step(ask: (letter: Letter) => Promise<LetterView | null>): Promise<boolean> {
    if (this.letter === null || this.saving) return false;
    this.saving = true;
    try {
      await this.#pageQuestion.flush();
      this.#keepQuestion.stop();
      const view = await ask(this.letter);
      if (view === null) return false;
      await this.#take(view);
      this.standing = "untouched";
      this.#onkept();
      await this.#draw();
      return true;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }

  async #start(task: LetterTask): Promise<LetterView> {
    if ("id" in task) return this.#api.letterOpen(task.id);
    if ("supersedes" in task) return this.#api.letterSupersede(task.supersedes);
    return this.#api.letterStart(task.client, task.kind, task.about ?? null);
  }

  /** Asks for a place and saves one of its other files, or opens its PDF there; `null` where the user cancelled. */
  async file(what: LetterFile, open: boolean): Promise<SavedPdf | null> {
    if (what === "pdf" && !this.finished && !open) return this.save();
    if (this.letter === null) return null;
    try {
      await this.#pageQuestion.flush();
      const saved = await this.#api.letterSave(this.id, this.letter, what, open);
      if (saved !== null && saved.id !== null) this.id = saved.id;
      this.error = null;
      return saved;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return null;
    }
  }

  /** Asks for a place and saves the PDF; `null` where the user cancelled or it failed. */
  async save(): Promise<SavedPdf | null> {
    if (this.letter === null || this.saving) return null;
    this.saving = true;
    try {
      await this.#pageQuestion.flush();
      this.#keepQuestion.stop();
      const letter = this.letter;
      const saved = await this.#api.letterSave(this.id, letter, "pdf", false);
      if (saved === null) {
        if (this.standing === "writing") this.#keepQuestion.touch();
        return null;
      }
      const id = saved.id ?? this.id;
      if (id === null) return saved;
      this.id = id;
      this.error = null;
      const view = await this.#api.letterOpen(id);
      if (this.letter === letter) {
        this.letter = view.letter;
        this.view = view;
        this.standing = "untouched";
      }
      this.#onkept();
      return saved;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return null;
    } finally {
      this.saving = false;
    }
  }

  /** Leaves the desk; what was not kept yet is kept. */
  async close(): Promise<void> {
    this.#pageQuestion.stop();
    await this.#keepQuestion.flush();
  }

  #write(paragraphs: ShownParagraph[]): void {
    if (this.letter === null) return;
    this.paragraphs = paragraphs;
    const words = kept(paragraphs);
    this.#changed({ ...this.letter, paragraphs: same(words, this.#suggested) ? null : words }, false);
  }

  #changed(letter: Letter, choices: boolean): void {
    this.letter = letter;
    this.#choicesChanged ||= choices;
    this.standing = "writing";
    this.#pageQuestion.touch();
    this.#keepQuestion.touch();
  }

  async #take(view: LetterView): Promise<void> {
    this.view = view;
    this.letter = view.letter;
    this.id = view.id;
    this.paragraphs = shown(view.paragraphs, this.paragraphs);
    this.error = null;
    const composed = view.letter.paragraphs === null || view.letter.finished !== null;
    this.#suggested = composed ? view.paragraphs : await this.#suggestion(view.letter);
  }

  async #suggestion(letter: Letter): Promise<LetterParagraph[]> {
    return (await this.#api.letterView(this.id, { ...letter, paragraphs: null })).paragraphs;
  }

  async #ask(): Promise<void> {
    if (this.letter === null) return;
    try {
      if (this.#choicesChanged && this.own) await this.#bringTogether(this.letter);
      this.#choicesChanged = false;
      const letter = this.letter;
      const view = await this.#api.letterView(this.id, letter);
      this.view = view;
      this.error = null;
      // While something is missing there are no words; those that stood there stay in sight.
      if (letter.paragraphs === null && view.paragraphs.length > 0) {
        this.#suggested = view.paragraphs;
        const untouched = this.letter.paragraphs === null;
        if (untouched && !same(kept(this.paragraphs), view.paragraphs)) {
          this.paragraphs = shown(view.paragraphs, this.paragraphs);
        }
      }
    } catch (thrown) {
      this.error = asWireError(thrown);
      return;
    }
    await this.#draw();
  }

  /** The user's words stay, and what they left as it was follows the new choices. */
  async #bringTogether(letter: Letter): Promise<void> {
    this.#choicesChanged = false;
    const suggestion = await this.#suggestion(letter);
    // While a fact is missing there is no suggestion, and nothing to bring together.
    if (suggestion.length === 0 || this.letter === null) return;
    const before = kept(this.paragraphs);
    const words = merged(this.#suggested, before, suggestion);
    if (!same(words, before)) {
      this.standing = "writing";
      this.#keepQuestion.touch();
    }
    this.#suggested = suggestion;
    this.paragraphs = shown(words, this.paragraphs);
    this.letter = { ...this.letter, paragraphs: same(words, suggestion) ? null : words };
  }

  async #draw(): Promise<void> {
    const { view, letter } = this;
    if (view === null || letter === null || this.#width === 0) return;
    try {
      const numbers = Array.from({ length: view.pages }, (_, page) => page);
      const pages: PagePicture[] = [];
      for (const page of numbers) pages.push(await this.#api.letterPage(letter, page, this.#width));
      this.pages = pages;
    } catch (thrown) {
      this.error = asWireError(thrown);
    }
  }

  async #keep(): Promise<void> {
    if (this.letter === null || this.finished) return;
    const letter = this.letter;
    this.standing = "keeping";
    try {
      this.id = await this.#api.letterKeep(this.id, letter);
      this.standing = this.letter === letter ? "kept" : "writing";
      this.#onkept();
    } catch (thrown) {
      this.standing = "writing";
      this.error = asWireError(thrown);
    }
  }
}
