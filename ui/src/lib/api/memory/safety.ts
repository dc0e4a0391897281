// The lock and the door in memory: a passphrase is compared, not turned into a key, and what is locked answers nothing.
// The backups and the copies that go to other computers stand in `backups.ts` and `moving.ts`.
import type { Api } from "../api";
import type { DoorView, PlaceWarning, SafetyView, StartView, Strength } from "../types";
import { backupsPart, counts } from "./backups";
import { fail, type MemoryLedger, type Part } from "./ledger";
import { movingPart } from "./moving";

export interface SafetySetting {
  /** Protects the ledger, which begins locked then. */
  passphrase?: string;
  /** The recovery code that goes with it. */
  code?: string;
  /** What stands before the records when the window opens; the newest backup is put in. */
  door?: DoorView;
  place?: PlaceWarning;
  /** Whether the second place, once chosen, is there. */
  secondPlaceThere?: boolean;
  broken?: string[];
}

/** What is protected, and what stands before the records; the files beside this one work on it too. */
export interface Vault {
  passphrase: string | null;
  code: string;
  /** A code that was made, and is in force once it was typed again. */
  newCode: string | null;
  idleMinutes: number;
  door: DoorView;
  /** Whether the ledger was opened by its code, and wants a new passphrase. */
  byCode: boolean;
  checkedAt: string;
}

type Names = keyof Pick<
  Api,
  | "door"
  | "doorAccept"
  | "unlock"
  | "unlockByCode"
  | "lock"
  | "awake"
  | "safety"
  | "strength"
  | "passphraseOffer"
  | "recoveryCode"
  | "recoverySave"
  | "protect"
  | "newKey"
  | "passphraseChange"
  | "idleSet"
  | "checkNow"
  | "salvage"
  | "safetyStop"
  | "copySecret"
>;

/** What may be asked while the ledger is not open. */
const BEFORE_THE_DOOR: readonly string[] = [
  "door",
  "unlock",
  "unlockByCode",
  "lock",
  "awake",
  "strength",
  "passphraseOffer",
  "safetyStop",
  "salvage",
  "backupRestore",
  "backupFolder",
  "backupFolderRestore",
  "copySecret",
];

const WORDS = "amber barley candle dune ember fennel garnet harbour ivory juniper kettle lantern meadow nutmeg".split(
  " ",
);
const WORD_COUNT = 6;
/** Without letters that are taken for others. */
const CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENOUGH = 3;

