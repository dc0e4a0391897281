import { describe, expect, it } from "vitest";
import type { Sentence, Trait } from "../api/types";
import { tell, traitWord, type SentenceKey, type SentenceOf } from "./sentences";

const euros = (minor: number) => ({ minor: minor * 100, currency: "EUR" });
const traits: Trait[] = [
  { of: "asked_for_discount_early" },
  { of: "first_obligation_late" },
  { of: "first_invoice_late" },
  { of: "no_success_defined" },
  { of: "fee_model", name: "retainer" },
  { of: "tag", name: "publishing" },
];
const cut = { rate_after: euros(70), part_below: euros(52), largest_cut: 0.31 };
const ALL = ["on_time", "first_response", "promises", "complaints_per_deliverable", "asked"] as const;

/** One or more examples of every key: a new key does not compile until it stands here. */
const examples: { [K in SentenceKey]: [Omit<SentenceOf<K>, "key">, string][] } = {
  offering_too_few: [
    [
      { rated: 0, needed: 4 },
      "It is too early to tell: nobody has answered two check-ins yet, and it takes four clients who have.",
    ],
    [{ rated: 1, needed: 4 }, "It is too early to tell: one client has answered two check-ins, and it takes four."],
  ],
  offering_is_it: [
    [
      { affected: 4, rated: 7, theme: "report unclear" },
      "Look at the offering first: four of the seven clients you asked are unhappy although you delivered, and what they share is “report unclear”.",
    ],
    [
      { affected: 1, rated: 4, theme: null },
      "Look at the offering first: one of the four clients you asked is unhappy although you delivered.",
    ],
  ],
  offering_our_delivery: [
    [
      { ours: 2, never_happy: 0, rated: 7 },
      "Put your own delivery right first: it explains why two of the seven clients you asked are unhappy. The offering holds.",
    ],
    [
      { ours: 1, never_happy: 1, rated: 7 },
      "Put your own delivery right first: it explains why one of the seven clients you asked is unhappy. The offering holds; with one client it is the fit.",
    ],
  ],
  offering_fit: [
    [
      { never_happy: 1, rated: 7 },
      "The offering holds, and so does your delivery: with one of the seven clients you asked it is the fit.",
    ],
  ],
  offering_fine: [[{ rated: 7 }, "The offering holds, and nobody stands out among the seven clients you asked."]],
  own_record_fell: [[{ fell: "on_time" }, "Look at your own side first: fewer of your deliverables were on time."]],
  many_out_of_balance: [
    [
      { clients: 3, of: 7 },
      "Three of the seven clients you work with are out of balance: your terms may be the cause, before any of them is.",
    ],
  ],
  many_ask_for_extras: [
    [
      { clients: 3, of: 3 },
      "All three clients you work with ask for more than was agreed: your box may be too small for what they need.",
    ],
  ],
  theme_shared: [
    [
      { clients: 4, complaining: 6 },
      "Four of the six clients who complain after work you met say this: more than chance explains.",
    ],
  ],
  theme_one: [[{}, "One client says this: that is no pattern."]],
  theme_by_chance: [
    [
      { clients: 2, needed: 4 },
      "Two clients say this after work you met, which chance alone may do; it would take four to tell.",
    ],
  ],
  theme_after_missed: [[{ clients: 1 }, "It came after something you missed, from one client: yours to put right."]],
  worth_nothing: [[{}, "There is nothing to compare yet: it takes clients with invoices and hours."]],
  worth_range: [
    [
      { most: "Linden", most_rate: euros(120), least: "Halden", least_rate: euros(41), median: euros(88) },
      "An hour for Linden brings €120, for Halden €41; the median is €88.",
    ],
    [
      { most: "Linden", most_rate: euros(120), least: "Linden", least_rate: euros(120), median: euros(120) },
      "Linden brings €120 an hour; there is nobody to compare with yet.",
    ],
  ],
  price_cut_bear: [
    [
      cut,
      "You can bear it: an hour would still bring €70, and parting is better only below €52. The most you could give is 31%.",
    ],
  ],
  price_cut_part: [
    [
      { ...cut, largest_cut: 0 },
      "Parting is better: an hour would bring €70, and below €52 you do better without. There is nothing left to give.",
    ],
    [
      cut,
      "Parting is better: an hour would bring €70, and below €52 you do better without. The most you could give is 31%.",
    ],
  ],
  trust_worse: [
    [
      { figures: ["on_time", "asked"] },
      "It is you who got worse this year: less of your work came on time and fewer of those you asked answered.",
    ],
    [
      { figures: [...ALL] },
      "It is you who got worse this year: less of your work came on time, your first answers took longer, you kept fewer of your promises, there were more complaints for what you delivered and fewer of those you asked answered.",
    ],
  ],
  trust_better: [
    [
      { figures: [...ALL] },
      "You got better this year: more of your work came on time, your first answers came sooner, you kept more of your promises, there were fewer complaints for what you delivered and more of those you asked answered.",
    ],
  ],
  trust_same: [[{}, "You are as you were a year ago: nothing got better or worse by more than chance."]],
  trust_too_few: [[{}, "Too little is recorded to compare this year with the year before."]],
  fit_no_criteria: [[{}, "There are no criteria yet to hold it against."]],
  fit_good: [
    [{ met: 5, answered: 6 }, "It fits: five of the six criteria that are answered hold."],
    [{ met: 1, answered: 1 }, "It fits: the one criterion that is answered holds."],
  ],
  fit_possible: [[{ met: 2, answered: 3 }, "It may fit: two of the three criteria that are answered hold."]],
  fit_broken: [
    [
      { names: ["Wants work before a contract", "Pays late"] },
      "It does not fit. What decides: “Wants work before a contract” and “Pays late”.",
    ],
  ],
  fit_poor: [
    [{ met: 1, answered: 5 }, "It does not fit well: only one of the five criteria that are answered holds."],
    [{ met: 0, answered: 5 }, "It does not fit well: none of the five criteria that are answered hold."],
  ],
  fit_ask_first: [
    [{ unknown: 1 }, "Ask first: one criterion is not answered yet."],
    [{ unknown: 2 }, "Ask first: two criteria are not answered yet."],
  ],
  trait_told: [
    ...traits.map((trait): [Omit<SentenceOf<"trait_told">, "key">, string] => [
      { trait, warns: true, with: 3, with_all: 4, without: 1, without_all: 9 },
      `Of the 4 clients ${traitWord(trait)}, 3 went badly; of the 9 others, 1 did.`,
    ]),
    [
      { trait: { of: "tag", name: "arts" }, warns: false, with: 4, with_all: 4, without: 0, without_all: 0 },
      "Of the 4 clients in your group “arts”, all went well.",
    ],
  ],
  renewals_none: [[{}, "Nothing ends or renews itself in the next twelve months."]],
  renewals_next: [
    [
      { count: 5, undecided: 2, client: "Halden & Co", by: "2026-11-25" },
      "Five agreements end or renew themselves within twelve months, and two are undecided. Halden & Co comes first: decide by 25 Nov 2026.",
    ],
    [
      { count: 1, undecided: 1, client: "Quay", by: "2026-11-25" },
      "One agreement ends or renews itself within twelve months, and one is undecided. Quay comes first: decide by 25 Nov 2026.",
    ],
  ],
  renewals_decided: [
    [{ count: 1 }, "One agreement ends or renews itself within twelve months, and it is decided."],
    [{ count: 3 }, "Three agreements end or renew themselves within twelve months, and all are decided."],
  ],
};

const all = Object.entries(examples).flatMap(([key, cases]) =>
  cases.map(([example, words]): [string, Sentence, string] => [key, { key, ...example } as Sentence, words]),
);

describe("sentences", () => {
  it.each(all)("%s", (_, sentence, words) => {
    expect(tell(sentence)).toBe(words);
  });

  it.each(all)("%s has no certainty in it that nobody has, and no gap", (_, sentence) => {
    const words = tell(sentence);
    expect(words, "no word of chance in numbers, no hole").not.toMatch(/probab|likel|undefined|null|NaN/i);
    expect(words, "a whole sentence").toMatch(/^[A-Z].*\.$/);
  });

  it("names traits in words, and countries by their names", () => {
    expect(traits.map(traitWord)).toEqual([
      "who asked for a lower price within the first 90 days",
      "whose first brief, access or answer came late",
      "who paid the first invoice late",
      "without a note of what success means to them",
      "paid for like this: “Retainer”",
      "in your group “publishing”",
    ]);
  });
});
