// Protecting the ledger, its backups, and taking it to another computer: what a user sees and does.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it, test, vi } from "vitest";
import type { Api, TellSafety } from "../../../lib/api/api";
import { memoryApi } from "../../../lib/api/memory";
import type { SafetyView } from "../../../lib/api/types";
import { ago, size } from "../../../lib/words/ago";
import { chooseOption, goTo, nothingToMend, openWindow, toastSays } from "../../record/testing/window";

afterEach(cleanup);

const STRONG = "amber candle meadow lantern kettle";

async function openSafety(api: Api = memoryApi()): Promise<Api> {
  await openWindow(api);
  await goTo("settings");
  await click("settings-part-safety");
  await screen.findByTestId("ledger-path");
  return api;
}

async function click(testid: string): Promise<void> {
  await fireEvent.click(await screen.findByTestId(testid));
}

async function fill(testid: string, value: string): Promise<void> {
  await fireEvent.input(await screen.findByTestId(testid), { target: { value } });
}

/** Sends the form that a button belongs to. */
async function submit(testid: string): Promise<void> {
  const { form } = await screen.findByTestId<HTMLButtonElement>(testid);
  expect(form, `${testid} belongs to a form`).not.toBeNull();
  await fireEvent.submit(form as HTMLFormElement);
}

const says = async (testid: string, text: string | RegExp): Promise<void> => {
  await waitFor(() => {
    expect(screen.getByTestId(testid).textContent, testid).toMatch(text);
  });
};

/** The three steps, up to the code typed again. */
async function protect(): Promise<void> {
  await click("protect");
  await fill("protect-passphrase", STRONG);
  await screen.findByText("Very strong.");
  await submit("protect-next");
  const code = (await screen.findByTestId("protect-code")).textContent ?? "";
  await submit("protect-next");
  await fill("protect-code-retyped", code.toLowerCase());
}

describe("protecting", () => {
  it("takes a passphrase that is hard to guess, and a code that was typed again", async () => {
    const api = await openSafety();
    const copied = vi.spyOn(api, "copySecret");
    await says("safety-unprotected", "Anyone who has this laptop can read the ledger");
    await click("protect");
    await screen.findByTestId("protect-dialog");
    await nothingToMend();
    await fill("protect-passphrase", "aaaaaaa");
    await says("strength", /Guessed at once\..*Repeats are easy to guess\..*Add another word/s);
    await submit("protect-next");
    await screen.findByText("Not enough yet: it must be hard to guess.");
    await click("passphrase-suggest");
    await waitFor(() => {
      const offered = screen.getByTestId<HTMLInputElement>("protect-passphrase");
      expect(offered.value.split(" "), "six words").toHaveLength(6);
      expect(offered.type, "that can be read").toBe("text");
    });
    await click("passphrase-copy");
    expect(copied.mock.lastCall?.[0].split(" "), "a secret does not stay on the clipboard").toHaveLength(6);
    await fill("protect-passphrase", STRONG);
    await screen.findByText("Very strong.");
    await submit("protect-next");
    const code = (await screen.findByTestId("protect-code")).textContent ?? "";
    expect(code, "six groups of five").toHaveLength(30);
    screen.getByText("If you lose both, nobody can open this ledger again; neither can we.");
    await click("protect-code-save");
    await screen.findByText(/^Saved: .*Delete the file once it is printed\.$/);
    await submit("protect-next");
    await fill("protect-code-retyped", "ABCDE");
    await submit("protect-finish");
    await screen.findByText(/^The recovery code is not the one that was printed/);
    expect((await api.start()).protected, "nothing is protected yet").toBe(false);
    await fill("protect-code-retyped", code.toLowerCase());
    await submit("protect-finish");
    await screen.findByTestId("protect-done");
    expect((await api.start()).protected).toBe(true);
    await says("unprotected-backups", /^3 backups were made before the ledger was protected/);
    await click("backups-protect");
    await waitFor(() => {
      expect(screen.queryByTestId("unprotected-backups"), "nothing is left to be read").toBeNull();
    });
    expect(
      (await api.safety()).backups.every((row) => row.protected),
      "they are kept, protected",
    ).toBe(true);
    await click("protect-close");
    await says("safety-protected", "only with your passphrase or your recovery code");
    expect(screen.getByTestId("foot-lock").textContent).toBe("Locks after 10 minutes");
    await click("lock-now");
    await screen.findByTestId("door-passphrase");
    await expect(api.unlockByCode(code), "the code opens it").resolves.toEqual({ door: "open" });
  });

  it("shows how far it has come, and stops", async () => {
    const api = await openSafety();
    let fail: (thrown: unknown) => void = () => undefined;
    vi.spyOn(api, "protect").mockImplementation(
      (_passphrase, _retyped, tell: TellSafety) =>
        new Promise<SafetyView>((_, reject) => {
          fail = reject;
          tell({ share: 0.42 });
        }),
    );
    const stop = vi.spyOn(api, "safetyStop").mockImplementation(() => {
      fail({ code: "cancelled", message: "it was stopped", hint: "" });
      return Promise.resolve();
    });
    await protect();
    await submit("protect-finish");
    await says("work", "42%");
    await click("work-stop");
    await says("work-stopped", "Stopped. Everything is as it was.");
    expect(stop).toHaveBeenCalledOnce();
  });

  it("deletes what could be read, where one says so", async () => {
    const api = await openSafety();
    await protect();
    await submit("protect-finish");
    await click("backups-delete");
    await waitFor(async () => {
      expect((await api.safety()).backups, "they are gone").toEqual([]);
    });
  });

  it("changes the passphrase, the key and the idle time", async () => {
    const api = await openSafety();
    await protect();
    await submit("protect-finish");
    await click("protect-close");
    await click("passphrase-change");
    await fill("passphrase-present", "not this one");
    await fill("passphrase-new", "harbour nutmeg kettle dune fennel");
    await screen.findByText("Very strong.");
    await submit("passphrase-save");
    await screen.findByText(/^That is not it\./);
    await fill("passphrase-present", STRONG);
    await submit("passphrase-save");
    await toastSays("The passphrase was changed");

    await click("new-key");
    await fill("protect-passphrase", STRONG);
    await submit("protect-next");
    const code = (await screen.findByTestId("protect-code")).textContent ?? "";
    await submit("protect-next");
    await fill("protect-code-retyped", code);
    await submit("protect-finish");
    await screen.findByText(/^That is not it\./);
    await fill("protect-passphrase", "harbour nutmeg kettle dune fennel");
    await submit("protect-next");
    expect((await screen.findByTestId("protect-code")).textContent, "the code that was printed stays").toBe(code);
    await submit("protect-next");
    await submit("protect-finish");
    await screen.findByText("The ledger has a new key.");
    await click("protect-close");
    expect((await api.safety()).backups[0]?.cause, "it was backed up first").toBe("before_new_key");

    await chooseOption(screen.getByTestId("idle-minutes"), "2");
    await says("foot-lock", "Locks after 2 minutes");
    await chooseOption(screen.getByTestId("idle-minutes"), "0");
    await says("foot-lock", "Locks when the computer sleeps");
  });
});

