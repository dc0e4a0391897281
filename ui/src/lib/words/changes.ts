// What would change a verdict.
import { capital, countWord, list } from "./format";
import type { KeysOf, Words } from "./messages";

export const changes: Words<KeysOf<"change_">> = {
  change_good_ratings: (m) =>
    m.count === 1
      ? "One good check-in would clear this flag."
      : `${capital(countWord(m.count, "good check-in", "good check-ins"))} in a row would clear this flag.`,
  change_many_good_ratings: () => "More than 30 good check-ins in a row would be needed to clear this flag.",
  change_fades: () => "Without new poor check-ins it fades: older records weigh less month by month.",
  change_deliver: () => "Meet what comes next, and ask again: their satisfaction should follow.",
  change_offering: () => "Change what several clients complain about, and tell them what you changed.",
  change_balance: () => "The balance comes back as they keep what they owe, on time.",
  change_more_records: (m) => {
    const parts: string[] = [];
    if (m.ratings > 0) {
      parts.push(countWord(m.ratings, "more check-in", "more check-ins"));
    }
    if (m.deliverables > 0) {
      parts.push(countWord(m.deliverables, "more deliverable", "more deliverables"));
    }
    return parts.length === 0
      ? "A few more records will tell."
      : `${capital(list(parts))} will be enough for a first verdict.`;
  },
  change_keep_going: () => "For the worse: poor check-ins after work you met, or deliverables you miss.",
};
