// What stands before the records, and the lock: nothing of them is shown or answered while the door is closed.
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import App from "../../App.svelte";
import type { Api } from "../../lib/api/api";
import { memoryApi } from "../../lib/api/memory";
import type { DoorView } from "../../lib/api/types";
import { Awake } from "../../lib/state/awake";
import { goTo, nothingToMend, press, toastSays } from "../record/testing/window";

const PASSPHRASE = "amber candle meadow lantern";
const CODE = "7KQ2M-X4TPA-99RDE-HJW3C-B5N8V-ZG6YF";
const protectedApi = (): Api => memoryApi({ safety: { passphrase: PASSPHRASE, code: CODE } });
const doorApi = (door: DoorView): Api => memoryApi({ safety: { door } });
const damaged = (readable: boolean): DoorView => ({
  door: "damaged",
  damage: ["page 214 of the ledger cannot be decrypted", "an index does not agree with its table"],
  readable,
  only_log: false,
  newest: null,
});

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(cleanup);

async function open(api: Api): Promise<Api> {
  render(App, { api });
  await screen.findByTestId("headline");
  return api;
}

const headline = (): string => screen.getByTestId("headline").textContent ?? "";
const input = (testid: string): HTMLInputElement => screen.getByTestId(testid);

async function headlineSays(text: string | RegExp): Promise<void> {
  await waitFor(() => {
    expect(headline(), "the headline").toMatch(text);
  });
}

async function fill(testid: string, value: string): Promise<void> {
  await fireEvent.input(await screen.findByTestId(testid), { target: { value } });
}

async function unlock(passphrase = PASSPHRASE): Promise<void> {
  await fill("door-passphrase", passphrase);
  await fireEvent.click(screen.getByTestId("door-unlock"));
}

/** Sends the form that a button belongs to; this page without an engine misses the click where the form has changed. */
async function submit(testid: string): Promise<void> {
  const { form } = screen.getByTestId<HTMLButtonElement>(testid);
  expect(form, `${testid} belongs to a form`).not.toBeNull();
  await fireEvent.submit(form as HTMLFormElement);
}

/** Every name that the sample holds, of businesses and of people. */
async function names(api: Api): Promise<string[]> {
  const views = await Promise.all((await api.clients()).rows.map(({ id }) => api.client(id)));
  return views.flatMap(({ client }) =>
    [client.name, client.contact.given_name, client.contact.family_name].filter((name) => name !== ""),
  );
}

