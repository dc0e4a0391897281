// Backups in memory: copies of what the practice held, by name. Restoring one keeps the present state as a backup first.
import type { Api } from "../api";
import type { BackupCause, BackupRow, BackupPreview, Kind, SafetyView } from "../types";
import { type Copy, fail, linesOf, type MemoryLedger, type Part } from "./ledger";
import type { SafetySetting, Vault } from "./safety";

type Names = keyof Pick<
  Api,
  | "backupNow"
  | "backupPreview"
  | "backupRestore"
  | "backupsUnprotected"
  | "secondPlaceChoose"
  | "secondPlaceForget"
  | "backupFolder"
  | "backupFolderRestore"
>;

interface Backup extends Copy {
  row: BackupRow;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const FOLDER = "/media/ines/STICK/Kindly";
/** The most steps that a preview names. */
const NAMED = 20;

export type Backups = ReturnType<typeof backupsPart>;

export function backupsPart(ledger: MemoryLedger, vault: Vault, setting: SafetySetting) {
  let all: Backup[] = [];
  let second: SafetyView["second_place"] = null;

  const rowOf = (copy: Copy, cause: BackupCause, made: Date): BackupRow => ({
    name: `${made.toISOString().replaceAll(":", "-").slice(0, 23)}-${cause}.kindly-backup`,
    made_at: made.toISOString(),
    cause,
    clients: copy.state.views.length,
    records: copy.state.views.length + copy.state.views.flatMap(linesOf).length + copy.state.free.length,
    bytes: 3_900_000,
    protected: vault.passphrase !== null,
  });

  function keep(copy: Copy, cause: BackupCause, made = new Date()): BackupRow {
    // Two backups of one moment have two names all the same.
    while (all.some(({ row }) => row.made_at === made.toISOString())) made = new Date(made.getTime() + 1);
    const row = rowOf(copy, cause, made);
    all = [{ ...copy, row }, ...all].sort((a, b) => b.row.made_at.localeCompare(a.row.made_at));
    if (second !== null) second = { ...second, current: second.there, written_at: row.made_at };
    return row;
  }

  if (ledger.state.views.length > 0) {
    const now = Date.now();
    keep(ledger.copy(), "timer", new Date(now - 12 * MINUTE));
    keep(ledger.copy(), "close", new Date(now - DAY));
    keep(ledger.copy(), "by_hand", new Date(now - 8 * DAY));
  }

  const named = (name: string): Backup =>
    all.find(({ row }) => row.name === name) ?? fail("gone", "this backup is no longer there");

  function restore(name: string): void {
    const backup = named(name);
    keep(ledger.copy(), "before_restore");
    ledger.readOnly = false;
    ledger.become(backup);
    vault.door = { door: "open" };
  }

  function preview(name: string): BackupPreview {
    const backup = named(name);
    const [then, now] = [counts(backup), counts(ledger.copy())];
    const kinds = [...new Set([...then.keys(), ...now.keys()])];
    const since = ledger.done.filter((step) => !backup.done.includes(step)).reverse();
    return {
      backup: backup.row,
      kinds: kinds.map((kind) => ({ kind, then: then.get(kind) ?? 0, now: now.get(kind) ?? 0 })),
      clients: backup.state.views.map(({ client }) => client.name),
      since: since.slice(0, NAMED).map(({ message }) => message),
      steps_since: since.length,
    };
  }

  return {
    newest: (): BackupRow | null => all[0]?.row ?? null,
    make: (cause: BackupCause): BackupRow => keep(ledger.copy(), cause),
    keep,
    view: (): Pick<SafetyView, "backups" | "broken_backups" | "unprotected_backups" | "second_place"> => ({
      backups: all.map(({ row }) => row),
      broken_backups: setting.broken ?? [],
      unprotected_backups: vault.passphrase === null ? 0 : all.filter(({ row }) => !row.protected).length,
      second_place: second,
    }),
    part: (view: () => SafetyView): Part<Names> => ({
      backupNow: (tell) => {
        const backup = keep(ledger.copy(), "by_hand");
        tell({ share: 1 });
        return { backup, second: second === null ? null : second.there };
      },
      backupPreview: preview,
      backupRestore: (name, tell) => {
        restore(name);
        tell({ share: 1 });
      },
      backupsUnprotected: (what, tell) => {
        all =
          what === "delete"
            ? all.filter(({ row }) => row.protected)
            : all.map((backup) => ({ ...backup, row: { ...backup.row, protected: true } }));
        tell({ share: 1 });
        return view();
      },
      // The stick holds what this place holds.
      backupFolder: () => ({
        folder: FOLDER,
        backups: all.map(({ row }) => row),
        protected: vault.passphrase !== null,
      }),
      backupFolderRestore: (name, secret, tell) => {
        if (vault.passphrase !== null && secret !== vault.passphrase && secret !== vault.code) {
          fail("wrong_secret", "neither the passphrase nor the recovery code of these backups");
        }
        restore(name);
        tell({ share: 1 });
      },
      secondPlaceChoose: () => {
        const there = setting.secondPlaceThere ?? true;
        second = { folder: FOLDER, there, current: there, written_at: there ? new Date().toISOString() : null };
        return view();
      },
      secondPlaceForget: () => {
        second = null;
        return view();
      },
    }),
  };
}

/** How many of each kind a copy holds. */
export function counts({ state }: Copy): Map<Kind, number> {
  const kinds = state.views.flatMap((view): Kind[] => ["client", ...linesOf(view).map(({ record }) => record.kind)]);
  const all = new Map<Kind, number>();
  for (const kind of [...kinds, ...state.free.map(({ record }) => record.kind)])
    all.set(kind, (all.get(kind) ?? 0) + 1);
  return all;
}