export function safetyOf(ledger: MemoryLedger, setting: SafetySetting = {}) {
  const vault: Vault = {
    passphrase: setting.passphrase ?? null,
    code: setting.code ?? drawCode(),
    newCode: null,
    idleMinutes: 10,
    door: setting.door ?? (setting.passphrase === undefined ? { door: "open" } : { door: "locked" }),
    byCode: false,
    checkedAt: new Date(Date.now() - 3 * 86_400_000).toISOString(),
  };
  ledger.readOnly = vault.door.door === "damaged";
  const backups = backupsPart(ledger, vault, setting);
  const view = (): SafetyView => ({
    ledger: "/home/ines/.local/share/kindly/ledger.kindly",
    bytes: 4_194_304,
    protected: vault.passphrase !== null,
    idle_minutes: vault.idleMinutes,
    ...backups.view(),
    checked_at: vault.checkedAt,
    place: setting.place ?? null,
    erasures_waiting: 0,
  });
  const open = (): DoorView => {
    vault.door = { door: "open" };
    return vault.door;
  };

  /** A passphrase and a code that was typed as it was printed. */
  const seal = (passphrase: string, retyped: string): void => {
    if (strengthOf(passphrase).score < ENOUGH) fail("invalid", "this passphrase is too easy to guess");
    if (vault.newCode === null || plainCode(retyped) !== plainCode(vault.newCode)) {
      fail("invalid", "the recovery code is not the one that was printed: compare it group by group");
    }
    vault.passphrase = passphrase;
    vault.code = vault.newCode ?? vault.code;
    vault.newCode = null;
  };

  const part: Part<Names> = {
    door: () => ("newest" in vault.door ? { ...vault.door, newest: backups.newest() } : vault.door),
    doorAccept: open,
    unlock: (passphrase) =>
      passphrase === vault.passphrase ? open() : fail("wrong_secret", "this is not the passphrase of this ledger"),
    unlockByCode: (code) => {
      if (plainCode(code) !== plainCode(vault.code)) {
        return fail("wrong_secret", "this is not the recovery code of this ledger: compare it group by group");
      }
      vault.byCode = true;
      return open();
    },
    lock: () => {
      if (vault.passphrase === null) fail("invalid", "the ledger is not protected, so there is nothing to lock");
      vault.door = { door: "locked" };
    },
    awake: () => undefined,
    safety: view,
    strength: strengthOf,
    passphraseOffer: () => Array.from({ length: WORD_COUNT }, () => WORDS[draw(WORDS.length)]).join(" "),
    recoveryCode: () => (vault.newCode = drawCode()),
    recoverySave: () => "/home/ines/Documents/Kindly recovery code.pdf",
    protect: (passphrase, retyped, tell) => {
      seal(passphrase, retyped);
      tell({ share: 1 });
      return view();
    },
    newKey: (passphrase, retyped, tell) => {
      if (passphrase !== vault.passphrase) fail("wrong_secret", "this is not the passphrase of this ledger");
      seal(passphrase, retyped);
      backups.make("before_new_key");
      tell({ share: 1 });
      return view();
    },
    passphraseChange: (old, passphrase) => {
      if (old === null ? !vault.byCode : old !== vault.passphrase) {
        fail("wrong_secret", "this is not the passphrase of this ledger");
      }
      if (strengthOf(passphrase).score < ENOUGH) fail("invalid", "this passphrase is too easy to guess");
      vault.passphrase = passphrase;
      vault.byCode = false;
    },
    idleSet: (minutes) => {
      vault.idleMinutes = minutes;
      return view();
    },
    checkNow: () => {
      vault.checkedAt = new Date().toISOString();
      return { records: [...counts(ledger.copy())], damage: [] };
    },
    salvage: () => ({
      file: "/home/ines/Documents/kindly-saved.json",
      saved: [...counts(ledger.copy())].map(([kind, count]) => ({ kind, count })),
      lost: 2,
    }),
    safetyStop: () => undefined,
    copySecret: () => undefined,
  };

  return {
    part: { ...part, ...backups.part(view), ...movingPart(ledger, vault, backups) },
    start: (): Pick<StartView, "protected" | "read_only" | "backed_up_at" | "idle_minutes"> => ({
      protected: vault.passphrase !== null,
      read_only: ledger.readOnly,
      backed_up_at: backups.newest()?.made_at ?? null,
      idle_minutes: vault.passphrase === null ? 0 : vault.idleMinutes,
    }),
    /** Refuses what may not be asked while the ledger is closed. */
    gate: (name: string): void => {
      const { door } = vault;
      const closed = door.door === "locked" || door.door === "refused" || (door.door === "damaged" && !door.readable);
      if (closed && !BEFORE_THE_DOOR.includes(name)) fail("locked", "the ledger is locked: unlock it to go on");
    },
  };
}

/** How hard a passphrase is to guess, told by its length and its words alone. */
function strengthOf(passphrase: string): Strength {
  const words = passphrase.trim().split(/\s+/).length;
  const same = new Set(passphrase).size < 6;
  const length = passphrase.length;
  const score = same ? 0 : words >= 5 && length >= 24 ? 4 : length >= 16 ? 3 : length >= 11 ? 2 : length >= 7 ? 1 : 0;
  return {
    score,
    crack_time: ["less than a second", "a few minutes", "three days", "forty years", "centuries"][score] ?? "",
    warning: same && length > 0 ? "Repeats are easy to guess" : "",
    suggestions: score < ENOUGH ? ["Add another word or two. Uncommon words are better."] : [],
  };
}

function drawCode(): string {
  const letters = Array.from({ length: 30 }, () => CODE_LETTERS.charAt(draw(CODE_LETTERS.length))).join("");
  return letters.replace(/.{5}(?=.)/g, "$&-");
}

/** A code as it is compared: spaces, hyphens and small letters make no difference. */
function plainCode(code: string): string {
  return code.replace(/[^0-9a-z]/gi, "").toUpperCase();
}

/** A number below `limit` that nobody can foresee. */
function draw(limit: number): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
