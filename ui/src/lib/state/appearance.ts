// How Kindly looks on this computer: light or dark, how much contrast, how large. It names nobody, and is there before the
// first picture, so that nothing flashes.
export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "usual", "more"] as const;
/** In percent of the usual size. */
export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export type Theme = (typeof themes)[number];
export type Contrast = (typeof contrasts)[number];
export type TextSize = (typeof textSizes)[number];

export interface Appearance {
  theme: Theme;
  contrast: Contrast;
  textSize: TextSize;
}

/** What the page cannot do by itself: the size of all text in percent, and the colour behind the page. */
export type Appear = (textSize: TextSize, dark: boolean) => void;

const PLACE = "appearance";
const USUAL: Appearance = { theme: "system", contrast: "system", textSize: 100 };
const moreContrast = (): MediaQueryList => matchMedia("(prefers-contrast: more)");
const prefersDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");
let appear: Appear = () => undefined;
const listeners = new Set<() => void>();

const isOne = <Value extends string | number>(of: readonly Value[], value: unknown): value is Value =>
  of.some((one) => one === value);

/** What was chosen; the system's choice where nothing was, or what is kept cannot be read. */
export function appearance(): Appearance {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    if (typeof kept !== "object" || kept === null) return USUAL;
    const { theme, contrast, textSize } = kept as Partial<Record<keyof Appearance, unknown>>;
    return {
      theme: isOne(themes, theme) ? theme : USUAL.theme,
      contrast: isOne(contrasts, contrast) ? contrast : USUAL.contrast,
      textSize: isOne(textSizes, textSize) ? textSize : USUAL.textSize,
    };
  } catch {
    return USUAL;
  }
}

/** Chooses, and keeps it for the next time. */
export function choose(chosen: Appearance): void {
  localStorage.setItem(PLACE, JSON.stringify(chosen));
  apply();
  for (const listener of listeners) listener();
}

/** Hears of every choice, wherever it is made; answers with what ends that. */
export function onChosen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses the next larger (1) or smaller (-1) text, or the usual one (0). */
export function changeTextSize(by: -1 | 0 | 1): void {
  const now = appearance();
  const to = by === 0 ? USUAL.textSize : textSizes[textSizes.indexOf(now.textSize) + by];
  if (to !== undefined) choose({ ...now, textSize: to });
}

/** Looks as was chosen. */
export function apply(): void {
  const { theme, contrast, textSize } = appearance();
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  const more = contrast === "more" || (contrast === "system" && moreContrast().matches);
  if (more) dataset["contrast"] = "more";
  else delete dataset["contrast"];
  appear(textSize, theme === "dark" || (theme === "system" && prefersDark().matches));
}

/** Looks as was chosen from now on, whatever the system changes meanwhile. */
export function keepAppearance(by: Appear): void {
  appear = by;
  apply();
  for (const query of [moreContrast(), prefersDark()]) query.addEventListener("change", apply);
}