describe("the lock", () => {
  it("asks for the passphrase, says kindly when it is wrong, and opens", async () => {
    const api = await open(protectedApi());
    expect(headline()).toBe("Your ledger is locked.");
    expect(document.activeElement, "one can type at once").toBe(input("door-passphrase"));
    await nothingToMend();
    await unlock("amber candle");
    const told = await screen.findByText(/^That is not it\./);
    expect(input("door-passphrase").getAttribute("aria-describedby"), "told beside the field").toBe(told.id);
    expect(input("door-passphrase").value, "what was typed stays").toBe("amber candle");
    expect(document.activeElement, "to be corrected").toBe(input("door-passphrase"));
    await expect(api.clients(), "nothing is answered").rejects.toMatchObject({ code: "locked" });
    await unlock();
    await headlineSays(/^Eight clients/);
    expect(screen.getByTestId("foot-lock").textContent).toBe("Locks after 10 minutes");
    expect(screen.getByTestId("foot-backup").textContent).toBe("Backed up 12 minutes ago");
  });

  it("opens by the recovery code, and wants a new passphrase at once", async () => {
    const api = await open(protectedApi());
    await fireEvent.click(screen.getByTestId("door-forgot"));
    await waitFor(() => {
      expect(document.activeElement, "the code can be typed").toBe(input("door-code"));
    });
    await fill("door-code", "7KQ2M");
    await fireEvent.click(screen.getByTestId("door-code-open"));
    await screen.findByText(/^That is not the code of this ledger\./);
    await fill("door-code", CODE.toLowerCase().replaceAll("-", " "));
    await fireEvent.click(screen.getByTestId("door-code-open"));
    await headlineSays("It is open. Now choose a new passphrase.");
    expect(screen.queryByRole("navigation"), "nothing is shown before it is set").toBeNull();
    await fill("door-new-passphrase", "kettle");
    await screen.findByText("Guessed at once.");
    await submit("door-new-save");
    await screen.findByText("Not enough yet: it must be hard to guess.");
    await fill("door-new-passphrase", "harbour nutmeg kettle dune fennel");
    await screen.findByText("Very strong.");
    await submit("door-new-save");
    await headlineSays(/^Eight clients/);
    await api.lock();
    await expect(api.unlock(PASSPHRASE), "the old one opens nothing").rejects.toMatchObject({ code: "wrong_secret" });
    expect(await api.unlock("harbour nutmeg kettle dune fennel")).toEqual({ door: "open" });
  });

  it("closes by Ctrl L out of a half-filled dialog, and leaves nothing of the clients behind", async () => {
    const api = await open(protectedApi());
    await unlock();
    await headlineSays(/^Eight clients/);
    const known = await names(api);
    await goTo("today");
    await press("r");
    await screen.findByTestId("record-dialog");
    await press("l", { ctrlKey: true });
    await headlineSays("Your ledger is locked.");
    const page = document.documentElement.outerHTML;
    for (const name of known) expect(page.includes(name), `${name} is gone from the page`).toBe(false);
    for (const call of [() => api.start(), () => api.clients(), () => api.find("halden"), () => api.safety()]) {
      await expect(call(), "every call is refused").rejects.toMatchObject({ code: "locked" });
    }
    await press("k", { ctrlKey: true });
    await press("r");
    expect(screen.queryByRole("dialog"), "no key reaches the records").toBeNull();
    await unlock();
    await headlineSays(/^Eight clients/);
    expect(screen.queryByTestId("record-dialog"), "what was half typed is gone too").toBeNull();
  });

  it("stands there again whoever asked when it was locked", async () => {
    const api = await open(protectedApi());
    await unlock();
    await headlineSays(/^Eight clients/);
    // As at a suspend: the window is not told, it finds out by the next call, here that of a screen by itself.
    await api.lock();
    await goTo("enquiries");
    await headlineSays("Your ledger is locked.");
    expect(screen.queryByTestId("error-note"), "the door says it, no note does").toBeNull();
  });

  it("drops an answer that comes after it was closed", async () => {
    const api = protectedApi();
    const asked = vi.spyOn(api, "clients");
    await open(api);
    await unlock();
    await headlineSays(/^Eight clients/);
    const late = await memoryApi().clients();
    let answer: (clients: typeof late) => void = () => undefined;
    asked.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    await press("z", { ctrlKey: true });
    await fireEvent.click(screen.getByTestId("sample-remove"));
    await waitFor(() => {
      expect(asked.mock.calls.length, "it is asked again").toBeGreaterThan(1);
    });
    await press("l", { ctrlKey: true });
    await headlineSays("Your ledger is locked.");
    answer(late);
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.body.textContent, "nothing of it comes on screen").not.toContain("Halden");
    expect(headline(), "the door stands").toBe("Your ledger is locked.");
  });

  it("has nothing to close where nothing is protected", async () => {
    await open(memoryApi());
    await press("l", { ctrlKey: true });
    await toastSays("The ledger has no passphrase, so there is nothing to lock.");
    expect(screen.getByTestId("foot-unprotected").textContent).toContain("anyone with this laptop can read it");
    await fireEvent.click(screen.getByTestId("foot-protect"));
    await screen.findByTestId("protect-dialog");
  });
});

