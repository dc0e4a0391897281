// The palette does things by their name, on whatever screen one is.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import { memoryApi } from "../../lib/api/memory";
import { everywhereKeys } from "../../lib/words/keys";
import { goTo, nothingToMend, openWindow, press } from "../../screens/record/testing/window";
import { folded, matching, type Action } from "./actions-of";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const palette = (): HTMLDialogElement => screen.getByTestId<HTMLDialogElement>("find-dialog");
const line = (): HTMLInputElement => within(palette()).getByRole<HTMLInputElement>("combobox");
const offered = (): string[] =>
  within(palette())
    .queryAllByTestId("option-action")
    .map((option) => (option.textContent ?? "").replaceAll(/\s+/g, " ").trim());

/** Opens the palette and types, until an action is offered. */
async function ask(text: string): Promise<void> {
  await press("k", { ctrlKey: true });
  await waitFor(() => {
    expect(palette().open, "the palette is open").toBe(true);
  });
  line().focus();
  await fireEvent.input(line(), { target: { value: text, selectionStart: text.length } });
  await waitFor(() => {
    expect(offered().length, `something is offered for “${text}”`).toBeGreaterThan(0);
  });
}

async function headlineSays(words: RegExp): Promise<void> {
  await waitFor(() => {
    expect(screen.getAllByRole("heading", { level: 1 })[0]?.textContent, "the screen").toMatch(words);
  });
}

test("a place is gone to by its name, or by another word for it", async () => {
  await openWindow();
  await ask("new laptop");
  expect(offered()[0], "what one wants to do, not what Kindly calls it").toBe(
    "Go to Safety: backups, passphrase, moving",
  );
  await nothingToMend();
  await press("Enter");
  await headlineSays(/Settings/);
  expect(screen.getByTestId("settings-part-safety").getAttribute("aria-current")).toBe("page");
  expect(palette().open, "the palette is closed").toBe(false);
});

test("an action says its key, and a record of a kind opens as its form", async () => {
  await openWindow();
  await ask("take back");
  expect(offered()).toContain("Do Take back the last step CtrlZ");
  await press("Escape");
  palette().close();
  await ask("record invoice");
  expect(offered()).toEqual(["Record Invoice"]);
  await press("Enter");
  expect(await screen.findByRole("dialog", { name: /invoice/i }), "the form").not.toBeNull();
});

test("a button of the screen is pressed by its name, and letters to the client on screen begin", async () => {
  const api = memoryApi();
  await openWindow(api);
  await goTo("today");
  await ask("friday list");
  expect(
    offered().some((one) => one.startsWith("On this screen")),
    "the screen's own button",
  ).toBe(true);
  palette().close();
  await goTo("clients");
  const [halden] = await screen.findAllByRole("link", { name: "Halden & Co" });
  await fireEvent.click(halden ?? document.body);
  await screen.findByTestId("edit-client");
  await ask("write refusal");
  await waitFor(() => {
    expect(offered()[0], "a letter to this client").toBe("Write Renewal refusal");
  });
  await press("Enter");
  await waitFor(() => {
    expect(screen.queryByTestId("edit-client"), "the letter's screen").toBeNull();
  });
});

test("the text grows by its name", async () => {
  await openWindow();
  await ask("larger");
  await press("Enter");
  await waitFor(() => {
    expect(localStorage.getItem("appearance"), "kept for the next time").toContain('"textSize":110');
  });
});

test("every key that works everywhere is told by an action, too", async () => {
  await openWindow();
  const { actionsOf } = await import("./actions");
  const known = actionsOf({ route: { screen: "clients" }, start: null, readOnly: false } as never).map(({ keys }) =>
    keys.join(" "),
  );
  // Those that are about the palette itself, or about where one came from.
  const notNamed = ["Ctrl K", "Esc", "Alt ←"];
  expect(everywhereKeys.map(({ keys }) => keys.join(" ")).filter((keys) => !known.includes(keys))).toEqual(notNamed);
});

test.each([
  ["exp", ["Export everything", "Letterhead and export"]],
  ["EXPORT every", ["Export everything"]],
  ["x", []],
  ["", []],
  ["éxport", ["Export everything", "Letterhead and export"]],
  ["export import", []],
])("“%s” is answered by %o", (text, labels) => {
  const action = (label: string): Action => ({
    id: label,
    sort: "",
    label,
    words: folded(label),
    keys: [],
    run: () => undefined,
  });
  const all = ["Letterhead and export", "Export everything", "Xerox"].map(action);
  expect(matching(all, text).map(({ label }) => label)).toEqual(labels);
});
