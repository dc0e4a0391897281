// The words of the settings.
import type { Language, Paper } from "../api/types";
import { languageWord } from "./record";

export const settingsWords = {
  title: "Settings",
  letterhead: "Your letterhead",
  letterheadNote: "who you are on paper",
  name: "Your name",
  nameHint: "signs the letters",
  tradeName: "Name of the practice",
  tradeNameHint: "empty: your own",
  role: "Role",
  roleHint: "under the signature",
  address: "Postal address",
  addressHint: "a line each",
  country: "Country",
  countryHint: "two letters, such as GB",
  email: "E-mail",
  phone: "Telephone",
  website: "Website",
  letters: "Letters",
  place: "Place before the date",
  placeHint: "such as Bristol",
  language: "Language",
  paper: "Paper",
  currency: "Currency of new clients",
  currencyHint: "three letters, such as EUR",
  margin: "Days for the post",
  marginHint: "working days a letter may need",
  marginUnclear: (text: string): string => `“${text}” is not a number of working days: write it like 3`,
  save: "Save",
  unsaved: "Not saved yet",
  protection: "What is protected",
  unprotected:
    "The ledger stays on this computer; Kindly sends nothing anywhere. Its file is encrypted, but the key lies beside it: it is not protected by a passphrase yet, so whoever can use your account on this computer can read it.",
  protected: "The ledger stays on this computer, encrypted, and opens only with your passphrase.",
  protectionMore: "Safety and backups…",
  sample: "Sample practice",
  sampleLoaded: "Twelve invented clients are loaded beside your own records.",
  sampleNot: "Twelve invented clients over thirty months, to look around in. They go in one step.",
  sampleLoad: "Load the sample practice",
  sampleRemove: "Remove the sample practice",
  import: "Import",
  importNote: "Bring in clients, time, invoices, answers and more from the files of the tools you use.",
  importButton: "Import a file…",
  referrals: "Colleagues to refer to",
  referralsNone: "Nobody yet. A letter that declines can name somebody whose work you know.",
  referralAdd: "Add",
} as const;

export const paperWord: Record<Paper, string> = { a4: "A4", us_letter: "US Letter" };

export const languages: readonly { value: Language; label: string }[] = [
  { value: "en-GB", label: languageWord["en-GB"] },
  { value: "en-US", label: languageWord["en-US"] },
];