describe("a damaged ledger", () => {
  it("says what was found, saves what can be read, and is looked at without recording", async () => {
    const api = await open(doorApi(damaged(true)));
    expect(headline()).toBe("The ledger is damaged.");
    const found = within(screen.getByTestId("door-damage")).getAllByRole("listitem");
    expect(
      found.map((one) => one.textContent),
      "each damage as a sentence",
    ).toEqual(["Page 214 of the ledger cannot be decrypted.", "An index does not agree with its table."]);
    await nothingToMend();
    await fireEvent.click(screen.getByTestId("salvage"));
    await waitFor(() => {
      expect(screen.getByTestId("salvaged").textContent, "what was saved").toMatch(/^Saved: 9 clients.*2 rows could/);
    });
    await fireEvent.click(screen.getByTestId("door-look"));
    await headlineSays(/^Eight clients/);
    expect(screen.getByTestId("read-only").textContent, "a quiet bar says so").toContain("nothing can be recorded");
    await press("r");
    await toastSays("Nothing can be recorded while the ledger is open to be read only");
    expect(screen.queryByTestId("record-dialog"), "and no form opens").toBeNull();
    await press("k", { ctrlKey: true });
    await fireEvent.input(screen.getByRole("combobox"), { target: { value: "tamar" } });
    expect(await screen.findAllByRole("option"), "finding works").not.toHaveLength(0);
    await expect(api.sampleRemove(), "whoever tries all the same").rejects.toMatchObject({ code: "read_only" });
  });

  it("is made whole by the newest backup", async () => {
    await open(doorApi(damaged(true)));
    await fireEvent.click(screen.getByTestId("door-look"));
    await headlineSays(/^Eight clients/);
    await fireEvent.click(screen.getByTestId("sample-remove"));
    expect((await screen.findByTestId("error-note")).textContent).toContain("Nothing can be recorded now.");
    await fireEvent.click(screen.getByTestId("read-only-back"));
    await headlineSays("The ledger is damaged.");
    expect(screen.getByTestId("door-restore").textContent).toMatch(/^Restore the backup of \d+ \w+ \d{4}/);
    await fireEvent.click(screen.getByTestId("door-restore"));
    await headlineSays(/^Eight clients/);
    await toastSays("The backup was restored");
    expect(screen.queryByTestId("read-only"), "it can be recorded in again").toBeNull();
  });

  it("that cannot be read is not looked at", async () => {
    await open(doorApi(damaged(false)));
    expect(screen.queryByTestId("door-look")).toBeNull();
  });
});

test("a ledger that cannot be opened is left alone, and restored from a folder", async () => {
  const message = "the ledger was written by a newer Kindly: install that one";
  await open(doorApi({ door: "refused", message, newest: null }));
  expect(screen.getByTestId("door-message").textContent).toBe(
    "The ledger was written by a newer Kindly: install that one. It was left exactly as it is.",
  );
  await nothingToMend();
  await fireEvent.click(screen.getByTestId("door-folder"));
  await fireEvent.click(await screen.findByTestId("folder-choose"));
  expect(await screen.findAllByTestId("folder-row"), "what is in it").toHaveLength(3);
  await submit("folder-restore");
  await headlineSays(/^Eight clients/);
});

describe("another copy than was left", () => {
  it.each([
    [false, "This is an older copy of your ledger.", /214 steps\. This one has 180 steps/],
    [true, "This copy of your ledger went its own way.", /used somewhere else\. That one had 214/],
  ])("is told (apart: %s), and goes on when one says so", async (apart, title, told) => {
    const api = await open(doorApi({ door: "other_copy", seen: 214, found: 180, apart, newest: null }));
    expect(headline()).toBe(title);
    expect(screen.getByTestId("door-copies").textContent).toMatch(told);
    await nothingToMend();
    await fireEvent.click(screen.getByTestId("door-accept"));
    await headlineSays(/^Eight clients/);
    expect(await api.door()).toEqual({ door: "open" });
  });

  it("gives way to the newer backup", async () => {
    await open(doorApi({ door: "other_copy", seen: 214, found: 180, apart: false, newest: null }));
    expect(screen.getByTestId("door-restore").textContent).toMatch(/^Restore the newer backup, of/);
    await fireEvent.click(screen.getByTestId("door-restore"));
    await headlineSays(/^Eight clients/);
  });
});

test("that somebody is there is told at most every quarter of a minute", () => {
  const tell = vi.fn();
  const awake = new Awake(tell);
  for (const at of [0, 1, 14_999, 15_000, 15_001, 40_000]) awake.touch(at);
  expect(tell, "at 0, 15 and 40 seconds").toHaveBeenCalledTimes(3);
});

test("keys and movements tell that somebody is there", async () => {
  const api = memoryApi();
  const awake = vi.spyOn(api, "awake");
  await open(api);
  await fireEvent.pointerMove(document.body);
  expect(awake, "a movement").toHaveBeenCalledTimes(1);
  await press("x");
  expect(awake, "not again so soon").toHaveBeenCalledTimes(1);
});
