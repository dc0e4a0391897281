// A practice in memory, for tests of the screens and for working on them in a plain browser. It keeps, finds, takes back
// and does again; it does not judge: the verdicts of the sample are given, new clients stay too early to say.
import type { Api } from "./api";
import { emptyView, enter } from "./sample/book";
import { emptyProfile, letterView, newLetter, page } from "./sample/letter";
import { daysBetween, lineOf, TODAY } from "./sample/lines";
import { overview } from "./sample/overview";
import { samplePractice } from "./sample/practice";
import type {
  ClientView,
  Done,
  ErrorCode,
  Found,
  ImportView,
  LedgerLine,
  Letter,
  Message,
  Profile,
  Record as LedgerRecord,
  WireError,
} from "./types";

interface State {
  views: ClientView[];
  profile: Profile;
}

interface Step {
  before: State;
  after: State;
  message: Message;
}

interface Options {
  /** Begin without any client, as on the first day. */
  empty?: boolean;
  /** What the file dialog gives; `null` where it is cancelled. */
  importFile?: ImportView | null;
}

function fail(code: ErrorCode, message: string, hint = ""): never {
  // The window's errors come as plain objects too.
  throw { code, message, hint } satisfies WireError;
}

const LISTS = ["we_owed", "they_said", "they_owed", "given_away", "engagements", "enquiries", "letters"] as const;

const linesOf = (view: ClientView): LedgerLine[] => LISTS.flatMap((list) => view[list]);

const exampleImport: ImportView = {
  file: "check-ins-2026.csv",
  what: "check-ins",
  columns: [
    { header: "Client", field: "client" },
    { header: "Date", field: "on" },
    { header: "Scale", field: "scale" },
    { header: "Rating", field: "value" },
    { header: "Comment", field: "words" },
    { header: "Internal no.", field: null },
  ],
  new: 14,
  updated: 1,
  unchanged: 3,
  refused: [],
  near: [],
  preview: [
    ["Halden & Co", "2026-11-20", "csat", "2", "Still not what we had in mind."],
    ["Tamar Foods", "2026-11-03", "csat", "5", "Wonderful. Thank you!"],
  ],
  written: false,
};

