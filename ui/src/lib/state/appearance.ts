// How Kindly looks on this computer: light or dark, and how much contrast. It names nobody, and is there before the first
// picture, so that nothing flashes.
export const themes = ["system", "light", "dark"] as const;
export const contrasts = ["system", "usual", "more"] as const;

export type Theme = (typeof themes)[number];
export type Contrast = (typeof contrasts)[number];

export interface Appearance {
  theme: Theme;
  contrast: Contrast;
}

const PLACE = "appearance";
const USUAL: Appearance = { theme: "system", contrast: "system" };
const moreContrast = (): MediaQueryList => matchMedia("(prefers-contrast: more)");

const isOne = <Value extends string>(of: readonly Value[], value: unknown): value is Value =>
  of.some((one) => one === value);

/** What was chosen; the system's choice where nothing was, or what is kept cannot be read. */
export function appearance(): Appearance {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "{}");
    if (typeof kept !== "object" || kept === null) return USUAL;
    const { theme, contrast } = kept as Partial<Record<keyof Appearance, unknown>>;
    return {
      theme: isOne(themes, theme) ? theme : USUAL.theme,
      contrast: isOne(contrasts, contrast) ? contrast : USUAL.contrast,
    };
  } catch {
    return USUAL;
  }
}

/** Chooses, and keeps it for the next time. */
export function choose(chosen: Appearance): void {
  localStorage.setItem(PLACE, JSON.stringify(chosen));
  apply();
}

/** Looks as was chosen. */
export function apply(): void {
  const { theme, contrast } = appearance();
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
  const more = contrast === "more" || (contrast === "system" && moreContrast().matches);
  if (more) dataset["contrast"] = "more";
  else delete dataset["contrast"];
}

/** Looks as was chosen from now on, whatever the system changes meanwhile. */
export function keepAppearance(): void {
  apply();
  moreContrast().addEventListener("change", apply);
}
