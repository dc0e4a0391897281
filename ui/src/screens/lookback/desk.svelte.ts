import { type Api, asWireError } from "../../lib/api/api";
import type {
  ClientChoice,
  ClientId,
  LookBack,
  LookBackDone,
  RememberedAnswer,
  RememberedDebt,
  RememberedDelivery,
  RememberedGift,
  WireError,
} from "../../lib/api/types";
import {
  answer,
  blankDelivered,
  blankGiven,
  blankOwed,
  blankSaid,
  debt,
  delivery,
  gift,
  type Lack,
  untouched,
} from "./model/memory";
import { parseRough } from "./model/rough";

/** The steps that make lists. */
export type Step = "delivered" | "said" | "owed" | "given";

/** What was remembered of one client so far. */
export class LookBackDesk {
  clients = $state.raw<readonly ClientChoice[]>([]);
  currency = $state("EUR");
  name = $state("");
  since = $state("");
  agreement = $state("");
  delivered = $state.raw<readonly RememberedDelivery[]>([]);
  said = $state.raw<readonly RememberedAnswer[]>([]);
  owed = $state.raw<readonly RememberedDebt[]>([]);
  given = $state.raw<readonly RememberedGift[]>([]);
  form = $state({ delivered: blankDelivered(), said: blankSaid(), owed: blankOwed(), given: blankGiven() });
  /** What an entry lacks, by its step. */
  lacks = $state.raw<Partial<Record<Step, Lack | null>>>({});
  /** What the whole lacks. */
  problem = $state<"name" | "since" | "nothing" | null>(null);
  error = $state.raw<WireError | null>(null);
  result = $state.raw<LookBackDone | null>(null);
  #busy = false;
  readonly #api: Api;
  readonly today: string;

  constructor(api: Api, today: string) {
    this.#api = api;
    this.today = today;
  }

  async open(client: ClientId | undefined): Promise<void> {
    try {
      const { clients, currency } = await this.#api.choices();
      this.clients = clients;
      this.currency = currency;
      this.name = clients.find(({ id }) => id === client)?.name ?? this.name;
    } catch (thrown) {
      this.error = asWireError(thrown);
    }
  }

  /** The client whose name stands there, where there is one. */
  get known(): ClientChoice | undefined {
    const typed = this.name.trim().toLowerCase();
    return this.clients.find((each) => each.name.toLowerCase() === typed);
  }

  get currencyOfClient(): string {
    return this.known?.currency ?? this.currency;
  }

  /** Whether an agreement is recorded, so that since when need not be asked. */
  get agreed(): boolean {
    return (this.known?.engagements.length ?? 0) > 0;
  }

  get count(): number {
    const agreement = this.#since() === null ? 0 : 1;
    return agreement + this.delivered.length + this.said.length + this.owed.length + this.given.length;
  }

  /** Adds what stands in the entry of a step; `false` where it lacks something. */
  add(step: Step): boolean {
    const { form, today } = this;
    const lack = ((): Lack | null => {
      switch (step) {
        case "delivered":
          return kept(delivery(form.delivered, today), (told) => {
            this.delivered = [...this.delivered, told];
            form.delivered = blankDelivered();
          });
        case "said":
          return kept(answer(form.said, today), (told) => {
            this.said = [...this.said, told];
            form.said = blankSaid();
          });
        case "owed":
          return kept(debt(form.owed, today), (told) => {
            this.owed = [...this.owed, told];
            form.owed = { ...blankOwed(), kind: told.what };
          });
        case "given":
          return kept(gift(form.given, today, this.currencyOfClient), (told) => {
            this.given = [...this.given, told];
            form.given = blankGiven();
          });
      }
    })();
    this.lacks = { ...this.lacks, [step]: lack };
    return lack === null;
  }

  /** Takes something off again; what was said about a delivery that goes is about nothing in particular. */
  takeOff(step: Step, place: number): void {
    const without = <Told>(list: readonly Told[]): Told[] => list.filter((_, index) => index !== place);
    switch (step) {
      case "delivered":
        this.delivered = without(this.delivered);
        this.said = this.said.map((told) => ({ ...told, about: moved(told.about, place) }));
        this.form.said.about = "";
        break;
      case "said":
        this.said = without(this.said);
        break;
      case "owed":
        this.owed = without(this.owed);
        break;
      case "given":
        this.given = without(this.given);
    }
  }

  /** Sends it all; `null` where something lacks. Half-finished entries are added, or asked about. */
  async finish(): Promise<LookBackDone | null> {
    this.problem = null;
    const steps: Step[] = ["delivered", "said", "owed", "given"];
    const whole = steps.map((step) => untouched(this.form[step]) || this.add(step)).every(Boolean);
    if (this.name.trim() === "") this.problem = "name";
    else if (!this.agreed && this.since.trim() !== "" && this.#since() === null) this.problem = "since";
    else if (this.known !== undefined && this.count === 0) this.problem = "nothing";
    if (!whole || this.problem !== null || this.#busy) return null;
    this.#busy = true;
    try {
      this.result = await this.#api.lookBack(this.answers());
      this.error = null;
      return this.result;
    } catch (thrown) {
      this.error = asWireError(thrown);
      return null;
    } finally {
      this.#busy = false;
    }
  }

  answers(): LookBack {
    const { known } = this;
    return {
      client: known?.id ?? null,
      name: known === undefined ? this.name.trim() : "",
      since: this.#since(),
      agreement: this.agreed ? "" : this.agreement.trim(),
      delivered: [...this.delivered],
      said: [...this.said],
      owed: [...this.owed],
      given: [...this.given],
    };
  }

  #since(): string | null {
    return this.agreed ? null : (parseRough(this.since, this.today, "start")?.day ?? null);
  }
}

function kept<Told extends object>(told: Told | Lack, keep: (told: Told) => void): Lack | null {
  if (typeof told === "string") return told;
  keep(told);
  return null;
}

function moved(about: number | null, gone: number): number | null {
  if (about === null || about === gone) return null;
  return about > gone ? about - 1 : about;
}
