// The keys of this screen, told by `?`.
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import { everywhereKeys, screenKeys } from "../lib/words/keys";
import { goTo, nothingToMend, openWindow, press } from "../screens/record/testing/window";

afterEach(cleanup);

test("? tells what works here and everywhere, and gives the keyboard back", async () => {
  await openWindow();
  await goTo("clients");
  const link = (await screen.findAllByRole("link", { name: "Halden & Co" }))[0];
  link?.focus();
  await press("?", { shiftKey: true });
  const dialog = await screen.findByRole("dialog", { name: "Keys" });
  expect(within(dialog).getByText("choose the line, to change several at once"), "of this screen").toBeTruthy();
  expect(within(dialog).getByText("the Friday list"), "of all").toBeTruthy();
  await nothingToMend();
  await fireEvent.click(within(dialog).getByRole("button", { name: "Close" }));
  await waitFor(() => {
    expect(screen.queryByRole("dialog"), "closed").toBeNull();
  });
  expect(document.activeElement, "where one was").toBe(link);
});

test("a screen without keys of its own tells those that work everywhere", async () => {
  await openWindow();
  await goTo("letters");
  await press("?");
  const dialog = await screen.findByRole("dialog", { name: "Keys" });
  expect(within(dialog).queryByText("On this screen")).toBeNull();
  expect(within(dialog).getAllByRole("term")).toHaveLength(everywhereKeys.length);
});

test("no key is told twice", () => {
  for (const [of, lines] of [["everywhere", everywhereKeys] as const, ...Object.entries(screenKeys)]) {
    const told = lines.map(({ keys }) => keys.join("+"));
    expect(new Set(told).size, of).toBe(told.length);
  }
});
