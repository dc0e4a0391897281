import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { appearance, apply, changeTextSize, choose, keepAppearance, onChosen } from "./appearance";

/** What the system says of contrast, and who hears when that changes. */
let system = { matches: false, heard: (): void => undefined };

beforeEach(() => {
  localStorage.clear();
  system = { matches: false, heard: () => undefined };
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return system.matches;
    },
    addEventListener: (_change: string, listener: () => void) => {
      system.heard = listener;
    },
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  for (const one of ["theme", "contrast"]) document.documentElement.removeAttribute(`data-${one}`);
});

const shown = (): (string | null)[] =>
  ["theme", "contrast"].map((one) => document.documentElement.getAttribute(`data-${one}`));

test("without a choice it looks as the system does, and follows it", () => {
  keepAppearance(() => undefined);
  expect(shown()).toEqual([null, null]);
  system.matches = true;
  system.heard();
  expect(shown(), "the system asks for more contrast").toEqual([null, "more"]);
});

test("a choice shows at once, is there the next time, and stands whatever the system says", () => {
  choose({ theme: "dark", contrast: "usual", textSize: 100 });
  expect(shown()).toEqual(["dark", null]);
  system.matches = true;
  apply();
  expect(shown(), "chosen is chosen").toEqual(["dark", null]);
  expect(appearance(), "read again").toEqual({ theme: "dark", contrast: "usual", textSize: 100 });
  choose({ theme: "system", contrast: "more", textSize: 100 });
  expect(shown(), "back to the system's").toEqual([null, "more"]);
});

test("what is kept and cannot be read is passed over", () => {
  for (const kept of ["", "{", "null", "7", '{"theme":"pink","contrast":3,"textSize":4000}']) {
    localStorage.setItem("appearance", kept);
    expect(appearance(), kept).toEqual({ theme: "system", contrast: "system", textSize: 100 });
  }
});

test("text grows and shrinks by steps, stops at the ends, and the window is told with the paper's tone", () => {
  const told: [number, boolean][] = [];
  keepAppearance((textSize, dark) => told.push([textSize, dark]));
  const heard = vi.fn();
  const end = onChosen(heard);
  for (let times = 0; times < 9; times += 1) changeTextSize(1);
  expect(appearance().textSize, "twice the usual is the most").toBe(200);
  for (let times = 0; times < 9; times += 1) changeTextSize(-1);
  expect(appearance().textSize).toBe(80);
  changeTextSize(0);
  expect(told.map(([size]) => size)).toEqual([100, 110, 125, 150, 175, 200, 175, 150, 125, 110, 100, 90, 80, 100]);
  expect(heard, "who shows the choice hears of each").toHaveBeenCalledTimes(13);
  end();
  choose({ theme: "dark", contrast: "system", textSize: 100 });
  expect(told.at(-1), "nothing light shines through at the start").toEqual([100, true]);
  expect(heard).toHaveBeenCalledTimes(13);
});
