// A practice in memory, for tests of the screens and for working on them in a plain browser. It keeps, finds, takes back
// and does again; it does not judge: the verdicts of the sample are given, new clients stay too early to say. Each part of
// the interface stands in a file of its own in `memory/`.
import type { Api } from "./api";
import { explainPart } from "./memory/explain";
import { exportPart } from "./memory/export";
import { figuresPart } from "./memory/figures";
import { fitPart } from "./memory/fit";
import { historyPart } from "./memory/history";
import { exampleImport, importPart } from "./memory/import";
import { MemoryLedger, type Part } from "./memory/ledger";
import { lettersPart } from "./memory/letters";
import { linePart } from "./memory/line";
import { needsPart } from "./memory/needs";
import { offeringPart } from "./memory/offering";
import { reviewPart } from "./memory/review";
import { recordsPart } from "./memory/records";
import { routinePart } from "./memory/routine";
import { type SafetySetting, safetyOf } from "./memory/safety";
import { worthPart } from "./memory/worth";
import { TODAY } from "./sample/lines";
import { samplePractice } from "./sample/practice";
import type { ImportView } from "./types";

interface Options {
  /** Begin without any client, as on the first day. */
  empty?: boolean;
  /** What the file dialog gives; `null` where it is cancelled. */
  importFile?: ImportView | null;
  /** Copies of the ledger that lie beside it. */
  copies?: string[];
  /** What stands before the records, and what protects them. */
  safety?: SafetySetting;
}

export function memoryApi(options: Options = {}): Api {
  const ledger = new MemoryLedger(options.empty ? [] : samplePractice());
  const safety = safetyOf(ledger, options.safety);

  const api: Part<keyof Api> = {
    ...recordsPart(ledger),
    ...lettersPart(ledger),
    ...linePart(ledger),
    ...needsPart(ledger),
    ...routinePart(ledger),
    ...figuresPart(ledger),
    ...historyPart(ledger),
    ...exportPart(ledger, { copies: options.copies ?? [] }),
    ...importPart(ledger, options.importFile === undefined ? exampleImport : options.importFile),
    ...offeringPart(ledger),
    ...reviewPart(ledger),
    ...explainPart(ledger),
    ...worthPart(ledger),
    ...fitPart(ledger),
    ...safety.part,
    start: () => ({
      today: TODAY,
      clients: ledger.state.views.length,
      sample: ledger.state.views.some((view) => view.client.sample),
      ...safety.start(),
      letterhead_ready: ledger.state.profile.name !== "",
    }),
    sampleLoad: () =>
      ledger.change({ key: "did_load_sample" }, null, (into) => {
        into.views.push(...samplePractice());
      }),
    sampleRemove: () =>
      ledger.change({ key: "did_remove_sample" }, null, (into) => {
        into.views = into.views.filter((view) => !view.client.sample);
      }),
    profile: () => ledger.state.profile,
    profileSave: (profile) =>
      ledger.change({ key: "did_save_profile" }, null, (into) => {
        into.profile = profile;
      }),
    client: (id) => ledger.client(id),
    steps: () => ({ undo: ledger.done.at(-1)?.message ?? null, redo: ledger.undone.at(-1)?.message ?? null }),
    undo: () => ledger.undo(),
    redo: () => ledger.redo(),
    copy: () => undefined,
    appear: (textSize) => {
      document.documentElement.style.setProperty("zoom", `${String(textSize)}%`);
    },
    dueCount: () => ({ notices: 1, today: 2 }),
    tellDesktop: () => undefined,
    copyPicture: () => undefined,
  };
  return answering(api, safety.gate);
}

/** Everything is answered later, and as a copy, as from the window; nothing that the gate refuses. */
function answering(api: Part<keyof Api>, gate: (name: string) => void): Api {
  const later = Object.entries(api).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      await Promise.resolve();
      gate(name);
      return structuredClone((call as (...args: unknown[]) => unknown)(...args));
    },
  ]);
  return Object.fromEntries(later) as Api;
}
