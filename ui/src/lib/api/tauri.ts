// The only file that calls the window's commands.
import { Channel, invoke } from "@tauri-apps/api/core";
import { type Api, pagePicture, type TellProgress } from "./api";
import type { ImportProgress } from "./types";

/** Whether this page runs inside Kindly's window, and not in a browser. */
export function insideWindow(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** The practice behind the window's commands. */
export const tauriApi: Api = {
  start: () => invoke("start"),
  sampleLoad: () => invoke("sample_load"),
  sampleRemove: () => invoke("sample_remove"),
  profile: () => invoke("profile"),
  profileSave: (profile) => invoke("profile_save", { profile }),
  clients: () => invoke("clients"),
  client: (id) => invoke("client", { id }),
  enquiries: () => invoke("enquiries"),
  choices: () => invoke("choices"),
  recordAdd: (record) => invoke("record_add", { record }),
  recordEdit: (id, record) => invoke("record_edit", { id, record }),
  recordRemove: (kind, id) => invoke("record_remove", { kind, id }),
  steps: () => invoke("steps"),
  undo: () => invoke("undo"),
  redo: () => invoke("redo"),
  find: (text) => invoke("find", { text }),
  importChoose: (tell) => invoke("import_choose", { progress: channel(tell) }),
  importConfirm: (tell) => invoke("import_confirm", { progress: channel(tell) }),
  importDrop: () => invoke("import_drop"),
  letters: () => invoke("letters"),
  letterStart: (client, kind) => invoke("letter_start", { client, kind }),
  letterOpen: (id) => invoke("letter_open", { id }),
  letterView: (id, letter) => invoke("letter_view", { id, letter }),
  letterKeep: (id, letter) => invoke("letter_keep", { id, letter }),
  letterPage: async (letter, page, width) =>
    pagePicture(await invoke<ArrayBuffer>("letter_page", { letter, page, width })),
  letterSave: (id, letter) => invoke("letter_save", { id, letter }),
  copy: (text) => invoke("copy", { text }),
  lineUnderstand: (text, caret) => invoke("line_understand", { text, caret }),
  lineRecord: (text) => invoke("line_record", { text }),
  recordDuplicate: (kind, id) => invoke("record_duplicate", { kind, id }),
  recordsEdit: (kind, ids, changes) => invoke("records_edit", { kind, ids, changes }),
  recordsRemove: (kind, ids) => invoke("records_remove", { kind, ids }),
  recordLines: (kind) => invoke("record_lines", { kind }),
  documentAdd: (choice) => invoke("document_add", { choice }),
  documentOpen: (id) => invoke("document_open", { id }),
  excuse: (deliverable, obligation) => invoke("excuse", { deliverable, obligation }),
  figures: (scope, period) => invoke("figures", { scope, period }),
  history: (of, before) => invoke("history", { of, before }),
  historyTakeBack: (seq) => invoke("history_take_back", { seq }),
  historyRestore: (seq, kind, id) => invoke("history_restore", { seq, kind, id }),
  templatesDue: () => invoke("templates_due"),
  templatesFill: (picks) => invoke("templates_fill", { picks }),
  lookBack: (answers) => invoke("look_back", { answers }),
  friday: () => invoke("friday"),
  fridayAnswer: (answer) => invoke("friday_answer", { answer }),
  question: (client, scale) => invoke("question", { client, scale }),
  needSnooze: (key, client, until, reason) => invoke("need_snooze", { key, client, until, reason }),
  snoozed: () => invoke("snoozed"),
  importChange: (choices, tell) => invoke("import_change", { choices, progress: channel(tell) }),
  importCancel: () => invoke("import_cancel"),
  archiveImport: () => invoke("archive_import"),
  exportTo: (what) => invoke("export_to", { what }),
  erasePlan: (whom) => invoke("erase_plan", { whom }),
  erase: (whom, name, copies) => invoke("erase", { whom, name, copies }),
  receiptSave: (text) => invoke("receipt_save", { text }),
};

function channel(tell: TellProgress): Channel<ImportProgress> {
  const told = new Channel<ImportProgress>();
  told.onmessage = tell;
  return told;
}
