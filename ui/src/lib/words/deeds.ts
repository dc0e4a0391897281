// What an action did: for its notice, and for the names of the steps that undo and redo.
import { count, list } from "./format";
import type { KeysOf, Words } from "./messages";
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

export const deeds: Words<KeysOf<"did_">> = {
  did_add: (m) => `Recorded: ${what(m.kind, m.title, m.client)}`,
  did_edit: (m) => `Changed: ${what(m.kind, m.title, m.client)}`,
  did_remove: (m) => `Removed: ${what(m.kind, m.title, m.client)}`,
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
};
