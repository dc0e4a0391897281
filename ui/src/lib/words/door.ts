// What stands before the records: the lock, and what is said when the ledger is not as it was left.
import type { BackupRow, Salvaged } from "../api/types";
import { momentWord } from "./ago";
import { count, list } from "./format";
import { kindCountWords } from "./export";

export const doorWords = {
  brand: "Kindly",
  locked: "Your ledger is locked.",
  passphrase: "Passphrase",
  unlock: "Unlock",
  opening: "Opening…",
  forgot: "I forgot it",
  wrong: "That is not it. Mind capital letters and the keyboard’s language; you can try as often as you like.",
  capsLock: "Caps Lock is on",
  byCode: "Open it with your recovery code.",
  byCodeBelow: "It is on the page that you printed or copied when you protected the ledger.",
  code: "Recovery code",
  codeHint: "spaces, hyphens and small letters make no difference",
  wrongCode: "That is not the code of this ledger. Compare it group by group with the page.",
  openByCode: "Open",
  back: "Back",
  lostBoth: "Without the passphrase and without the code nobody can open this ledger again; neither can we.",
  newPassphrase: "It is open. Now choose a new passphrase.",
  newPassphraseBelow: "The old one opens it no more. Your recovery code stays as it is.",
  save: "Save and go on",
  damaged: "The ledger is damaged.",
  damagedBelow: "Nothing was changed. What was found:",
  found: "What was found",
  look: "Look around (read only)",
  lookNote: "See and export what can be read. Nothing can be recorded.",
  restore: (backup: BackupRow): string => `Restore the backup of ${momentWord(backup.made_at)}`,
  holds: (backup: BackupRow): string =>
    `It holds ${count(backup.clients, "client", "clients")} and ${count(backup.records, "record", "records")}. What is here now is kept beside it.`,
  noBackup: "No backup was found in Kindly’s own folder.",
  folder: "Restore from a folder…",
  folderNote: "From a USB stick, or wherever your second place for backups is.",
  salvage: "Save what can be read…",
  salvageNote: "Writes every record that still can be read into one archive, where you choose. It is not encrypted.",
  withoutLog: "Go on without the last saves",
  withoutLogNote: "Everything up to them is whole. What cannot be read of them is kept beside the ledger.",
  refused: "The ledger cannot be opened.",
  untouched: "It was left exactly as it is.",
  older: "This is an older copy of your ledger.",
  olderSteps: (seen: number, found: number): string =>
    `When Kindly was last open here, the ledger had ${count(seen, "step", "steps")}. This one has ${count(found, "step", "steps")}: what was recorded after that is not in it.`,
  apart: "This copy of your ledger went its own way.",
  apartSteps: (seen: number, found: number): string =>
    `It began as the one that was last open here, but was then used somewhere else. That one had ${count(seen, "step", "steps")}, this one has ${count(found, "step", "steps")}.`,
  copyWhy: "That happens when a file was copied back by hand, or when a folder is synced between computers.",
  accept: "Go on with this one",
  acceptNote: "From now on this is your ledger. The backups stay.",
  newer: (backup: BackupRow): string => `Restore the newer backup, of ${momentWord(backup.made_at)}`,
  readOnly: "The ledger is damaged and open to be read only: nothing can be recorded.",
  readOnlyBack: "What can be done",
  readOnlyNote: "Nothing can be recorded while the ledger is open to be read only",
} as const;

/** "Saved: 12 clients and 48 deliverables, in /home/…" */
export function salvagedSentence({ file, saved, lost }: Salvaged): string {
  const what = saved.length === 0 ? "nothing could be read" : list(saved.map(kindCountWords));
  const gone = lost === 0 ? "Nothing was lost." : `${count(lost, "row", "rows")} could not be read.`;
  return `Saved: ${what}. ${gone} The file: ${file}`;
}