describe("backups", () => {
  it("say when, why and what, and are made when one asks", async () => {
    await openSafety();
    const table = await screen.findByRole("table", { name: "Backups, the newest first" });
    const rows = within(table).getAllByTestId("backup-row");
    expect(rows, "three").toHaveLength(3);
    expect(rows[0]?.textContent).toMatch(/by itself.*9 clients, \d+ records.*3\.9 MB/s);
    expect(rows[1]?.textContent).toContain("Kindly was closed");
    await nothingToMend();
    await click("backup-now");
    await toastSays("Backed up");
    await waitFor(() => {
      expect(screen.getAllByTestId("backup-row")[0]?.textContent, "it stands first").toContain("you asked for it");
    });
    await says("foot-backup", "Backed up just now");
  });

  it("are looked at before one is restored, and the present state is kept", async () => {
    const api = await openSafety();
    const { client } = await api.client("quay");
    await api.recordAdd({ ...client, kind: "client", name: "Nova" });
    await fireEvent.click(screen.getAllByTestId("backup-preview")[0] as HTMLElement);
    await says("backup-since", /^2 steps since then would be gone:.*Nova.*letterhead/s);
    const kinds = screen.getByRole("table", { name: "What it holds, and what there is now" });
    expect(within(kinds).getByRole("row", { name: /Clients/ }).textContent, "then and now").toMatch(/9\s*10/);
    await nothingToMend();
    await click("backup-restore");
    await toastSays("The backup was restored");
    expect((await api.choices()).clients.map(({ name }) => name)).not.toContain("Nova");
    const [kept] = (await api.safety()).backups;
    expect(kept?.cause, "what was there is a backup now").toBe("before_restore");
    expect((await api.backupPreview(kept?.name ?? "")).clients, "with all it held").toContain("Nova");
  });

  it("that cannot be used are named", async () => {
    await openSafety(memoryApi({ safety: { broken: ["old.kindly-backup: its check sum is wrong"] } }));
    await says("broken-backups", /^1 backup cannot be used.*old\.kindly-backup: its check sum is wrong/s);
  });

  it("in a folder ask for their secret", async () => {
    const api = memoryApi({ safety: { passphrase: STRONG } });
    await api.unlock(STRONG);
    await openSafety(api);
    await click("backup-folder");
    await click("folder-choose");
    await fill("folder-secret", "nope");
    await submit("folder-restore");
    await screen.findByText(/^That opens none of them\./);
    await fill("folder-secret", STRONG);
    await submit("folder-restore");
    await toastSays("The backup was restored");
  });

  it("go to a second place, and wait for it while it is away", async () => {
    const api = memoryApi({ safety: { secondPlaceThere: false } });
    await openSafety(api);
    await click("second-place-choose");
    await says("second-place", "/media/ines/STICK/Kindly");
    await says("second-place-state", "It is away. Kindly waits for /media/ines/STICK/Kindly");
    await click("backup-now");
    await toastSays("The second place is not there; it gets its copy when it is back.");
    await click("second-place-forget");
    await waitFor(() => {
      expect(screen.queryByTestId("second-place")).toBeNull();
    });
  });
});

