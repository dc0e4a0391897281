// What needs the user, as a sentence around the client's name.
import { count, day, money } from "./format";
import type { Need } from "../api/types";
import type { Around, KeysOf, MessageKey, MessageOf } from "./messages";
import { fellWord } from "./terms";

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
  need_threat: (m) => ({
    before: "",
    after: ` made a threat, recorded ${ago(m.days)}. Take advice before you answer.`,
  }),
};

/** What waits for an answer of ours was never due on a day; it only has waited for so long. */
const WAITING: MessageKey[] = ["need_complaint", "need_enquiry", "need_threat"];

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
