// The whole window over a practice in memory, for the tests of the screens.
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { expect, vi } from "vitest";
import App from "../../../App.svelte";
import type { Api } from "../../../lib/api/api";
import { memoryApi } from "../../../lib/api/memory";
import type { Place } from "../../../lib/state/route";

/** Opens the window; with a letterhead, so that letters have a page. */
export async function openWindow(api: Api = memoryApi()): Promise<Api> {
  // This page without a layout has nowhere to scroll.
  Element.prototype.scrollIntoView = vi.fn();
  await api.profileSave({ ...(await api.profile()), name: "Ines Marlow" });
  render(App, { api });
  await screen.findByTestId("headline");
  return api;
}

/** Goes to a screen by the sidebar. */
export async function goTo(place: Place): Promise<void> {
  await fireEvent.click(screen.getByTestId(`nav-${place}`));
}

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  return fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
}

/** Types into the field that has the focus. */
export async function type(text: string): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) {
    throw new Error(`the focus is on ${field?.outerHTML ?? "nothing"}, which takes no text`);
  }
  await fireEvent.input(field, { target: { value: text } });
}

/** Chooses an option by its value. */
export async function chooseOption(select: HTMLSelectElement, value: string): Promise<void> {
  select.value = value;
  const option = [...select.options].find((each) => each.value === value) ?? null;
  expect(option, `an option ${value}`).not.toBeNull();
  // This page without an engine does not know that a chosen option is a checked one.
  select.querySelector = ((selector: string) =>
    selector === ":checked" ? option : null) as typeof select.querySelector;
  await fireEvent.change(select);
}

/** What the notice says. */
export async function toastSays(text: string | RegExp): Promise<void> {
  await waitFor(() => {
    expect(screen.getByTestId("toast").textContent, "the notice").toMatch(text);
  });
}

/** A screen reader meets nothing that it cannot make sense of. What stands behind a dialog is out of its reach. */
export async function nothingToMend(): Promise<void> {
  const found = await axe.run(document.querySelector<HTMLElement>("dialog[open]") ?? document.body, {
    // A page without a layout has no colours to compare; the tokens' contrast has a test of its own.
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  const told = found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  expect(told, "axe finds nothing").toEqual([]);
}