export function memoryApi(options: Options = {}): Api {
  let state: State = { views: options.empty ? [] : samplePractice(), profile: emptyProfile };
  const done: Step[] = [];
  let undone: Step[] = [];
  let pending: ImportView | null = null;
  let next = 1;

  const find = (id: string): ClientView =>
    state.views.find((view) => view.id === id) ?? fail("gone", "this client is no longer in the ledger");

  const ownerOf = (id: string): ClientView =>
    state.views.find((view) => view.id === id || linesOf(view).some((line) => line.id === id)) ??
    fail("gone", "this record is no longer in the ledger");

  function change(message: Message, id: string | null, alter: (state: State) => void): Done {
    const before = state;
    state = structuredClone(state);
    alter(state);
    done.push({ before, after: state, message });
    undone = [];
    return { id, message };
  }

  function put(into: State, id: string, record: LedgerRecord): void {
    if (record.kind === "client") {
      const known = into.views.find((view) => view.id === id);
      if (known) {
        known.client = record;
        Object.assign(known.row, { name: record.name, status: record.status });
      } else {
        into.views.push(emptyView(id, record));
      }
      return;
    }
    const view = into.views.find((other) => other.id === record.client);
    if (view) {
      enter(view, lineOf(id, record));
    }
  }

  function check(record: LedgerRecord): void {
    if (record.kind === "client" && record.name.trim() === "") {
      fail("invalid", "a client needs a name", "Enter the name of the business or of the person");
    }
  }

  const titleOf = (id: string, record: LedgerRecord): string => {
    switch (record.kind) {
      case "client":
        return record.name;
      case "check_in":
        return `${record.scale.toUpperCase()} ${String(record.value)}`;
      default:
        return lineOf(id, record).title;
    }
  };
  const clientOf = (record: LedgerRecord): string =>
    record.kind === "client" ? record.name : find(record.client).client.name;

  function keep(id: string | null, letter: Letter, key: "did_keep_letter" | "did_save_pdf"): string {
    const kept = id ?? `letter-${String(next++)}`;
    const client = find(letter.client).client.name;
    const deed: Message = key === "did_keep_letter" ? { key, client, letter: kept } : { key, client };
    change(deed, kept, (into) => {
      put(into, kept, { kind: "letter", ...letter });
    });
    return kept;
  }

  const letterOf = (id: string): Letter => {
    const line = linesOf(ownerOf(id)).find((other) => other.id === id);
    return line?.record.kind === "letter" ? line.record : fail("gone", "this letter is no longer in the ledger");
  };

  const api: { [Name in keyof Api]: (...args: Parameters<Api[Name]>) => Awaited<ReturnType<Api[Name]>> } = {
    start: () => ({
      today: TODAY,
      clients: state.views.length,
      sample: state.views.some((view) => view.client.sample),
      protected: false,
      letterhead_ready: state.profile.name !== "",
    }),
    sampleLoad: () =>
      change({ key: "did_load_sample" }, null, (into) => {
        into.views.push(...samplePractice());
      }),
    sampleRemove: () =>
      change({ key: "did_remove_sample" }, null, (into) => {
        into.views = into.views.filter((view) => !view.client.sample);
      }),
    profile: () => state.profile,
    profileSave: (profile) =>
      change({ key: "did_save_profile" }, null, (into) => {
        into.profile = profile;
      }),
    clients: () => overview(state.views),
    client: (id) => find(id),
    enquiries: () =>
      state.views.flatMap((view) =>
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
    choices: () => ({
      clients: state.views
        .map((view) => ({
          id: view.id,
          name: view.client.name,
          status: view.client.status,
          currency: view.client.currency,
          engagements: view.engagements.map(({ id, title }) => ({ id, title })),
          deliverables: view.we_owed.flatMap(({ id, title, on, record }) =>
            record.kind === "deliverable" ? [{ id, title, on, outcome: record.outcome }] : [],
          ),
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      themes: ["report unclear", "late"],
      currency: state.profile.currency,
    }),
    recordAdd: (record) => {
      check(record);
      const id = `new-${String(next++)}`;
      const message: Message = {
        key: "did_add",
        kind: record.kind,
        title: titleOf(id, record),
        client: clientOf(record),
      };
      return change(message, id, (into) => {
        put(into, id, record);
      });
    },
    recordEdit: (id, record) => {
      check(record);
      ownerOf(id);
      const message: Message = {
        key: "did_edit",
        kind: record.kind,
        title: titleOf(id, record),
        client: clientOf(record),
      };
      return change(message, id, (into) => {
        put(into, id, record);
      });
    },
    recordRemove: (kind, id) => {
      const owner = ownerOf(id);
      const line = linesOf(owner).find((other) => other.id === id);
      const title = line ? titleOf(id, line.record) : owner.client.name;
      return change({ key: "did_remove", kind, title, client: owner.client.name }, null, (into) => {
        into.views = into.views.filter((view) => view.id !== id);
        for (const view of into.views) {
          for (const list of LISTS) {
            view[list] = view[list].filter((line) => line.id !== id);
          }
        }
      });
    },
    steps: () => ({ undo: done.at(-1)?.message ?? null, redo: undone.at(-1)?.message ?? null }),
    undo: () => {
      const step = done.pop();
      if (step === undefined) {
        return null;
      }
      undone.push(step);
      state = step.before;
      return step.message;
    },
    redo: () => {
      const step = undone.pop();
      if (step === undefined) {
        return null;
      }
      done.push(step);
      state = step.after;
      return step.message;
    },
    find: (text) => {
      const wanted = text.toLocaleLowerCase();
      const has = (words: string): boolean => words.toLocaleLowerCase().includes(wanted);
      const clients = state.views
        .filter((view) => has(view.client.name))
        .map((view): Found => {
          const { name } = view.client;
          return {
            kind: "client",
            id: view.id,
            client: view.id,
            client_name: name,
            title: name,
            snippet: "",
            on: null,
          };
        });
      const lines = state.views.flatMap((view) =>
        linesOf(view)
          .filter((line) => has(line.title))
          .map((line): Found => {
            const { id, title, on, record } = line;
            return { kind: record.kind, id, client: view.id, client_name: view.client.name, title, snippet: "", on };
          }),
      );
      return [...clients, ...lines.sort((a, b) => (b.on ?? "").localeCompare(a.on ?? ""))].slice(0, 20);
    },
    importChoose: () => {
      pending = options.importFile === undefined ? exampleImport : options.importFile;
      return pending;
    },
    importConfirm: () => {
      const file = pending ?? fail("gone", "no file is chosen");
      pending = null;
      change({ key: "did_import", file: file.file, new: file.new, updated: file.updated }, null, (into) => {
        if (into.views.length === 0) {
          into.views = samplePractice();
        }
      });
      return { ...file, written: true };
    },
    importDrop: () => {
      pending = null;
    },
    letters: () =>
      state.views.flatMap((view) =>
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
    letterStart: (client, kind) => letterView(null, newLetter(find(client), kind), find(client), state.profile),
    letterOpen: (id) => {
      const letter = letterOf(id);
      return letterView(id, letter, find(letter.client), state.profile);
    },
    letterView: (id, letter) => letterView(id, letter, find(letter.client), state.profile),
    letterKeep: (id, letter) => keep(id, letter, "did_keep_letter"),
    letterPage: (letter, _page, width) => page(letter, width),
    letterSave: (id, letter) => ({
      id: keep(id, { ...letter, pdf_sha256: "0".repeat(64) }, "did_save_pdf"),
      file: "2026-11-22 letter.pdf",
    }),
    copy: () => undefined,
  };
  return answering(api);
}

/** Everything is answered later, and as a copy, as from the window. */
function answering(api: {
  [Name in keyof Api]: (...args: Parameters<Api[Name]>) => Awaited<ReturnType<Api[Name]>>;
}): Api {
  const later = Object.entries(api).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      await Promise.resolve();
      return structuredClone((call as (...args: unknown[]) => unknown)(...args));
    },
  ]);
  return Object.fromEntries(later) as Api;
}
