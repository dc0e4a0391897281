// Text must be readable on every ground that it stands on, in light and in dark.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("src/lib/tokens.css", "utf8");
const [usual = ""] = css.split("/* The system's choice");
const [, more = ""] = css.split('[data-contrast="more"]');

/** The colours of a block, in light or in dark; one that stands for another has the other's. */
function tokens(text: string, shade: 0 | 1): Map<string, string> {
  const pairs = [...text.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)];
  const found = new Map(pairs.map(([, name = "", light = "", dark = ""]) => [name, [light, dark][shade] ?? ""]));
  for (const [, name = "", other = ""] of text.matchAll(/--([a-z0-9-]+): var\(--([a-z0-9-]+)\);/g)) {
    found.set(name, found.get(other) ?? "");
  }
  return found;
}

const over = (ground: Map<string, string>, top: Map<string, string>): Map<string, string> =>
  new Map([...ground, ...top]);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const pairs: [text: string, ground: string, least: number][] = [
  ...["ink", "ink-2", "ink-3", "accent"].flatMap((text) =>
    ["paper", "card", "sunk"].map((ground): [string, string, number] => [text, ground, 4.5]),
  ),
  ["good", "good-soft", 4.5],
  ["warn", "warn-soft", 4.5],
  ["never", "never-soft", 4.5],
  ["ours", "ours-soft", 4.5],
  ["warn", "card", 4.5],
  ["never", "card", 4.5],
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["ink", "accent-soft", 4.5],
  ["accent", "accent-soft", 4.5],
  ["ink-3", "accent-soft", 4.5],
  ["ink", "never-soft", 4.5],
  ["paper", "ink", 4.5],
  ["edge", "card", 3],
];

describe.each([
  ["light", tokens(usual, 0)],
  ["dark", tokens(usual, 1)],
  ["light, with more contrast", over(tokens(usual, 0), tokens(more, 0))],
  ["dark, with more contrast", over(tokens(usual, 1), tokens(more, 1))],
])("%s", (_, colours) => {
  it.each(pairs)("%s on %s has a contrast of %d or more", (text, ground, least) => {
    const [one, other] = [colours.get(text), colours.get(ground)];
    expect(one !== undefined && other !== undefined, "both tokens are defined").toBe(true);
    expect(contrast(one ?? "", other ?? ""), `${text} on ${ground}`).toBeGreaterThanOrEqual(least);
  });
});

describe("more contrast", () => {
  it.each([0, 1] as const)("is more: text on every ground has 7 or more (%d)", (shade) => {
    const colours = over(tokens(usual, shade), tokens(more, shade));
    for (const text of ["ink", "ink-2", "ink-3", "accent", "good", "warn", "never", "ours"]) {
      for (const ground of ["paper", "card", "sunk"]) {
        const found = contrast(colours.get(text) ?? "", colours.get(ground) ?? "");
        expect(found, `${text} on ${ground}`).toBeGreaterThanOrEqual(7);
      }
    }
  });
});
