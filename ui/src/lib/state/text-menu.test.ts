import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepMenuToText } from "./text-menu";

/** Whether the menu of the right mouse button opens on the element with that id. */
function opens(id: string): boolean {
  return (
    document.getElementById(id)?.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })) ??
    false
  );
}

describe("the menu of the right mouse button", () => {
  beforeEach(() => {
    document.body.innerHTML = `<p id="words">Some words</p><a id="link" href="#clients">Clients</a>
      <input id="line" /><textarea id="text"></textarea><input id="box" type="checkbox" /><button id="button">Save</button>`;
    addEventListener("contextmenu", keepMenuToText);
  });
  afterEach(() => {
    removeEventListener("contextmenu", keepMenuToText);
    getSelection()?.removeAllRanges();
  });

  it.each(["line", "text"])("opens in a field, to cut and paste: %s", (id) => {
    expect(opens(id)).toBe(true);
  });

  it.each(["words", "link", "button"])("does not open where it only leads away: %s", (id) => {
    expect(opens(id)).toBe(false);
  });

  it("opens on words that are selected, to copy them, and still not on a link", () => {
    getSelection()?.selectAllChildren(document.getElementById("words") ?? document.body);
    expect(opens("words")).toBe(true);
    expect(opens("link")).toBe(false);
  });
});
