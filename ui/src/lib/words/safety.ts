// The words of protecting the ledger: passphrase, recovery code, lock, check and place.
import type { CheckReport, PlaceWarning, SafetyView } from "../api/types";
import { size } from "./ago";
import { count } from "./format";

export const safetyWords = {
  title: "Safety",
  general: "Practice",
  parts: "Parts of the settings",
  protection: "Protection",
  unprotected: "Anyone who has this laptop can read the ledger: its key lies beside it.",
  unprotectedMore: "A passphrase changes that. It takes two minutes, and nothing you recorded changes.",
  protect: "Protect with a passphrase…",
  protected: "The ledger opens only with your passphrase or your recovery code.",
  change: "Change the passphrase…",
  newKey: "New key…",
  newKeyNote:
    "If you fear that a copy of the file and its passphrase were seen together: everything is encrypted anew.",
  lockNow: "Lock now",
  idle: "Lock by itself",
  lockAlso: "It is also locked when the computer sleeps or its screen is locked.",
  where: (view: SafetyView): string => `${view.ledger}, ${size(view.bytes)}`,
  ledger: "The ledger",
  unprotectedBackups: (n: number): string =>
    `${count(n, "backup was", "backups were")} made before the ledger was protected: whoever finds ${n === 1 ? "it" : "them"} can read ${n === 1 ? "it" : "them"}.`,
  backupsProtect: "Write them anew, protected",
  backupsDelete: "Delete them",
  cancel: "Cancel",
  stop: "Stop",
  stopping: "Stopping…",
  stopped: "Stopped. Everything is as it was.",
  working: "Working",
  show: "Show",
  hide: "Hide",
  copy: "Copy",
  copied: "Copied. The clipboard is cleared after a minute.",
  check: "Damage",
  checkNow: "Check every page now",
  checking: "Every page is read and checked…",
  checkNever: "Every page has not been read and checked yet. Kindly does it once a week, and before each backup.",
  checkLast: (when: string): string =>
    `Every page was last read and checked ${when}. Kindly does it once a week, and before each backup.`,
} as const;

/** What a full check found, in one sentence. */
export function checkSentence({ records, damage }: CheckReport): string {
  const all = records.reduce((sum, [, n]) => sum + n, 0);
  return damage.length === 0
    ? `All is well: ${count(all, "record", "records")} read, nothing damaged.`
    : `${count(damage.length, "damage was", "damages were")} found:`;
}

export const idleChoices: readonly { value: string; label: string }[] = [
  { value: "0", label: "Never" },
  ...[2, 5, 10, 20, 60].map((n) => ({ value: String(n), label: `After ${count(n, "minute", "minutes")}` })),
];

/** At the foot of the sidebar. */
export const footWords = {
  lock: "Lock",
  lockKeys: "Ctrl L",
  locksAfter: (minutes: number): string => `Locks after ${count(minutes, "minute", "minutes")}`,
  locksNever: "Locks when the computer sleeps",
  backedUp: (when: string): string => `Backed up ${when}`,
  notBackedUp: "Not backed up yet",
  unprotected: "Not protected: anyone with this laptop can read it",
  protect: "Protect",
  nothingToLock: "The ledger has no passphrase, so there is nothing to lock. Protect it first.",
} as const;

/** Setting a passphrase. */
export const passphraseWords = {
  passphrase: "Passphrase",
  present: "Present passphrase",
  new: "New passphrase",
  again: "Once more",
  differ: "The two are not the same yet",
  hint: "Several words that do not belong together are better than one hard word.",
  suggest: "Suggest six words",
  strength: "How hard it is to guess",
  missing: "Type the passphrase first.",
  needsMore: "Not enough yet: it must be hard to guess.",
  changeTitle: "Change the passphrase",
  changeBelow: "The recovery code stays as it is.",
  changeDo: "Change it",
  changed: "The passphrase was changed",
} as const;

/** How hard a passphrase is to guess, from 0 to 4: the words beside the bar. */
export const scoreWord: readonly string[] = ["Guessed at once", "Very weak", "Weak", "Strong", "Very strong"];

export const crackSentence = (time: string): string => `Whoever has the file would need ${time} to guess it.`;

/** Protecting the ledger, in three steps. */
export const protectWords = {
  title: "Protect the ledger",
  titleNewKey: "A new key",
  step: (n: number): string => `Step ${String(n)} of 3`,
  choose: "Choose a passphrase. You type it whenever you open Kindly.",
  present: "Your passphrase stays; everything is encrypted anew with a new key, and you get a new recovery code.",
  next: "Go on",
  back: "Back",
  codeIs: "This is your recovery code. It opens the ledger if you forget the passphrase.",
  codeLabel: "The recovery code",
  codeKeep: "Print it and keep it where you keep your papers, not on this laptop.",
  lostBoth: "If you lose both, nobody can open this ledger again; neither can we.",
  saveCode: "Save as a page to print…",
  savedCode: (path: string): string => `Saved: ${path}. Delete the file once it is printed.`,
  retype: "Type the code from your page, to be sure that it can be read.",
  retyped: "Recovery code",
  finish: "Protect the ledger",
  finishNewKey: "Encrypt anew",
  working: "The ledger is written anew, encrypted and checked. You can stop; nothing is lost then.",
  done: "The ledger is protected.",
  doneBelow: "From now on Kindly asks for your passphrase. Ctrl L locks it at any time.",
  doneNewKey: "The ledger has a new key.",
  doneNewKeyBelow: "Only the new recovery code opens it; throw the old page away.",
  close: "Done",
} as const;

/** Why the folder of the ledger is no safe place, and what to do. */
export function placeWords(place: PlaceWarning): { what: string; why: string; mend: string } {
  const mend =
    "Keep the ledger on the laptop itself, and choose the folder where it lies now as the second place for backups instead.";
  return place.place === "network"
    ? {
        what: `The ledger lies on a network share (${place.kind}).`,
        why: "If the connection breaks, or two computers write at once, what was recorded can be lost.",
        mend,
      }
    : {
        what: `The ledger lies in a folder that ${place.by} copies to other computers.`,
        why: "It is copied while Kindly writes, so that the copies can be damaged, or two computers go apart.",
        mend,
      };
}
