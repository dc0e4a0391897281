// The guide in the window: every screen leads to its page, every page can be reached, and closing goes back.
import { resolve } from "node:path";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { groups } from "virtual:guide";
import { afterEach, beforeEach, describe, expect, it, test, vi } from "vitest";
import App from "../../App.svelte";
import { memoryApi } from "../../lib/api/memory";
import { guideFiles } from "../../lib/help/compile";
import { findPages, linksOf, pageText } from "../../lib/help/guide";
import { guidePages, pageOf } from "../../lib/help/pages";
import type { Route } from "../../lib/state/route";
import { goTo, nothingToMend, openWindow, press, type } from "../record/testing/window";

const docs = resolve("../docs");
const pages = groups.flatMap((group) => group.pages);

// This page without a layout has nowhere to scroll.
beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn();
});

afterEach(cleanup);

async function helpShows(title: string): Promise<HTMLElement> {
  const dialog = await screen.findByRole("dialog", { name: "Help" });
  await waitFor(() => {
    expect(within(dialog).getByTestId("help-title").textContent, "the page").toBe(title);
  });
  expect(document.activeElement, "reading begins at the page").toBe(within(dialog).getByTestId("help-title"));
  return dialog;
}

async function helpIsGone(): Promise<void> {
  await waitFor(() => {
    expect(screen.queryByTestId("help"), "the guide is closed").toBeNull();
  });
}

describe("the guide", () => {
  test("has a file for every page that a screen can ask for, and none besides", () => {
    expect(guideFiles(docs).sort(), "the files").toEqual([...guidePages].sort());
    expect(pages.map(({ name }) => name).sort(), "each once in the index").toEqual([...guidePages].sort());
  });

  test("leads nowhere but to pages, and tells every page in few words", () => {
    for (const page of pages) {
      for (const link of linksOf(page)) {
        expect(guidePages, `${page.name} leads to ${link}`).toContain(link);
        expect(link, `${page.name} does not lead to itself`).not.toBe(page.name);
      }
      const words = pageText(page).split(/\s+/).length;
      expect(words, `${page.name} is short`).toBeLessThan(450);
      expect(words, `${page.name} says something`).toBeGreaterThan(60);
    }
  });

  test("keeps text as text: no sign of Markdown or HTML is left on a page", () => {
    for (const page of pages) {
      expect(pageText(page).match(/\*\*|\]\(|&\w+;|<\w/)?.[0], page.name).toBeUndefined();
    }
  });

  test.each<[string, string | undefined]>([
    ["recovery code", "safe"],
    ["LETTERHEAD", "letterhead"],
    ["half-life", "method"],
    ["don't renew", "worth"],
    ["vcards calendar", "import-export"],
    ["xylophone", undefined],
  ])("finds “%s” on %s", (wanted, first) => {
    expect(findPages(groups, wanted)[0]?.name, "the first page found").toBe(first);
  });

  test.each<[Route | null, string]>([
    [{ screen: "welcome" }, "begin"],
    [{ screen: "settings" }, "letterhead"],
    [{ screen: "settings", part: "safety" }, "safe"],
    [{ screen: "history" }, "take-back"],
    [null, "safe"],
  ])("about %o is %s", (route, page) => {
    expect(pageOf(route)).toBe(page);
  });
});

describe("F1", () => {
  it.each([
    ["clients", "Read the clients’ screen"],
    ["offering", "Offering or fit?"],
    ["settings", "Your letterhead"],
  ] as const)("on %s opens the page about it, and Escape goes back to where the focus was", async (place, title) => {
    await openWindow();
    await goTo(place);
    const button = screen.getByTestId(`nav-${place}`);
    button.focus();
    await press("F1");
    await helpShows(title);
    await press("Escape");
    await helpIsGone();
    expect(document.activeElement, "the focus").toBe(button);
    expect(button.getAttribute("aria-current"), "the screen is still there").toBe("page");
  });

  it("comes over a form and leaves what was typed", async () => {
    await openWindow();
    await press("r");
    await screen.findByTestId("record-kind-check_in");
    await press("c");
    await waitFor(() => {
      expect(document.activeElement?.getAttribute("data-field"), "the first field").toBe("client");
    });
    const field = document.activeElement as HTMLInputElement;
    await type("half a word");
    await press("F1");
    await helpShows("Read the clients’ screen");
    await press("Escape");
    await helpIsGone();
    expect(document.activeElement, "in the same field of the form").toBe(field);
    expect(field.value, "with what was typed").toBe("half a word");
  });

  it("works on the first screen too, before there is any client", async () => {
    render(App, { api: memoryApi({ empty: true }) });
    await screen.findByTestId("welcome-sample");
    await press("F1");
    await helpShows("Begin");
  });
});

describe("within the guide", () => {
  it("links lead on, Alt and an arrow lead back, and every page is readable to all", async () => {
    await openWindow();
    await fireEvent.click(screen.getByTestId("help-button"));
    const dialog = await helpShows("Read the clients’ screen");
    await fireEvent.click(within(dialog).getByTestId("help-link-verdict"));
    await helpShows("Understand a verdict");
    expect(within(dialog).getByTestId("help-back").textContent, "where one came from").toContain("Read the clients");
    await press("ArrowLeft", { altKey: true });
    await helpShows("Read the clients’ screen");
    for (const { name, title } of pages) {
      await fireEvent.click(within(dialog).getByTestId(`help-entry-${name}`));
      await helpShows(title);
      await nothingToMend();
    }
  });

  it("finds by a word: F1 goes to the field, Enter opens the first page", async () => {
    await openWindow();
    await press("F1");
    const dialog = await helpShows("Read the clients’ screen");
    await press("F1");
    const field = within(dialog).getByLabelText("Find in the guide");
    expect(document.activeElement, "the field that finds").toBe(field);
    await fireEvent.input(field, { target: { value: "recovery" } });
    expect(within(dialog).getByRole("status").textContent, "is told").toBe("1 page");
    await nothingToMend();
    await press("Enter");
    await helpShows("Keep it safe");
    field.focus();
    await press("Escape");
    expect(within(dialog).getByTestId("help-entry-keys"), "Escape shows all pages again first").toBeTruthy();
    await press("Escape");
    await helpIsGone();
  });

  it("is found in the palette", async () => {
    await openWindow();
    await press("k", { ctrlKey: true });
    const box = screen.getByRole("combobox");
    await fireEvent.input(box, { target: { value: "help" } });
    await screen.findAllByTestId("option-action");
    await fireEvent.keyDown(box, { key: "Enter" });
    await helpShows("Read the clients’ screen");
  });

  it("goes when the window is locked, and tells at the door how to come in", async () => {
    const api = memoryApi({ safety: { passphrase: "amber candle meadow lantern" } });
    await api.unlock("amber candle meadow lantern");
    await openWindow(api);
    await press("F1");
    await helpShows("Read the clients’ screen");
    await press("l", { ctrlKey: true });
    await helpIsGone();
    await screen.findByTestId("door-passphrase");
    await press("F1");
    await helpShows("Keep it safe");
  });
});