test("every page is checked when one asks, and damage is named", async () => {
  const api = await openSafety();
  await click("check-now");
  await says("check-result", /^All is well: \d+ records read, nothing damaged\.\s*$/);
  vi.spyOn(api, "checkNow").mockResolvedValueOnce({ records: [], damage: ["page 7 cannot be decrypted"] });
  await click("check-now");
  await says("check-result", /^1 damage was found:\s*Page 7 cannot be decrypted\.\s*$/);
});

test.each([
  [{ place: "network", kind: "cifs" } as const, /network share \(cifs\).*can be lost/],
  [{ place: "synced", by: "Dropbox" } as const, /a folder that Dropbox copies.*two computers go apart/],
])("a folder that is no safe place is warned of: %o", async (place, told) => {
  await openSafety(memoryApi({ safety: { place } }));
  await says("place-warning", told);
  await says("place-warning", /Keep the ledger on the laptop itself/);
});

describe("moving to another computer", () => {
  const written = async (): Promise<Api> => {
    const api = await openSafety();
    await click("bundle-write");
    await fill("bundle-passphrase", STRONG);
    await screen.findByText("Very strong.");
    await fill("bundle-passphrase-again", "something else");
    await submit("bundle-write-do");
    await screen.findByText("The two are not the same yet");
    await fill("bundle-passphrase-again", STRONG);
    await submit("bundle-write-do");
    await says("bundle-written", /^Written: .*\.kindly-bundle$/);
    await click("bundle-write-close");
    return api;
  };
  const opened = async (): Promise<void> => {
    await click("bundle-open");
    await fill("bundle-open-passphrase", STRONG);
    await submit("bundle-open-do");
    await screen.findByTestId("bundle-relation");
  };

  it("writes one encrypted file, and shows both copies side by side", async () => {
    const api = await written();
    const { client } = await api.client("quay");
    await api.recordAdd({ ...client, kind: "client", name: "Nova" });
    await click("bundle-open");
    await fill("bundle-open-passphrase", "nope");
    await submit("bundle-open-do");
    await screen.findByText(/^That does not open this bundle\./);
    await fill("bundle-open-passphrase", STRONG);
    await submit("bundle-open-do");
    await says("bundle-relation", "The bundle is older");
    await says("bundle-ours", /1 step of its own.*10 clients.*Nova/s);
    await says("bundle-theirs", /nothing that the other lacks.*9 clients/s);
    await nothingToMend();
    await click("bundle-take-theirs");
    await toastSays("The bundle’s ledger goes on here");
    expect((await api.choices()).clients.map(({ name }) => name)).not.toContain("Nova");
    expect((await api.safety()).backups[0]?.cause, "the other one is kept").toBe("kept_copy");
  });

  it("goes on with this computer's, and keeps the bundle", async () => {
    const api = await written();
    const { client } = await api.client("quay");
    await api.recordAdd({ ...client, kind: "client", name: "Nova" });
    await opened();
    await click("bundle-take-ours");
    await toastSays("This computer’s ledger goes on");
    const [kept] = (await api.safety()).backups;
    expect((await api.backupPreview(kept?.name ?? "")).clients, "the bundle is a backup").not.toContain("Nova");
    expect((await api.choices()).clients.map(({ name }) => name)).toContain("Nova");
  });

  it("has nothing to choose where both are the same", async () => {
    await written();
    await opened();
    await says("bundle-relation", "Both are the same.");
    expect(screen.queryByTestId("bundle-take-theirs")).toBeNull();
  });
});

test("on the first day, a backup or a bundle brings everything along", async () => {
  await openWindow(memoryApi({ empty: true }));
  await click("welcome-bring");
  await screen.findByTestId("bring-dialog");
  await click("bring-folder");
  await screen.findByTestId("folder-dialog");
});

test.each([
  [30_000, "just now"],
  [60_000, "1 minute ago"],
  [12 * 60_000, "12 minutes ago"],
  [3 * 3_600_000, "3 hours ago"],
  [50 * 3_600_000, "2 days ago"],
  [400 * 86_400_000, "on 18 Oct 2025"],
])("%d ms ago is %s", (past, words) => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(ago(new Date(now - past).toISOString(), now)).toBe(words);
});

test.each([
  [400, "1 KB"],
  [840_000, "840 KB"],
  [4_230_000, "4.2 MB"],
  [128_000_000, "128 MB"],
])("%d bytes are %s", (bytes, words) => {
  expect(size(bytes)).toBe(words);
});
