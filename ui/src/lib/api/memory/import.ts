// An import in memory: a file that is given, read as the choices say, and told about as it is worked through.
import type { TellProgress } from "../api";
import { samplePractice } from "../sample/practice";
import type { ImportChoices, ImportKindView, ImportView } from "../types";
import { fail, type MemoryLedger, type Part } from "./ledger";

type Names = "importChoose" | "importConfirm" | "importDrop" | "importChange" | "importCancel";

const field = (name: string, required = false, options: string[] = []) => ({ name, required, options });

const KINDS: ImportKindView[] = [
  {
    name: "check-ins",
    fields: [
      field("Client", true),
      field("Date", true),
      field("Scale", true, ["csat", "nps", "ces"]),
      field("Value", true),
      field("Said by", false, ["them", "my impression"]),
      field("Words"),
    ],
  },
  {
    name: "deliverables",
    fields: [field("Client", true), field("Title", true), field("Due", true), field("Delivered"), field("Notes")],
  },
];

/** A file of answers to a survey that no tool is known for: the scale is missing, and one client is written oddly. */
export const exampleImport: ImportView = {
  file: "check-ins-2026.csv",
  tool: null,
  problem: null,
  headers: ["Client", "Date", "Scale", "Rating", "Comment", "Internal no."],
  first_rows: [
    ["Halden & Co", "20/11/2026", "CSAT", "2", "Still not what we had in mind.", "77"],
    ["Tamar Foods", "03/11/2026", "CSAT", "5", "Wonderful. Thank you!", "78"],
    ["Quay Partner", "09/11/2026", "CSAT", "4", "", "79"],
  ],
  kinds: KINDS,
  choices: {
    kind: "check-ins",
    columns: { Client: "Client", Date: "Date", Scale: "Scale", Value: "Rating", Words: "Comment" },
    fixed: {},
    without_refused: false,
    dates: "day-first",
    clients: {},
  },
  unknown_clients: [{ name: "Quay Partner", rows: 1, near: [{ id: "quay", name: "Quay Partners" }], pick: null }],
  left_out: 0,
  remarks: [],
  what: "check-ins",
  columns: [],
  new: 14,
  updated: 1,
  unchanged: 3,
  refused: [],
  near: [],
  preview: [
    ["2026-11-20", "CSAT 2", "Still not what we had in mind."],
    ["2026-11-03", "CSAT 5", "Wonderful. Thank you!"],
  ],
  written: false,
};

export function importPart(ledger: MemoryLedger, file: ImportView | null): Part<Names> {
  let pending: ImportView | null = null;
  return {
    importChoose: (tell) => {
      pending = file === null ? null : read(file, file.choices);
      if (pending !== null) tell({ step: "reading", done: rowsOf(pending), of: rowsOf(pending) });
      return pending;
    },
    importChange: (choices, tell) => {
      pending = read(pending ?? fail("gone", "no file is chosen"), choices);
      tell({ step: "comparing", done: rowsOf(pending), of: rowsOf(pending) });
      return pending;
    },
    importConfirm: (tell: TellProgress) => {
      const view = pending ?? fail("gone", "no file is chosen");
      if (view.problem !== null) fail("invalid", view.problem);
      pending = null;
      tell({ step: "writing", done: rowsOf(view), of: rowsOf(view) });
      ledger.change({ key: "did_import", file: view.file, new: view.new, updated: view.updated }, null, (into) => {
        if (into.views.length === 0) into.views = samplePractice();
      });
      return { ...view, written: true };
    },
    importDrop: () => {
      pending = null;
    },
    importCancel: () => undefined,
  };
}

const rowsOf = (view: ImportView): number => view.new + view.updated + view.unchanged + view.refused.length;

/** The file, read as the choices say: which columns are which, and what still stands in the way. */
function read(view: ImportView, choices: ImportChoices): ImportView {
  const kind = view.kinds.find(({ name }) => name === (choices.kind ?? view.what));
  const columns = view.headers.map((header) => ({
    header,
    field: Object.entries(choices.columns).find(([, of]) => of === header)?.[0] ?? null,
  }));
  const lacking = kind?.fields.find(
    ({ name, required }) => required && !columns.some((column) => column.field === name) && !choices.fixed[name],
  );
  return {
    ...view,
    choices,
    what: kind?.name ?? view.what,
    columns: view.kinds.length === 0 ? view.columns : columns,
    problem:
      view.kinds.length === 0
        ? view.problem
        : lacking === undefined
          ? null
          : `no column holds what ${kind?.name ?? "they"} need: ${lacking.name}`,
    unknown_clients: view.unknown_clients.map((each) => ({ ...each, pick: choices.clients[each.name] ?? each.pick })),
  };
}
