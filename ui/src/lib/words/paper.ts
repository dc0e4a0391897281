// The words of how a letter looks and sounds.
import type { PageLayout, Register, Typeface } from "../api/types";

export const layoutWord: Record<PageLayout | "paper", string> = {
  paper: "As the paper suggests",
  din_5008_a: "DIN 5008, form A (high window)",
  din_5008_b: "DIN 5008, form B",
  us: "United States",
  plain: "Plain, without a window",
};

export const typefaceWord: Record<Typeface, string> = { serif: "Serif", sans: "Sans" };

export const registerWord: Record<Register, string> = { warm: "Warm", formal: "Formal" };
