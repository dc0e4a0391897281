// Sentences about the practice as a whole: counts and amounts, never a chance. Our own side comes first.
import type { FeeModel, Sentence, Trait, TrustFigureId } from "../api/types";
import { feeModelWord } from "./fields";
import { capital, count, countWord, dayYear, form, list, money, number, numberWord, percent } from "./format";
import { fellWord } from "./terms";

export type SentenceKey = Sentence["key"];
export type SentenceOf<K extends SentenceKey> = Extract<Sentence, { key: K }>;

type SentenceWords = { [K in SentenceKey]: (sentence: SentenceOf<K>) => string };

const clients = (n: number): string => countWord(n, "client", "clients");
const agreements = (n: number): string => countWord(n, "agreement", "agreements");

/** "four of the seven clients", "the one client". */
const among = (n: number, all: number): string =>
  n === all
    ? all === 1
      ? "the one client"
      : `all ${numberWord(all)} clients`
    : `${numberWord(n)} of the ${clients(all)}`;

/** "5 of the 6 criteria that are answered". */
const criteria = (met: number, answered: number): string =>
  met === answered
    ? answered === 1
      ? "the one criterion that is answered holds"
      : `all ${numberWord(answered)} criteria that are answered hold`
    : `${numberWord(met)} of the ${numberWord(answered)} criteria that are answered ${form(met, "holds", "hold")}`;

const worse: Record<TrustFigureId, string> = {
  on_time: "less of your work came on time",
  first_response: "your first answers took longer",
  promises: "you kept fewer of your promises",
  complaints_per_deliverable: "there were more complaints for what you delivered",
  asked: "fewer of those you asked answered",
};

const better: Record<TrustFigureId, string> = {
  on_time: "more of your work came on time",
  first_response: "your first answers came sooner",
  promises: "you kept more of your promises",
  complaints_per_deliverable: "there were fewer complaints for what you delivered",
  asked: "more of those you asked answered",
};

type TraitWords = { [K in Trait["of"]]: (of: Extract<Trait, { of: K }>) => string };

/** What past clients had in common, after "clients". */
const traitWords: TraitWords = {
  asked_for_discount_early: () => "who asked for a lower price within the first 90 days",
  first_obligation_late: () => "whose first brief, access or answer came late",
  first_invoice_late: () => "who paid the first invoice late",
  no_success_defined: () => "without a note of what success means to them",
  fee_model: ({ name }) => `paid for like this: “${feeModelWord[name as FeeModel] ?? name}”`,
  tag: ({ name }) => `in your group “${name}”`,
};

/** A trait of clients: "who paid the first invoice late". */
export function traitWord(of: Trait): string {
  return (traitWords[of.of] as (of: Trait) => string)(of);
}

