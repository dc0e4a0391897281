import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { appearance, apply, choose, keepAppearance } from "./appearance";

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
  keepAppearance();
  expect(shown()).toEqual([null, null]);
  system.matches = true;
  system.heard();
  expect(shown(), "the system asks for more contrast").toEqual([null, "more"]);
});

test("a choice shows at once, is there the next time, and stands whatever the system says", () => {
  choose({ theme: "dark", contrast: "usual" });
  expect(shown()).toEqual(["dark", null]);
  system.matches = true;
  apply();
  expect(shown(), "chosen is chosen").toEqual(["dark", null]);
  expect(appearance(), "read again").toEqual({ theme: "dark", contrast: "usual" });
  choose({ theme: "system", contrast: "more" });
  expect(shown(), "back to the system's").toEqual([null, "more"]);
});

test("what is kept and cannot be read is passed over", () => {
  for (const kept of ["", "{", "null", "7", '{"theme":"pink","contrast":3}']) {
    localStorage.setItem("appearance", kept);
    expect(appearance(), kept).toEqual({ theme: "system", contrast: "system" });
  }
});
