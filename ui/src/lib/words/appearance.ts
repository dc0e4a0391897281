// The words of how Kindly looks.
import type { Contrast, TextSize, Theme } from "../state/appearance";

export const appearanceWords = {
  part: "Appearance",
  title: "How Kindly looks",
  note: "kept on this computer, at once",
  theme: "Light or dark",
  contrast: "Contrast",
  textSize: "Text size",
  textSizeKeys: "Ctrl + and Ctrl − on every screen, Ctrl 0 for the usual size",
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

export const textSizeWord = (size: TextSize): string => `${String(size)} %`;
