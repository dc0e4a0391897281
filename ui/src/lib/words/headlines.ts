// The sentence above everything, and what stands below it.
import type { KeysOf, MessageOf, Words } from "./messages";
import { capital, count, countWord, mean, number, numberWord, percent } from "./format";
import { fellWord } from "./terms";

/** At most so many groups of clients are named in a headline; the others are counted. */
const NAMED = 2;

const is = (n: number): string => (n === 1 ? "is" : "are");

/** "One is never happy, one is waiting on you." */
function standing(m: MessageOf<"headline_clients">): string {
  const groups: string[] = [];
  let more = 0;
  const name = (n: number, what: string): void => {
    if (n > 0 && groups.length < NAMED) {
      groups.push(`${numberWord(n)} ${is(n)} ${what}`);
    } else {
      more += n;
    }
  };
  name(m.never_happy, "never happy");
  name(m.ours, "waiting on you");
  name(m.offering, "unhappy with the offering");
  name(m.one_way, "out of balance");
  name(m.watch, "worth watching");
  if (groups.length === 0) {
    if (m.too_early === m.clients) {
      return m.clients === 1 ? "It is too early to say more." : "It is too early to say how they stand.";
    }
    if (m.too_early > 0) {
      return "Nobody is unhappy.";
    }
    return m.clients === 1 ? "They are thriving." : "All are thriving.";
  }
  if (more > 0) {
    groups.push(more === 1 ? "one more needs a look" : `${numberWord(more)} more need a look`);
  }
  return `${capital(groups.join(", "))}.`;
}

export const headlines: Words<KeysOf<"headline_"> | "delivered_of_all" | "own_on_time" | "own_satisfaction"> = {
  headline_empty: () => "Nothing is recorded yet.",
  headline_own_record_fell: ({ fell }) => `Look at your own side first: ${fellWord[fell]}.`,
  headline_clients: (m) => `${capital(countWord(m.clients, "client", "clients"))}. ${standing(m)}`,
  delivered_of_all: ({ met, counted }) =>
    counted === 0
      ? "No deliverable has come due yet."
      : `You recorded ${number(met)} of ${count(counted, "deliverable", "deliverables")} as met.`,
  own_on_time: (m) => {
    const before = m.before === null ? null : `${percent(m.before)} of ${number(m.n_before)} in the year before`;
    if (m.now === null) {
      return before === null
        ? "There is no record of your own to compare yet."
        : `On time: ${before}; nothing has come due since.`;
    }
    const now = `${percent(m.now)} of ${number(m.n_now)} on time in the last 90 days`;
    if (before === null) {
      return `Your punctuality: ${now}.`;
    }
    return `Your punctuality ${m.fell ? "fell" : "is steady"}: ${now}, ${before}.`;
  },
  own_satisfaction: (m) => {
    const before = m.before === null ? null : `${mean(m.before)} from ${number(m.n_before)} in the year before`;
    if (m.now === null) {
      return before === null ? "Nobody has been asked yet." : `Satisfaction: ${before}; nobody was asked since.`;
    }
    const now = `now ${mean(m.now)} from ${count(m.n_now, "check-in", "check-ins")}`;
    return `Satisfaction over all${m.fell ? " fell" : ""}: ${now}${before === null ? "" : `, ${before}`}.`;
  },
};
