// What an action did: for its notice, and for the names of the steps that undo and redo.
import { count, dayLong, list } from "./format";
import { type KeysOf, say, type Words } from "./messages";
import { recordsWord } from "./record";
import { kindWord } from "./terms";
import type { Kind } from "../api/types";

/** What is named by a number and not by words of its own. */
const UNQUOTED: Kind[] = ["check_in", "invoice"];

/** "deliverable “Quarterly report” for Halden & Co", and "client Halden & Co" */
function what(kind: Kind, title: string, client: string): string {
  if (kind === "client") {
    return `client ${title || client}`;
  }
  if (kind === "letter") {
    return client === "" ? kindWord.letter : `${kindWord.letter} to ${client}`;
  }
  const named = title === "" ? kindWord[kind] : `${kindWord[kind]} ${UNQUOTED.includes(kind) ? title : `“${title}”`}`;
  return client === "" ? named : `${named} for ${client}`;
}

const records = (n: number): string => count(n, "record", "records");

export const deeds: Words<KeysOf<"did_">> = {
  did_add: (m) => `Recorded: ${what(m.kind, m.title, m.client)}`,
  did_edit: (m) => `Changed: ${what(m.kind, m.title, m.client)}`,
  did_remove: (m) => `Removed: ${what(m.kind, m.title, m.client)}`,
  did_edit_many: (m) => `Changed: ${recordsWord(m.kind, m.count)}`,
  did_remove_many: (m) => `Removed: ${recordsWord(m.kind, m.count)}`,
  did_look_back: (m) => `Looked back on ${m.client}: ${records(m.records)} from memory`,
  did_friday: (m) => `Friday list, ${m.client}: ${records(m.records)}`,
  did_fill_templates: (m) => `Added from templates: ${records(m.count)}`,
  did_snooze: (m) => `Put off until ${dayLong(m.until)}${m.client === "" ? "" : `: ${m.client}`}`,
  did_excuse: (m) => `Excused: “${m.title}” for ${m.client}, which waited for “${m.owed}”`,
  did_take_back: (m) => (m.step === null ? "An earlier step was taken back" : `Taken back: ${say(m.step)}`),
  did_restore: (m) => `Brought back: ${what(m.kind, m.title, m.client)}`,
  did_import_archive: (m) => `Read from an archive: ${records(m.records)}`,
  did_take_on: (m) => `${m.client} is a client now: ${m.subject}`,
  did_erase: (m) => `Erased for good: ${records(m.records)}`,
  did_load_sample: () => "The sample practice was loaded",
  did_remove_sample: () => "The sample practice was removed",
  did_import: (m) => {
    const parts: string[] = [];
    if (m.new > 0) {
      parts.push(`${count(m.new, "new record", "new records")}`);
    }
    if (m.updated > 0) {
      parts.push(`${count(m.updated, "changed", "changed")}`);
    }
    return `Imported ${m.file}: ${parts.length === 0 ? "nothing new" : list(parts)}`;
  },
  did_save_profile: () => "The letterhead was saved",
  did_keep_letter: (m) => `The letter to ${m.client} was kept as a draft`,
  did_save_pdf: (m) => `The PDF of the letter to ${m.client} was saved`,
  did_finish_letter: (m) => `Letter ${m.number} to ${m.client} was finished`,
  did_send_letter: (m) => `The letter to ${m.client} was noted as sent`,
  did_keep_proof: (m) => `The proof of delivery to ${m.client} was kept`,
  did_note_reply: (m) => `The reply of ${m.client} was noted`,
  did_keep_template: (m) => `The template “${m.name}” was kept`,
  did_change_picture: () => "The letterhead's picture was changed",
};
