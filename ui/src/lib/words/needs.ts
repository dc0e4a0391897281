// What needs the user, as a sentence around the client's name.
import { count, day, money } from "./format";
import type { Need, Verdict } from "../api/types";
import type { Around, KeysOf, MessageKey, MessageOf } from "./messages";
import { fellWord, verdictWord } from "./terms";

type NeedWords = { [K in KeysOf<"need_">]: (message: MessageOf<K>) => Around };

const days = (n: number): string => count(n, "day", "days");
const ago = (n: number): string => (n === 0 ? "today" : n === 1 ? "yesterday" : `${days(n)} ago`);

export const needs: NeedWords = {
  need_notice: (m) => ({
    before: "Last safe day to post notice to ",
    after: `; “${m.engagement}” ${m.renews ? "renews itself" : "ends"} on ${day(m.ends_on)}.`,
  }),
  need_notice_unsafe: (m) => ({
    before: "Notice to ",
    after:
      ` must be there by ${day(m.last_day)}; the post may be too slow now. ` +
      `“${m.engagement}” ends or renews on ${day(m.ends_on)}.`,
  }),
  need_complaint: (m) => ({
    before: "",
    after: ` complained${m.theme === "" ? "" : ` (${m.theme})`} and has no answer yet.`,
  }),
  need_obligation: (m) => ({ before: "", after: ` still owes you “${m.title}”.` }),
  need_invoice: (m) => ({ before: "", after: ` has not paid invoice ${m.number}, ${money(m.amount)}.` }),
  need_deliverable: (m) => ({ before: "You still owe ", after: ` “${m.title}”.` }),
  need_own_record: (m) => ({ before: `Your own record fell: ${fellWord[m.fell]}.`, after: null }),
  need_enquiry: (m) => ({ before: "", after: ` asked about ${m.subject} and waits for an answer.` }),
  need_conduct: (m) => ({
    before: "Disrespect from ",
    after: `, recorded ${ago(m.days)}, need not wait: say where your boundary is.`,
  }),
  need_threat: (m) => ({
    before: "",
    after: ` made a threat, recorded ${ago(m.days)}. Take advice before you answer.`,
  }),
  need_waiting: (m) => ({
    before: "",
    after: ` still owes you “${m.title}”, and “${m.waiting}” waits for it.`,
  }),
  need_decision: (m) => ({
    before: "Decide how it goes on with ",
    after: `: “${m.engagement}” ${m.renews ? "renews itself" : "ends"} on ${day(m.ends_on)}.`,
  }),
  need_thanks: (m) =>
    m.words === ""
      ? { before: "", after: " kept every promise for a year. That is worth a word of thanks." }
      : { before: "Thank ", after: ` for their kind words: “${shortened(m.words)}”.` },
  need_check_in: (m) => ({
    before: "Time to ask ",
    after:
      m.last === null ? " how it goes; they were never asked." : ` how it goes; they last answered ${ago(m.last)}.`,
  }),
  need_verdict_changed: (m) => ({
    before: "",
    after:
      ` went from ${quoted(m.was)} to ${quoted(m.now)} since ${day(m.since)}` +
      `${m.records === 0 ? "" : `, by ${count(m.records, "record", "records")}`}.`,
  }),
  need_request: (m) => ({
    before: "",
    after: ` asked for “${shortened(m.what)}” beyond the agreement and has no answer yet.`,
  }),
  need_review: (m) => ({ before: "Look again at what you recorded about ", after: `: “${shortened(m.observed)}”.` }),
  need_template: (m) => ({ before: "", after: `: “${m.title}”, due ${day(m.due_on)}, is not recorded yet.` }),
};

/** So much of their words fits on a line. */
const LINE = 90;

/** The beginning of long words, ended like a sentence. */
function shortened(words: string): string {
  const text = words.trim();
  return text.length <= LINE ? text.replace(/[.]+$/, "") : `${text.slice(0, LINE).trimEnd()}…`;
}

const quoted = (verdict: Verdict): string => `“${verdictWord[verdict]}”`;

/** What waits for an answer of ours was never due on a day; it only has waited for so long. */
const WAITING: MessageKey[] = [
  "need_complaint",
  "need_enquiry",
  "need_threat",
  "need_conduct",
  "need_request",
  "need_thanks",
  "need_check_in",
];

/** When something is due, in the narrow column beside it: "Today", "9 days late", "25 Nov"; "13 days" where it waits. */
export function dueWord(need: Pick<Need, "on" | "days_left" | "message">): string {
  if (need.days_left === 0) {
    return "Today";
  }
  if (need.days_left > 0) {
    return day(need.on);
  }
  return WAITING.includes(need.message.key) ? days(-need.days_left) : `${days(-need.days_left)} late`;
}
