import { getContext, setContext } from "svelte";
import { type Api, asWireError } from "../api/api";
import type { ClientId, ClientsView, Done, Kind, LineDraft, Record, StartView, Steps, WireError } from "../api/types";
import { say } from "../words";
import { shellWords } from "../words/shell";
import { above, type Route } from "./route";
import { Toasts } from "./toasts.svelte";

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
  /** Grows with every change to the ledger; what a screen shows is asked for again when it does. */
  revision = $state(0);
  #trail: Route[] = [];

  constructor(api: Api) {
    this.api = api;
  }

  /** Reads what the first screen needs. */
  async open(): Promise<void> {
    await this.attempt(async () => {
      // The first call opens the ledger: whatever is asked beside it may come too early.
      const start = await this.api.start();
      this.clients = await this.api.clients();
      this.start = start;
      this.route = start.clients === 0 ? { screen: "welcome" } : { screen: "clients" };
      this.steps = await this.api.steps();
    });
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
    this.recording = request;
  }

  /** Opens the record dialog for the client on screen, where there is one. */
  recordHere(): void {
    this.record(this.route.screen === "client" ? { client: this.route.client } : {});
  }

  /** Opens the palette: to find something, or to record something in one line. */
  openPalette(palette: PaletteFor): void {
    this.paletteFor = palette;
    this.finding = true;
  }

  /** Opens the dialog that changes or removes many records at once. */
  openBulk(kind: Kind, ids: readonly string[], ondone?: () => void): void {
    this.bulk = ondone === undefined ? { kind, ids } : { kind, ids, ondone };
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
      this.error = asWireError(thrown);
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
    await this.attempt(async () => {
      const [start, clients, steps] = await Promise.all([this.api.start(), this.api.clients(), this.api.steps()]);
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
