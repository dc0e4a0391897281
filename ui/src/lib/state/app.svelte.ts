import { getContext, setContext, tick } from "svelte";
import { type Api, asWireError } from "../api/api";
import type {
  ClientId,
  ClientsView,
  Done,
  DoorView,
  Kind,
  LineDraft,
  Record,
  StartView,
  Steps,
  WireError,
} from "../api/types";
import { say } from "../words";
import { discreetWords } from "../words/discreet";
import { doorWords } from "../words/door";
import { footWords } from "../words/safety";
import { shellWords } from "../words/shell";
import { type GuidePageName, pageOf } from "../help/pages";
import { Discreet } from "./discreet.svelte";
import { above, type Route } from "./route";
import { Toasts } from "./toasts.svelte";
import { watched } from "./watched";

/** What the first screen needs. */
type First = [start: StartView, clients: ClientsView, steps: Steps];

/** What the record dialog is opened with. */
export interface RecordRequest {
  client?: ClientId;
  kind?: Kind;
  edit?: { id: string; record: Record };
  /** What a line has said so far. */
  draft?: LineDraft;
}

/** The records that are changed or removed together. */
export interface BulkRequest {
  kind: Kind;
  ids: readonly string[];
  /** Called after the change, so that what was chosen can be let go. */
  ondone?: () => void;
}

/** What the palette is opened for; either works in it. */
export type PaletteFor = "find" | "record";

/** The screens that make sense before there is any client. */
const WITHOUT_CLIENTS: readonly string[] = ["settings", "import", "lookback"];

/** How many steps of the way one came are remembered. */
const TRAIL = 50;

/** What all screens share: the practice, where the user is, and what changed. */
export class App {
  readonly api: Api;
  readonly toasts = new Toasts();
  readonly discreet = new Discreet();
  /** What stands before the records; `null` until it is known. */
  door = $state.raw<DoorView | null>(null);
  route = $state.raw<Route>({ screen: "clients" });
  start = $state.raw<StartView | null>(null);
  clients = $state.raw<ClientsView | null>(null);
  steps = $state.raw<Steps>({ undo: null, redo: null });
  error = $state.raw<WireError | null>(null);
  recording = $state.raw<RecordRequest | null>(null);
  /** Whether the palette is open. */
  finding = $state(false);
  paletteFor = $state<PaletteFor>("find");
  bulk = $state.raw<BulkRequest | null>(null);
  /** Whether the dialog that protects the ledger is open. */
  protecting = $state(false);
  /** The page of the guide that is open before everything; `null` while it is closed. */
  help = $state<GuidePageName | null>(null);
  /** Whether the keys of the screen are told. */
  showsKeys = $state(false);
  /** Grows with every change to the ledger; what a screen shows is asked for again when it does. */
  revision = $state(0);
  #trail: Route[] = [];
  /** Grows whenever all is forgotten: an answer to a question from before is dropped. */
  #session = 0;
  #shutOut = false;
  readonly #ready: Promise<void>;
  readonly #unwatched: Api;

