// The words of the evidence file's screen. The file has its own words, in the language that it is written in.
import type { Language } from "../api/types";
import { languageWord } from "./record";

export const evidenceWords = {
  title: (name: string): string => `Evidence file: ${name}`,
  below: "What was agreed, delivered, said and paid, with its dates; how it is read stands apart from it.",
  lawful:
    "Your client may lawfully ask to read what you keep about them. This page is written so that you can show it.",
  contains: "What stands in it",
  parts: [
    "The figures: delivered as agreed, how they answered, what they kept",
    "The facts by date, without adjectives",
    "Apart from them, how they are read: here it is “unhappy despite delivery”, never a name for a person",
    "What would change that reading",
  ],
  leftOut: "Your notes, your own impressions and your decisions stay out of it.",
  language: "Language",
  own: (language: Language): string => `The client’s: ${languageWord[language]}`,
  save: "Save as PDF…",
  saveKey: "Ctrl S",
  spoken: (name: string): string =>
    `The evidence file about ${name}, as a picture of its pages. The PDF itself can be read aloud: save it and open it.`,
  print: "Open to print…",
  saved: (file: string): string => `Saved as ${file}`,
  pages: "The pages",
  loading: "Setting the pages",
} as const;
