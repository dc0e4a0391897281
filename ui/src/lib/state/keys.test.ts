import { describe, expect, it } from "vitest";
import { isTyping, keyCommand } from "./keys";

const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent("keydown", { key, ...more });
const free = { typing: false, dialog: false };
const typing = { typing: true, dialog: false };
const dialog = { typing: false, dialog: true };

describe("keys of the window", () => {
  it.each([
    ["n", {}, free, "line"],
    ["F1", {}, free, "help"],
    ["F1", {}, typing, "help"],
    ["F1", {}, dialog, "help"],
    ["F1", { ctrlKey: true }, free, null],
    ["r", {}, free, "record"],
    ["r", {}, typing, null],
    ["r", { ctrlKey: true }, free, null],
    ["f", {}, free, "friday"],
    ["?", { shiftKey: true }, free, "keys"],
    ["?", {}, free, "keys"],
    ["?", { shiftKey: true }, typing, null],
    ["?", { shiftKey: true }, dialog, null],
    ["f", {}, typing, null],
    ["n", {}, typing, null],
    ["n", {}, dialog, null],
    ["N", { shiftKey: true }, free, null],
    ["k", { ctrlKey: true }, free, "find"],
    ["k", { ctrlKey: true }, typing, "find"],
    ["k", { ctrlKey: true }, dialog, null],
    ["z", { ctrlKey: true }, free, "undo"],
    ["z", { metaKey: true }, free, "undo"],
    ["z", { ctrlKey: true }, typing, null],
    ["Z", { ctrlKey: true, shiftKey: true }, free, "redo"],
    ["y", { ctrlKey: true }, free, "redo"],
    ["z", {}, free, null],
    ["Escape", {}, free, "back"],
    ["Escape", {}, typing, "out"],
    ["Escape", {}, dialog, null],
    ["ArrowLeft", { altKey: true }, free, "back"],
    ["ArrowLeft", {}, free, null],
    ["l", { ctrlKey: true }, free, "lock"],
    ["l", { ctrlKey: true }, typing, "lock"],
    ["l", { metaKey: true }, dialog, "lock"],
    ["l", { ctrlKey: true, altKey: true }, free, null],
    ["l", {}, free, null],
    ["H", { ctrlKey: true, shiftKey: true }, free, "discreet"],
    ["H", { ctrlKey: true, shiftKey: true }, dialog, "discreet"],
    ["h", { ctrlKey: true, shiftKey: true }, typing, "discreet"],
    ["h", { ctrlKey: true }, free, null],
    ["+", { ctrlKey: true, shiftKey: true }, free, "larger"],
    ["=", { ctrlKey: true }, typing, "larger"],
    ["-", { metaKey: true }, dialog, "smaller"],
    ["0", { ctrlKey: true }, free, "usual"],
    ["+", {}, free, null],
  ] as const)("%s %o %o is %s", (key, more, situation, expected) => {
    expect(keyCommand(press(key, more), situation), "the command").toBe(expected);
  });

  it("knows what one types into", () => {
    const input = (type: string): HTMLInputElement => Object.assign(document.createElement("input"), { type });
    expect(isTyping(input("text")), "a text field").toBe(true);
    expect(isTyping(document.createElement("textarea")), "a text area").toBe(true);
    expect(isTyping(input("checkbox")), "a box to tick").toBe(false);
    expect(isTyping(document.body), "the page").toBe(false);
  });
});
