// The only file that calls the window's commands.
import { invoke } from "@tauri-apps/api/core";
import { type Api, pagePicture } from "./api";

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
  importChoose: () => invoke("import_choose"),
  importConfirm: () => invoke("import_confirm"),
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
};
