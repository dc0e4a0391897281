// While somebody looks on: on every screen, no name, title, amount, figure or text of the sample can be read.
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFromTable } from "../../screens/client/testing/open";
import { goTo, openWindow, press, toastSays } from "../../screens/record/testing/window";
import type { Api } from "../api/api";
import { memoryApi } from "../api/memory";
import { LISTS } from "../api/memory/ledger";
import type { Place } from "../state/route";
import { verdictWord } from "../words";
import { isLabel } from "./labels";

beforeEach(() => {
  sessionStorage.clear();
});

afterEach(() => {
  cleanup();
});

const veiled = (): boolean => document.documentElement.classList.contains("discreet");

async function toggle(): Promise<void> {
  const before = veiled();
  await press("H", { ctrlKey: true, shiftKey: true });
  await waitFor(() => {
    expect(veiled(), "the veil").toBe(!before);
  });
}

/** Every text that somebody who looks on can read, or hear: outside what is a key, or says that it holds no record. */
function visible(): string[] {
  const found: string[] = [];
  for (const element of [document.body, ...document.body.querySelectorAll("*")]) {
    if (element.closest("[data-plain], kbd, script, style") !== null) continue;
    for (const name of ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt", "label"]) {
      found.push(element.getAttribute(name) ?? "");
    }
    for (const node of element.childNodes) if (node instanceof Text) found.push(node.data);
  }
  return found.map((text) => text.trim()).filter((text) => text !== "");
}

/** Words of the sample that a label may have as well. */
const COMMON = 6;

