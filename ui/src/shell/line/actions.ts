// Every action by its name: what is the same on all screens, what belongs to the client on screen, and the buttons that
// the screen itself shows.
import type { GuidePageName } from "../../lib/help/pages";
import { groups } from "virtual:guide";
import { appearance, changeTextSize, choose, type Theme } from "../../lib/state/appearance";
import type { App } from "../../lib/state/app.svelte";
import type { Route } from "../../lib/state/route";
import { letterKindWord } from "../../lib/words";
import { actions as words, actionWords, type ActionName } from "../../lib/words/actions";
import { kindTitle } from "../../lib/words/record";
import { type Action, folded } from "./actions-of";
import type { Kind } from "../../lib/api/types";

/** What cannot be told apart by its words is told by the records that are found. */
const BUTTONS = "main button:not(table *, [role=listbox] *, .name), main summary";

/** All that can be done where one is. Gathered once, as the palette opens. */
export function actionsOf(app: App): Action[] {
  const { route } = app;
  return [
    ...buttonsHere(),
    ...(route.screen === "client" ? ofClient(app, route.client) : []),
    ...deeds(app),
    ...places(app),
    ...records(app),
    ...pages(app),
  ];
}

/** The letters that fit the client on screen. */
export async function letterActions(app: App): Promise<Action[]> {
  const { route } = app;
  if (route.screen !== "client" || app.readOnly) return [];
  const { client } = route;
  const kinds = await app.api.letterKinds(client);
  return kinds.flatMap(({ kind, lacks, starts_from: [from] }) =>
    lacks !== null
      ? []
      : [
          action(`letter ${kind}`, actionWords.writes, letterKindWord[kind], "letter pdf", [], () => {
            app.go({
              screen: "letter",
              client,
              kind,
              about: from === undefined ? null : { kind: from.kind, id: from.id },
            });
          }),
        ],
  );
}

function deeds(app: App): Action[] {
  const own = (name: ActionName, keys: readonly string[], run: () => void): Action =>
    named(name, actionWords.does, keys, run);
  const theme = (to: Theme): (() => void) => {
    return () => {
      choose({ ...appearance(), theme: to });
    };
  };
  return [
    own("line", ["N"], () => {
      app.openPalette("record");
    }),
    own("form", ["R"], () => {
      app.recordHere();
    }),
    own("undo", ["Ctrl", "Z"], () => void app.undo()),
    own("redo", ["Shift", "Ctrl", "Z"], () => void app.redo()),
    own("lock", ["Ctrl", "L"], () => void app.lock()),
    own("discreet", ["Ctrl", "Shift", "H"], () => {
      app.toggleDiscreet();
    }),
    own("keys", ["?"], () => {
      app.showsKeys = true;
    }),
    own("help", ["F1"], () => {
      app.openHelp();
    }),
    own("larger", ["Ctrl", "+"], () => {
      changeTextSize(1);
    }),
    own("smaller", ["Ctrl", "−"], () => {
      changeTextSize(-1);
    }),
    own("usual", ["Ctrl", "0"], () => {
      changeTextSize(0);
    }),
    own("dark", [], theme("dark")),
    own("light", [], theme("light")),
    own("system", [], theme("system")),
    ...(app.start?.sample === true
      ? [own("sampleRemove", [], () => void app.attempt(async () => app.done(await app.api.sampleRemove())))]
      : []),
  ];
}

function places(app: App): Action[] {
  const to = (name: ActionName, route: Route, keys: readonly string[] = []): Action =>
    named(name, actionWords.goes, keys, () => {
      app.go(route);
    });
  return [
    to("today", { screen: "today" }),
    to("clients", { screen: "clients" }),
    to("offering", { screen: "offering" }),
    to("trust", { screen: "trust" }),
    to("enquiries", { screen: "enquiries" }),
    to("fit", { screen: "fit" }),
    to("letters", { screen: "letters" }),
    to("worth", { screen: "worth" }),
    to("renewals", { screen: "renewals" }),
    to("friday", { screen: "friday" }, ["F"]),
    to("templates", { screen: "templates" }),
    to("history", { screen: "history" }),
    to("import", { screen: "import" }),
    to("lookback", { screen: "lookback" }),
    to("settings", { screen: "settings" }),
    to("letterhead", { screen: "settings", part: "general" }),
    to("method", { screen: "settings", part: "method" }),
    to("appearance", { screen: "settings", part: "appearance" }),
    to("safety", { screen: "settings", part: "safety" }),
  ];
}

function ofClient(app: App, client: string): Action[] {
  const to = (name: ActionName, route: Route): Action =>
    named(name, actionWords.goes, [], () => {
      app.go(route);
    });
  return [
    to("decide", { screen: "decide", client }),
    to("evidence", { screen: "evidence", client }),
    to("parting", { screen: "parting", client }),
    to("clientHistory", { screen: "history", client }),
  ];
}

function records(app: App): Action[] {
  const here = app.route.screen === "client" ? { client: app.route.client } : {};
  return (Object.keys(kindTitle) as (keyof typeof kindTitle)[]).map((kind) =>
    action(`record ${kind}`, actionWords.records, kindTitle[kind], "record new add", [], () => {
      app.record({ ...here, kind: kind as Kind });
    }),
  );
}

function pages(app: App): Action[] {
  return groups.flatMap((group) =>
    group.pages.map(({ name, title }) =>
      action(`help ${name}`, actionWords.reads, title, "help guide how to", [], () => {
        app.openHelp(name as GuidePageName);
      }),
    ),
  );
}

/** The buttons of the screen, but for those whose name stands there twice: one would not know which is meant. */
function buttonsHere(): Action[] {
  const byName = new Map<string, HTMLElement[]>();
  for (const button of document.querySelectorAll<HTMLElement>(BUTTONS)) {
    if (button instanceof HTMLButtonElement && button.disabled) continue;
    if (button.closest("[hidden]") !== null) continue;
    const name = nameOf(button);
    if (name !== "") byName.set(name, [...(byName.get(name) ?? []), button]);
  }
  return [...byName].flatMap(([name, [button, ...others]]) =>
    button === undefined || others.length > 0
      ? []
      : [
          action(`here ${name}`, actionWords.here, name, "", shortcut(button), () => {
            button.focus();
            button.click();
          }),
        ],
  );
}

/** What it is called, without the key that stands in it. */
function nameOf(button: HTMLElement): string {
  const words = button.getAttribute("aria-label") ?? textBesideKeys(button);
  return words.replaceAll(/\s+/g, " ").trim();
}

const textBesideKeys = (element: Node): string =>
  [...element.childNodes]
    .map((child) => (child.nodeName === "KBD" ? "" : child.hasChildNodes() ? textBesideKeys(child) : child.textContent))
    .join("");

/** The key that does the same: as it is declared, or as it stands in the button. */
const shortcut = (button: HTMLElement): string[] =>
  (button.getAttribute("aria-keyshortcuts")?.split(" ")[0] ?? button.querySelector("kbd")?.textContent ?? "")
    .split(/[+ ]/)
    .filter((key) => key !== "")
    .map((key) => (key === "Control" ? "Ctrl" : key));

function named(name: ActionName, sort: string, keys: readonly string[], run: () => void): Action {
  return action(name, sort, words[name].label, words[name].also, keys, run);
}

function action(
  id: string,
  sort: string,
  label: string,
  also: string,
  keys: readonly string[],
  run: () => void,
): Action {
  return { id, sort, label, words: folded(`${label} ${also} ${sort}`), keys, run };
}
