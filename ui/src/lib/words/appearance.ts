// The words of how Kindly looks.
import type { Contrast, Theme } from "../state/appearance";

export const appearanceWords = {
  part: "Appearance",
  title: "How Kindly looks",
  note: "kept on this computer, at once",
  theme: "Light or dark",
  contrast: "Contrast",
} as const;

export const themeWord: Record<Theme, string> = {
  system: "As the system",
  light: "Light",
  dark: "Dark",
};

export const contrastWord: Record<Contrast, string> = {
  system: "As the system",
  usual: "Usual",
  more: "More",
};