const sentences: SentenceWords = {
  offering_too_few: ({ rated, needed }) =>
    rated === 0
      ? `It is too early to tell: nobody has answered two check-ins yet, and it takes ${clients(needed)} who have.`
      : `It is too early to tell: ${clients(rated)} ${form(rated, "has", "have")} answered two check-ins, and it takes ${numberWord(needed)}.`,
  offering_is_it: ({ affected, rated, theme }) =>
    `Look at the offering first: ${among(affected, rated)} you asked ${form(affected, "is", "are")} unhappy although you delivered` +
    (theme === null ? "." : `, and what they share is “${theme}”.`),
  offering_our_delivery: ({ ours, never_happy, rated }) =>
    `Put your own delivery right first: it explains why ${among(ours, rated)} you asked ${form(ours, "is", "are")} unhappy. ` +
    (never_happy === 0 ? "The offering holds." : `The offering holds; with ${clients(never_happy)} it is the fit.`),
  offering_fit: ({ never_happy, rated }) =>
    `The offering holds, and so does your delivery: with ${among(never_happy, rated)} you asked it is the fit.`,
  offering_fine: ({ rated }) => `The offering holds, and nobody stands out among the ${clients(rated)} you asked.`,
  own_record_fell: ({ fell }) => `Look at your own side first: ${fellWord[fell]}.`,
  many_out_of_balance: ({ clients: n, of }) =>
    `${capital(among(n, of))} you work with ${form(n, "is", "are")} out of balance: your terms may be the cause, before any of them is.`,
  many_ask_for_extras: ({ clients: n, of }) =>
    `${capital(among(n, of))} you work with ${form(n, "asks", "ask")} for more than was agreed: your box may be too small for what they need.`,

  theme_shared: ({ clients: n, complaining }) =>
    `${capital(among(n, complaining))} who complain after work you met say this: more than chance explains.`,
  theme_one: () => "One client says this: that is no pattern.",
  theme_by_chance: ({ clients: n, needed }) =>
    `${capital(clients(n))} ${form(n, "says", "say")} this after work you met, which chance alone may do; it would take ${numberWord(needed)} to tell.`,
  theme_after_missed: ({ clients: n }) => `It came after something you missed, from ${clients(n)}: yours to put right.`,

  worth_nothing: () => "There is nothing to compare yet: it takes clients with invoices and hours.",
  worth_range: (m) =>
    m.most === m.least
      ? `${m.most} brings ${money(m.most_rate)} an hour; there is nobody to compare with yet.`
      : `An hour for ${m.most} brings ${money(m.most_rate)}, for ${m.least} ${money(m.least_rate)}; the median is ${money(m.median)}.`,
  price_cut_bear: (m) =>
    `You can bear it: an hour would still bring ${money(m.rate_after)}, and parting is better only below ${money(m.part_below)}. ` +
    `The most you could give is ${percent(m.largest_cut)}.`,
  price_cut_part: (m) =>
    `Parting is better: an hour would bring ${money(m.rate_after)}, and below ${money(m.part_below)} you do better without. ` +
    (m.largest_cut > 0 ? `The most you could give is ${percent(m.largest_cut)}.` : "There is nothing left to give."),

  trust_worse: ({ figures }) => `It is you who got worse this year: ${list(figures.map((figure) => worse[figure]))}.`,
  trust_better: ({ figures }) => `You got better this year: ${list(figures.map((figure) => better[figure]))}.`,
  trust_same: () => "You are as you were a year ago: nothing got better or worse by more than chance.",
  trust_too_few: () => "Too little is recorded to compare this year with the year before.",

  fit_no_criteria: () => "There are no criteria yet to hold it against.",
  fit_good: ({ met, answered }) => `It fits: ${criteria(met, answered)}.`,
  fit_possible: ({ met, answered }) => `It may fit: ${criteria(met, answered)}.`,
  fit_broken: ({ names }) => `It does not fit. What decides: ${list(names.map((name) => `“${name}”`))}.`,
  fit_poor: ({ met, answered }) =>
    `It does not fit well: ${met === 0 ? "none" : `only ${numberWord(met)}`} of the ${numberWord(answered)} criteria that are answered ${form(met, "holds", "hold")}.`,
  fit_ask_first: ({ unknown }) => `Ask first: ${countWord(unknown, "criterion is", "criteria are")} not answered yet.`,
  trait_told: (m) => {
    const went = m.warns ? "went badly" : "went well";
    const some = (part: number, all: number): string => (part === 0 ? "none" : part === all ? "all" : number(part));
    const of = `Of the ${count(m.with_all, "client", "clients")} ${traitWord(m.trait)}, ${some(m.with, m.with_all)} ${went}`;
    return m.without_all === 0
      ? `${of}.`
      : `${of}; of the ${number(m.without_all)} others, ${some(m.without, m.without_all)} did.`;
  },

  renewals_none: () => "Nothing ends or renews itself in the next twelve months.",
  renewals_next: (m) =>
    `${capital(agreements(m.count))} ${form(m.count, "ends or renews itself", "end or renew themselves")} within twelve months, and ` +
    `${numberWord(m.undecided)} ${form(m.undecided, "is", "are")} undecided. ${m.client} comes first: decide by ${dayYear(m.by)}.`,
  renewals_decided: ({ count: n }) =>
    n === 1
      ? "One agreement ends or renews itself within twelve months, and it is decided."
      : `${capital(agreements(n))} end or renew themselves within twelve months, and all are decided.`,
};

/** A sentence in words. */
export function tell(sentence: Sentence): string {
  return (sentences[sentence.key] as (sentence: Sentence) => string)(sentence);
}
