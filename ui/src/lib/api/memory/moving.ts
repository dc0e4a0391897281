// A bundle in memory: the copy that was written last, opened beside what the practice holds now. How the two stand to each
// other is told by the steps that they share.
import type { Api } from "../api";
import type { BundleView, CopyRelation, CopySide } from "../types";
import { type Backups, counts } from "./backups";
import { type Copy, fail, type MemoryLedger, type Part } from "./ledger";
import type { Vault } from "./safety";

type Names = keyof Pick<Api, "bundleWrite" | "bundleOpen" | "bundleTake" | "bundleDrop">;

interface Bundle extends Copy {
  passphrase: string;
}

/** The most steps that are named of a side. */
const NAMED = 5;

export function movingPart(ledger: MemoryLedger, vault: Vault, backups: Backups): Part<Names> {
  let written: Bundle | null = null;
  let opened: Bundle | null = null;

  return {
    bundleWrite: (passphrase, tell) => {
      written = { ...ledger.copy(), passphrase };
      tell({ share: 1 });
      return "/home/ines/Documents/Kindly.kindly-bundle";
    },
    bundleOpen: (passphrase, tell) => {
      if (written === null) return null;
      if (passphrase !== written.passphrase) return fail("wrong_secret", "this is not the passphrase of this bundle");
      opened = written;
      tell({ share: 1 });
      return compare(ledger.copy(), opened);
    },
    bundleTake: (which, tell) => {
      if (opened === null) return fail("gone", "no bundle is open");
      if (which === "theirs") {
        backups.make("kept_copy");
        ledger.become(opened);
        vault.door = { door: "open" };
      } else {
        backups.keep(opened, "kept_copy");
      }
      opened = null;
      tell({ share: 1 });
    },
    bundleDrop: () => {
      opened = null;
    },
  };
}

function compare(ours: Copy, theirs: Copy): BundleView {
  const [left, right] = [side(ours, theirs), side(theirs, ours)];
  return { relation: relation(ours, left.own_steps, right.own_steps), ours: left, theirs: right };
}

function relation(ours: Copy, own: number, alien: number): CopyRelation {
  if (ours.state.views.length === 0 && own === 0) return alien === 0 ? "same" : "ours_empty";
  if (own === 0) return alien === 0 ? "same" : "theirs_newer";
  return alien === 0 ? "ours_newer" : "apart";
}

function side(of: Copy, other: Copy): CopySide {
  const own = of.done.filter((step) => !other.done.includes(step));
  return {
    steps: of.done.length,
    own_steps: own.length,
    last_at: of.done.length === 0 ? null : new Date().toISOString(),
    latest: own
      .slice(-NAMED)
      .reverse()
      .map(({ message }) => message),
    records: [...counts(of)].map(([kind, count]) => ({ kind, count })),
  };
}
