/** The letterhead as a form: what stands in its fields, as typed. */
import type { Language, LetterheadIn, PageLayout, Paper, Profile, Register, Typeface } from "../../lib/api/types";
import { linesOf } from "../record/model/reading";

/** The letterhead in one language, as typed. */
export interface LanguageForm {
  language: Language;
  tradeName: string;
  role: string;
  place: string;
  website: string;
  footer: string;
}

/** The fields of the letterhead. */
export interface LetterheadForm {
  name: string;
  tradeName: string;
  role: string;
  address: string;
  country: string;
  email: string;
  phone: string;
  website: string;
  place: string;
  language: Language;
  paper: Paper;
  currency: string;
  margin: string;
  register: Register;
  layout: PageLayout | "paper";
  typeface: Typeface;
  accent: string;
  foldMarks: boolean;
  footer: string;
  cooling: string;
  numbers: string;
  perLanguage: LanguageForm[];
}

/** "Tax…\nRegister…\n\nBank…": columns as one text, an empty line between them. */
function footerText(columns: readonly (readonly string[])[]): string {
  return columns.map((lines) => lines.join("\n")).join("\n\n");
}

/** The columns of a text: an empty line begins the next one. */
export function footerColumns(text: string): string[][] {
  return text
    .split(/\n[ \t]*\n/)
    .map((column) => linesOf(column))
    .filter((column) => column.length > 0);
}

/** The form of a profile. */
export function letterheadForm(profile: Profile): LetterheadForm {
  return {
    name: profile.name,
    tradeName: profile.trade_name,
    role: profile.role,
    address: profile.address.join("\n"),
    country: profile.country,
    email: profile.email,
    phone: profile.phone,
    website: profile.website,
    place: profile.place,
    language: profile.language,
    paper: profile.paper,
    currency: profile.currency,
    margin: String(profile.postal_margin_working_days),
    register: profile.register,
    layout: profile.layout ?? "paper",
    typeface: profile.typeface,
    accent: profile.accent,
    foldMarks: profile.fold_marks,
    footer: footerText(profile.footer),
    cooling: String(profile.cooling_off_hours),
    numbers: profile.letter_numbers,
    perLanguage: profile.per_language.map((own) => ({
      language: own.language,
      tradeName: own.trade_name,
      role: own.role,
      place: own.place,
      website: own.website,
      footer: footerText(own.footer),
    })),
  };
}

const inLanguage = (form: LanguageForm): LetterheadIn => ({
  language: form.language,
  trade_name: form.tradeName.trim(),
  role: form.role.trim(),
  place: form.place.trim(),
  website: form.website.trim(),
  footer: footerColumns(form.footer),
});

/** What no field of the form holds, such as the pictures. */
export type Beside = Pick<
  Profile,
  "logo_sha256" | "signature_sha256" | "half_life_days" | "delivery_bar_percent" | "cost_per_hour"
>;

/** What a form states, or the field that is unclear. */
export function profileFrom(form: LetterheadForm, beside: Beside): Profile | { unclear: "margin" | "cooling" } {
  if (!/^\d{1,4}$/.test(form.margin.trim())) return { unclear: "margin" };
  if (!/^\d{1,3}$/.test(form.cooling.trim()) || Number(form.cooling.trim()) > 720) return { unclear: "cooling" };
  return {
    name: form.name.trim(),
    trade_name: form.tradeName.trim(),
    role: form.role.trim(),
    address: linesOf(form.address),
    country: form.country.trim().toUpperCase(),
    email: form.email.trim(),
    phone: form.phone.trim(),
    website: form.website.trim(),
    place: form.place.trim(),
    language: form.language,
    paper: form.paper,
    currency: form.currency.trim().toUpperCase(),
    postal_margin_working_days: Number(form.margin.trim()),
    register: form.register,
    layout: form.layout === "paper" ? null : form.layout,
    typeface: form.typeface,
    accent: form.accent.trim().toLowerCase(),
    fold_marks: form.foldMarks,
    footer: footerColumns(form.footer),
    cooling_off_hours: Number(form.cooling.trim()),
    letter_numbers: form.numbers.trim(),
    per_language: form.perLanguage.map(inLanguage),
    logo_sha256: beside.logo_sha256,
    signature_sha256: beside.signature_sha256,
    half_life_days: beside.half_life_days,
    delivery_bar_percent: beside.delivery_bar_percent,
    cost_per_hour: beside.cost_per_hour,
  };
}
