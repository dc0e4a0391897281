// A practice in memory, for tests of the screens and for working on them in a plain browser. It keeps, finds, takes back
// and does again; it does not judge: the verdicts of the sample are given, new clients stay too early to say. Each part of
// the interface stands in a file of its own in `memory/`.
import type { Api } from "./api";
import { exportPart } from "./memory/export";
import { figuresPart } from "./memory/figures";
import { historyPart } from "./memory/history";
import { exampleImport, importPart } from "./memory/import";
import { fail, linesOf, MemoryLedger, put, type Part } from "./memory/ledger";
import { linePart } from "./memory/line";
import { needsPart } from "./memory/needs";
import { recordsPart } from "./memory/records";
import { routinePart } from "./memory/routine";
import { type SafetySetting, safetyOf } from "./memory/safety";
import { letterView, newLetter, page } from "./sample/letter";
import { daysBetween, TODAY } from "./sample/lines";
import { samplePractice } from "./sample/practice";
import type { ImportView, Letter, Message } from "./types";

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

  function keep(id: string | null, letter: Letter, key: "did_keep_letter" | "did_save_pdf"): string {
    const kept = id ?? ledger.fresh("letter");
    const client = ledger.client(letter.client).client.name;
    const deed: Message = key === "did_keep_letter" ? { key, client, letter: kept } : { key, client };
    ledger.change(deed, kept, (into) => {
      put(into, kept, { kind: "letter", ...letter });
    });
    return kept;
  }

  const letterOf = (id: string): Letter => {
    const line = ledger.state.views.flatMap(linesOf).find((other) => other.id === id);
    return line?.record.kind === "letter" ? line.record : fail("gone", "this letter is no longer in the ledger");
  };

  const api: Part<keyof Api> = {
    ...recordsPart(ledger),
    ...linePart(ledger),
    ...needsPart(ledger),
    ...routinePart(ledger),
    ...figuresPart(ledger),
    ...historyPart(ledger),
    ...exportPart(ledger, { copies: options.copies ?? [] }),
    ...importPart(ledger, options.importFile === undefined ? exampleImport : options.importFile),
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
    enquiries: () =>
      ledger.state.views.flatMap((view) =>
        view.enquiries.flatMap(({ id, record }) =>
          record.kind === "enquiry"
            ? [
                {
                  id,
                  client: view.id,
                  client_name: view.client.name,
                  status: view.client.status,
                  received_on: record.received_on,
                  subject: record.subject,
                  words: record.words,
                  answered_on: record.answered_on,
                  days: daysBetween(record.received_on, record.answered_on ?? TODAY),
                },
              ]
            : [],
        ),
      ),
    steps: () => ({ undo: ledger.done.at(-1)?.message ?? null, redo: ledger.undone.at(-1)?.message ?? null }),
    undo: () => ledger.undo(),
    redo: () => ledger.redo(),
    letters: () =>
      ledger.state.views.flatMap((view) =>
        view.letters.flatMap(({ id, record }) =>
          record.kind === "letter"
            ? [
                {
                  id,
                  letter_kind: record.letter_kind,
                  client: view.id,
                  client_name: view.client.name,
                  written_on: record.written_on,
                  saved: record.pdf_sha256 !== null,
                },
              ]
            : [],
        ),
      ),
    letterStart: (client, kind) =>
      letterView(null, newLetter(ledger.client(client), kind), ledger.client(client), ledger.state.profile),
    letterOpen: (id) => {
      const letter = letterOf(id);
      return letterView(id, letter, ledger.client(letter.client), ledger.state.profile);
    },
    letterView: (id, letter) => letterView(id, letter, ledger.client(letter.client), ledger.state.profile),
    letterKeep: (id, letter) => keep(id, letter, "did_keep_letter"),
    letterPage: (letter, _page, width) => page(letter, width),
    letterSave: (id, letter) => ({
      id: keep(id, { ...letter, pdf_sha256: "0".repeat(64) }, "did_save_pdf"),
      file: "2026-11-22 letter.pdf",
    }),
    copy: () => undefined,
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