/** Every text of a record: names, titles, their words, notes. Not the values that stand for a choice, an id or a day. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return /[ @.]|^[A-Z]/.test(value) && value.length > 2 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

async function secretsOf(api: Api): Promise<string[]> {
  const views = await Promise.all((await api.clients()).rows.map(({ id }) => api.client(id)));
  const records = views.flatMap((view) => [view.client, ...LISTS.flatMap((list) => view[list].map((l) => l.record))]);
  const codes = /^[A-Z]{2,3}$/;
  return [...new Set([...records, await api.profile()].flatMap(textsOf))].filter((text) => !codes.test(text));
}

function nothingToRead(secrets: string[], where: string): void {
  const texts = visible();
  expect(texts.length, `${where}: something is on screen`).toBeGreaterThan(10);
  expect(texts, `${where}: something is hidden`).toContain("hidden");
  for (const text of texts) {
    const told = secrets.filter((secret) => (secret.length > COMMON ? text.includes(secret) : text === secret));
    expect(told, `${where}: “${text}” tells of a record`).toEqual([]);
    // The figures of labels are those of no record: "90 days", "A4", "3 letters".
    if (/[\d€£$%]/.test(text)) expect(isLabel(text), `${where}: “${text}” is a figure`).toBe(true);
    expect(Object.values(verdictWord), `${where}: a verdict`).not.toContain(text);
  }
  for (const field of document.querySelectorAll("input:not([type='checkbox'], [type='radio']), textarea, select")) {
    const hidden = field.closest("[inert]") !== null || field.closest("dialog:not([open])") !== null;
    expect(hidden, `${where}: ${field.outerHTML} is out of reach`).toBe(true);
  }
}

describe("the discreet mode", () => {
  it("hides all that comes from records, on every screen", async () => {
    const api = memoryApi({ safety: { place: { place: "synced", by: "Dropbox" } } });
    await api.letterKeep(null, (await api.letterStart("halden", "renewal_refusal", null)).letter);
    const { record } = (await api.client("halden")).they_said[0] ?? {};
    if (record !== undefined) await api.recordAdd(record);
    await openWindow(api);
    const secrets = await secretsOf(api);
    expect(secrets.length, "the sample has much to hide").toBeGreaterThan(60);
    expect(secrets).toEqual(expect.arrayContaining(["Halden & Co", "Ines Marlow", "Still not what we had in mind."]));
    await toggle();
    nothingToRead(secrets, "clients");

    const through = async (place: Place, button: string): Promise<void> => {
      await goTo(place);
      await fireEvent.click(await screen.findByTestId(button));
    };
    const walk: [string, () => Promise<unknown>, string | RegExp][] = [
      ["today", () => goTo("today"), "Friday list"],
      ["friday", () => press("f"), /./],
      ["enquiries", () => goTo("enquiries"), /./],
      ["letters", () => goTo("letters"), /./],
      ["what comes again", () => through("today", "go-templates"), /./],
      ["history", () => through("settings", "open-history"), /Every step, the latest first/],
      ["settings", () => goTo("settings"), "Your letterhead"],
      ["safety", () => fireEvent.click(screen.getByTestId("settings-part-safety")), "A second place"],
      ["backup", () => fireEvent.click(screen.getAllByTestId("backup-preview")[0] as HTMLElement), "Clients in it"],
    ];
    for (const [where, go, shows] of walk) {
      await go();
      await waitFor(() => {
        expect(visible().join("\n"), `${where} is open`).toMatch(shows);
      });
      await new Promise((resolve) => setTimeout(resolve, 60));
      nothingToRead(secrets, where);
    }
  });

  it("hides a client, their records, the letter to them and a form", async () => {
    const api = await openWindow();
    await api.recordRemove("check_in", (await api.client("halden")).they_said[0]?.id ?? "");
    const secrets = await secretsOf(api);
    await openFromTable("Halden & Co");
    const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 120));
    await settled();
    for (const button of screen.getAllByRole("button", { name: "Show" })) await fireEvent.click(button);
    await toggle();
    nothingToRead(secrets, "client");
    await toggle();

    await fireEvent.click(screen.getByTestId("write-letter"));
    await fireEvent.click(await screen.findByTestId("letter-kind-renewal_refusal"));
    await settled();
    await toggle();
    nothingToRead(secrets, "letter");
    await toggle();
    await press("Escape");
    await screen.findByTestId("edit-client");
    await fireEvent.click(screen.getByTestId("edit-client"));
    await screen.findByTestId("record-dialog");
    await settled();
    await toggle();
    nothingToRead(secrets, "a form");
  });

  it("hides an import and a look back", async () => {
    const api = await openWindow();
    const secrets = [...(await secretsOf(api)), "check-ins-2026.csv", "Quay Partner"];
    await fireEvent.click(screen.getByTestId("import-button"));
    await screen.findByTestId("import-note");
    await fireEvent.click(screen.getByTestId("import-button"));
    await screen.findByText(/check-ins-2026\.csv/);
    await toggle();
    nothingToRead(secrets, "import");
    await press("Escape");
    await waitFor(() => {
      expect(screen.getByTestId("lookback-button")).toBeTruthy();
    });
    await fireEvent.click(screen.getByTestId("lookback-button"));
    await screen.findByTestId("lookback-name");
    await new Promise((resolve) => setTimeout(resolve, 60));
    for (const field of document.querySelectorAll("main input[type='text'], main textarea")) {
      expect(field.hasAttribute("inert"), "what would be typed is out of reach").toBe(true);
    }
  });

  it("shows everything again as it was, and what changed meanwhile as it is", async () => {
    const api = await openWindow();
    const page = (): string => document.body.innerHTML.replaceAll(/ aria-pressed="\w+"/g, "");
    await screen.findByTestId("figures");
    const main = (): Element => screen.getByRole("main");
    const before = main().cloneNode(true);
    await toggle();
    expect(main().isEqualNode(before), "hidden").toBe(false);
    await toggle();
    expect(main().isEqualNode(before), "and back").toBe(true);
    await toggle();
    const { client } = await api.client("quay");
    await api.recordAdd({ ...client, kind: "client", name: "Nova" });
    // Anything that has the screen read again.
    await fireEvent.click(screen.getByTestId("sample-remove"));
    await press("z", { ctrlKey: true });
    await waitFor(() => {
      expect(document.querySelectorAll("tr[data-name]").length, "ten clients").toBe(10);
    });
    expect(visible().join(" "), "what came in is hidden too").not.toMatch(/Nova|Halden/);
    await toggle();
    expect(page(), "what changed is as it is now").toContain(">Nova<");
    expect(page(), "nothing stays hidden").not.toContain(">hidden<");
  });

  it("closes the palette, opens none, and says why", async () => {
    await openWindow();
    await press("k", { ctrlKey: true });
    const dialog = screen.getByTestId<HTMLDialogElement>("find-dialog");
    expect(dialog.open, "the palette is open").toBe(true);
    await toggle();
    expect(dialog.open, "it closes").toBe(false);
    for (const key of ["n", "r"]) await press(key);
    await press("k", { ctrlKey: true });
    expect(document.querySelector("dialog[open]"), "none opens").toBeNull();
    await toastSays("Names and figures are hidden. Ctrl Shift H shows them again.");
    await fireEvent.click(screen.getByTestId("discreet"));
    await waitFor(() => {
      expect(veiled(), "the mouse reaches it too").toBe(false);
    });
  });

  it("stays when the page is loaded anew, and keeps no word in the window's title", async () => {
    await openWindow();
    document.title = "Halden & Co";
    await toggle();
    expect(document.title).toBe("Kindly");
    cleanup();
    expect(veiled(), "this window is gone").toBe(false);
    await openWindow();
    await waitFor(() => {
      expect(veiled(), "the next one is hidden at once").toBe(true);
    });
    await toggle();
    cleanup();
    await openWindow();
    expect(veiled(), "until it is switched off").toBe(false);
  });

  it("lets one unlock", async () => {
    sessionStorage.setItem("kindly-discreet", "on");
    const api = memoryApi({ safety: { passphrase: "amber candle meadow lantern" } });
    await api.unlock("amber candle meadow lantern");
    await openWindow(api);
    await waitFor(() => {
      expect(veiled()).toBe(true);
    });
    await press("l", { ctrlKey: true });
    const field = await screen.findByTestId("door-passphrase");
    expect(field.hasAttribute("inert"), "the passphrase can be typed").toBe(false);
  });
});

describe("labels", () => {
  it.each(["Clients", "Needs you", "(all scales shown as 1 to 5; hollow: too early to say)", " · ", "Passphrase:"])(
    "%s may be seen",
    (text) => {
      expect(isLabel(text)).toBe(true);
    },
  );

  it.each(["Halden & Co", "14 of 15 met", "€4,800", "Never happy", "Met", "3", "Recorded: client Nova"])(
    "%s may not",
    (text) => {
      expect(isLabel(text)).toBe(false);
    },
  );
});