  /** `ready`: what the first screen waits for besides what is on it. */
  constructor(api: Api, ready: Promise<void> = Promise.resolve()) {
    this.#ready = ready;
    this.#unwatched = api;
    this.api = watched(api, () => void this.#locked());
  }

  /** Whether the ledger is damaged, and open to be read only. */
  get readOnly(): boolean {
    return this.start?.read_only === true;
  }

  /** Asks what stands before the records, and reads what the first screen needs where nothing does. */
  async open(): Promise<void> {
    await this.attempt(async () => {
      // Asked in one breath with the door, which is open most of the time; where it is not, nothing is said of it.
      const asked = this.#ask(this.#unwatched).catch(() => null);
      await this.enter(await this.api.door(), asked);
    });
  }

  /** Goes in where the door is open; otherwise it says what stands there. `asked`: what was asked before it was open. */
  async enter(door: DoorView, asked: Promise<First | null> = Promise.resolve(null)): Promise<void> {
    this.door = door;
    if (door.door === "open") await this.begin(asked);
  }

  /** Reads what the first screen needs. */
  async begin(asked: Promise<First | null> = Promise.resolve(null)): Promise<void> {
    const session = this.#session;
    const [start, clients, steps] = (await asked) ?? (await this.#ask(this.api));
    await this.#ready;
    if (session !== this.#session) return;
    this.clients = clients;
    this.steps = steps;
    this.start = start;
    this.route = start.clients === 0 ? { screen: "welcome" } : { screen: "clients" };
  }

  #ask(api: Api): Promise<First> {
    return Promise.all([api.start(), api.clients(), api.steps()]);
  }

  /** Drops all that is on screen and begins anew: the ledger is another one, or closed. */
  async reopen(): Promise<void> {
    this.#forget();
    await this.open();
  }

  /** Locks the ledger. What is on screen goes first, so that nobody reads it while the file is being closed. */
  async lock(): Promise<void> {
    if (this.start === null) return;
    if (!this.start.protected) {
      this.note(footWords.nothingToLock);
      return;
    }
    this.#forget();
    const locked = await this.attempt(() => this.api.lock());
    const { error } = this;
    await this.open();
    if (!locked) this.error = error;
  }

  /** A call failed since the ledger is locked: the door stands there again, whoever asked. */
  async #locked(): Promise<void> {
    if (this.#shutOut) return;
    this.#shutOut = true;
    await this.reopen();
    this.#shutOut = false;
  }

  #forget(): void {
    this.#session += 1;
    this.#trail = [];
    this.toasts.clear();
    this.recording = null;
    this.bulk = null;
    this.protecting = false;
    this.finding = false;
    this.help = null;
    this.showsKeys = false;
    this.error = null;
    this.start = null;
    this.clients = null;
    this.steps = { undo: null, redo: null };
    this.route = { screen: "clients" };
    this.door = null;
  }

  go(route: Route): void {
    this.#trail = [...this.#trail, this.route].slice(-TRAIL);
    this.#show(route);
  }

  /** One step back on the way the user came; from the first screen, up to the list it belongs to. */
  back(): void {
    const before = this.#trail.pop();
    this.#show(before ?? above(this.route));
  }

  /** Goes elsewhere without a way back: the place one stood at is no more. */
  replace(route: Route): void {
    this.#show(route);
  }

  /** Opens the record dialog. */
  record(request: RecordRequest = {}): void {
    if (this.#mayRecord()) this.recording = request;
  }

  /** Opens the record dialog for the client on screen, where there is one. */
  recordHere(): void {
    this.record(this.route.screen === "client" ? { client: this.route.client } : {});
  }

  /** Opens the palette: to find something, or to record something in one line. */
  openPalette(palette: PaletteFor): void {
    if (palette === "record" ? !this.#mayRecord() : !this.#mayLook()) return;
    this.paletteFor = palette;
    this.finding = true;
  }

  /** Opens the guide at the page about what is on screen, or at another. */
  openHelp(page: GuidePageName = pageOf(this.start === null ? null : this.route)): void {
    this.help ??= page;
  }

  /** Opens the dialog that changes or removes many records at once. */
  openBulk(kind: Kind, ids: readonly string[], ondone?: () => void): void {
    if (this.#mayRecord()) this.bulk = ondone === undefined ? { kind, ids } : { kind, ids, ondone };
  }

  /** Hides names and figures while somebody looks on, or shows them again. What would show them in a list closes. */
  toggleDiscreet(): void {
    this.discreet.toggle();
    if (this.discreet.on) this.finding = false;
  }

  /** To be called after every change: says what was done, and has everything on screen read again. */
  async done(done: Done): Promise<void> {
    this.toasts.show(say(done.message));
    await this.changed();
  }

  /** Shows a notice. */
  note(text: string): void {
    this.toasts.show(text);
  }

  async undo(): Promise<void> {
    await this.#step(() => this.api.undo(), shellWords.tookBack, shellWords.nothingToUndo);
  }

  async redo(): Promise<void> {
    await this.#step(() => this.api.redo(), shellWords.didAgain, shellWords.nothingToRedo);
  }

  /** Runs something that may fail; a failure is shown above the screen. `true` where it went well. */
  async attempt(run: () => Promise<void>): Promise<boolean> {
    try {
      await run();
      this.error = null;
      return true;
    } catch (thrown) {
      const error = asWireError(thrown);
      // The door says this better, unless it is the door that could not be opened.
      if (error.code !== "locked" || this.door?.door === "open") this.error = error;
      return false;
    }
  }

  async #step(take: () => ReturnType<Api["undo"]>, told: (step: string) => string, nothing: string): Promise<void> {
    await this.attempt(async () => {
      const message = await take();
      this.toasts.show(message === null ? nothing : told(say(message)));
      if (message !== null) {
        await this.changed();
      }
    });
  }

  /** Has everything on screen read again, where there is nothing to say about the change. */
  async changed(): Promise<void> {
    this.revision += 1;
    const session = this.#session;
    // The screen that one looks at asks first: answers come one by one.
    await tick();
    await this.attempt(async () => {
      const [start, clients, steps] = await Promise.all([this.api.start(), this.api.clients(), this.api.steps()]);
      if (session !== this.#session) return;
      this.start = start;
      this.clients = clients;
      this.steps = steps;
      if (start.clients === 0 && !WITHOUT_CLIENTS.includes(this.route.screen)) {
        this.#trail = [];
        this.#show({ screen: "welcome" });
      } else if (start.clients > 0 && this.route.screen === "welcome") {
        this.#show({ screen: "clients" });
      }
    });
  }

  /** Reads again what stands at the foot of the sidebar: backups are made without being asked for. */
  async refresh(): Promise<void> {
    const session = this.#session;
    try {
      const start = await this.api.start();
      if (session === this.#session) this.start = start;
    } catch {
      // Nobody asked; whatever is wrong is told where somebody does.
    }
  }

  #mayRecord(): boolean {
    if (this.readOnly) this.note(doorWords.readOnlyNote);
    return !this.readOnly && this.#mayLook();
  }

  /** What is typed or found cannot be hidden while it is worked with. */
  #mayLook(): boolean {
    if (this.discreet.on) this.note(discreetWords.off);
    return !this.discreet.on;
  }

  #show(route: Route): void {
    this.error = null;
    this.route = route;
  }
}

const KEY = Symbol("app");

export function provideApp(app: App): App {
  return setContext(KEY, app);
}

/** The app that the component stands in. */
export function useApp(): App {
  return getContext<App>(KEY);
}
