/** The letterhead as a form: what stands in its fields, as typed. */
import type { Language, Paper, Profile } from "../../lib/api/types";
import { linesOf } from "../record/model/reading";

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
  };
}

/** The profile that a form states; `null` where the days for the post are no whole number. */
export function profileFrom(form: LetterheadForm): Profile | null {
  if (!/^\d{1,4}$/.test(form.margin.trim())) return null;
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
  };
}
