// The words of backups, of the second place, and of moving to another computer.
import type { BackupCause, BackupRow, CopyRelation, CopySide, SecondPlace } from "../api/types";
import { ago, momentWord, size } from "./ago";
import { count } from "./format";

export const backupWords = {
  title: "Backups",
  note: "made by themselves: every half hour with changes, and when Kindly closes",
  now: "Back up now",
  making: "Backing up…",
  made: "Backed up",
  madeBoth: "Backed up, in the second place too",
  madeAway: "Backed up. The second place is not there; it gets its copy when it is back.",
  none: "There is no backup yet. The first is made half an hour after you record something, or when you ask for one.",
  list: "Backups, the newest first",
  more: (n: number): string => `Show all ${String(n)}`,
  columns: { when: "When", why: "Why", holds: "Holds", size: "Size", opens: "Opens with", look: "Look" },
  holds: ({ clients, records }: BackupRow): string =>
    `${count(clients, "client", "clients")}, ${count(records, "record", "records")}`,
  passphrase: "your passphrase",
  nothing: "anybody",
  look: "Look…",
  lookLabel: (row: BackupRow): string => `Look at the backup of ${momentWord(row.made_at)}`,
  broken: (n: number): string => `${count(n, "backup", "backups")} cannot be used`,
  fromFolder: "Restore from a folder…",
  fromFolderNote: "From a USB stick, or from another computer’s backups.",
  previewTitle: (row: BackupRow): string => `Backup of ${momentWord(row.made_at)}`,
  kinds: "What it holds, and what there is now",
  kind: "Kind",
  then: "Then",
  present: "Now",
  clients: "Clients in it",
  noClients: "It holds no client.",
  since: (n: number): string =>
    n === 0 ? "Nothing was done since." : `${count(n, "step", "steps")} since then would be gone:`,
  sinceMore: (n: number): string => `and ${count(n, "older step", "older steps")}`,
  sinceNote: "The present state is backed up first, so you can come back to it.",
  restore: "Restore it",
  restoring: "Restoring…",
  restored: "The backup was restored",
  close: "Close",
  folderTitle: "Restore from a folder",
  folderNone: "There is no backup in this folder.",
  folderIn: (folder: string): string => `Backups in ${folder}`,
  folderSecret: "Their passphrase or recovery code",
  folderSecretMissing: "Type the passphrase or the recovery code with which these backups were protected.",
  folderChoose: "Choose a folder…",
  wrongSecret: "That opens none of them. It may be an older passphrase, or the code of another ledger.",
} as const;

/** Why a backup was made. */
export const causeWord: Record<BackupCause, string> = {
  timer: "by itself",
  close: "Kindly was closed",
  by_hand: "you asked for it",
  before_migration: "before an update",
  before_restore: "before a restore",
  before_new_key: "before a new key",
  kept_copy: "another copy went on",
};

export const secondWords = {
  title: "A second place",
  none: "If the laptop is lost, so are the backups on it. A USB stick, or a folder that is copied elsewhere, keeps them: they are encrypted as the ledger is.",
  choose: "Choose a folder…",
  other: "Choose another…",
  forget: "Forget it",
  forgetNote: "What lies there stays there.",
  state: (place: SecondPlace, now: number): string => {
    if (!place.there) return `It is away. Kindly waits for ${place.folder} and catches up when it is back.`;
    if (!place.current) return "It is there, and gets the newest backup with the next one.";
    return place.written_at === null ? "It is up to date." : `It is up to date: written ${ago(place.written_at, now)}.`;
  },
  erasures: (n: number): string =>
    `${count(n, "erasure", "erasures")} ${n === 1 ? "waits" : "wait"} for it: the copies there still hold what you erased.`,
} as const;

export const movingWords = {
  title: "Another computer",
  note: "A bundle is the whole ledger in one encrypted file. Take it along, and open it there.",
  write: "Write a bundle…",
  open: "Open a bundle…",
  writeTitle: "Write a bundle",
  writeBelow: "Whoever opens it on the other computer needs this passphrase. It may be another than the ledger’s.",
  writeDo: "Choose where, and write it",
  writing: "Writing the bundle…",
  written: (path: string): string => `Written: ${path}`,
  openTitle: "Open a bundle",
  openBelow: "Nothing here changes before you say so.",
  openPassphrase: "The bundle’s passphrase",
  openDo: "Choose the file",
  opening: "Reading the bundle…",
  wrong: "That does not open this bundle. It is the passphrase that was chosen when the bundle was written.",
  ours: "On this computer",
  theirs: "In the bundle",
  steps: "Steps",
  own: (n: number): string => (n === 0 ? "nothing that the other lacks" : `${count(n, "step", "steps")} of its own`),
  last: "Last step",
  latest: "What only it has, the latest first",
  records: "Records",
  noRecords: "none yet",
  takeOurs: "Go on with this computer’s",
  takeTheirs: "Go on with the bundle’s",
  kept: "The other one is kept as a backup.",
  taking: "Taking it over…",
  took: "The bundle’s ledger goes on here",
  keptOurs: "This computer’s ledger goes on; the bundle was kept as a backup",
  bringTitle: "From another computer",
  bringBelow: "Your records come along whole, with their history.",
  bringBundle: "Open a bundle…",
  bringBundleNote: "The file that you wrote there under Settings, Safety.",
  bringFolder: "Restore a backup from a folder…",
  bringFolderNote: "For instance the stick that was the second place of a laptop that is gone.",
} as const;

/** How two copies stand to each other. */
export const relationWord: Record<CopyRelation, string> = {
  same: "Both are the same. There is nothing to choose.",
  ours_newer: "The bundle is older: this computer’s ledger has all that it has, and more.",
  theirs_newer: "The bundle is newer: it has all that this computer’s ledger has, and more.",
  apart: "Both went on after they were the same. One of them goes on; they are not mixed.",
  strangers: "These are two ledgers that have nothing in common.",
  ours_empty: "Nothing is recorded on this computer yet. The bundle can simply go on here.",
};

/** "22 Nov 2026, 14:05" */
export const lastStep = (side: CopySide): string => (side.last_at === null ? "none yet" : momentWord(side.last_at));

export const backupSize = (row: BackupRow): string => size(row.bytes);
