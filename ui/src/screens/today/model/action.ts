/** What can be done about a line at once: the record it is about, with what is most likely filled in, or its letter. */
import type { Kind, LetterKind, LineDraft, Need } from "../../../lib/api/types";
import type { RecordRequest } from "../../../lib/state/app.svelte";
import { todayWords } from "../../../lib/words/today";

export type NeedAction =
  | { is: "record"; label: string; request: RecordRequest }
  | { is: "letter"; label: string; kind: LetterKind }
  | { is: "client"; label: string }
  | { is: "ask"; label: string }
  | { is: "fill"; label: string };

const labels = todayWords.actions;

/** What is done about a line; `null` where there is nothing to do but to know it. `today` is an ISO day. */
export function actionOf(need: Need, today: string): NeedAction | null {
  const { message } = need;
  switch (message.key) {
    case "need_notice":
    case "need_notice_unsafe":
      return { is: "letter", label: labels.notice, kind: "renewal_refusal" };
    case "need_decision":
      return added(need, labels.decide, "decision", { engagement: need.id, on: today });
    case "need_complaint":
    case "need_enquiry":
    case "need_request":
      return changed(need, labels.answered, { answered_on: today });
    case "need_obligation":
    case "need_waiting":
      return changed(need, labels.came, { met_on: today });
    case "need_invoice":
      return added(need, labels.paid, "payment", { invoice: need.id, on: today, amount: message.amount });
    case "need_deliverable":
      return changed(need, labels.delivered, {
        delivered_on: today,
        outcome: message.days > 0 ? "late" : "met",
      });
    case "need_thanks":
      return message.words === ""
        ? added(need, labels.thanked, "praise", { on: today, thanked_on: today })
        : changed(need, labels.thanked, { thanked_on: today });
    case "need_review":
      // Looked at again, it is not asked about any more unless another day is set.
      return changed(need, labels.again, { review_on: null });
    case "need_threat":
    case "need_conduct":
      return changed(need, labels.open, {});
    case "need_check_in":
      return { is: "ask", label: labels.ask };
    case "need_verdict_changed":
      return { is: "client", label: labels.why };
    case "need_template":
      return { is: "fill", label: labels.fill };
    default:
      return null;
  }
}

/** Whether letters that answer it are offered beside it. */
export function hasLetters({ message }: Need): boolean {
  return message.key === "need_threat" || message.key === "need_conduct" || message.key === "need_enquiry";
}

function changed(need: Need, label: string, values: LineDraft["values"]): NeedAction {
  return drafted(need, label, { kind: need.kind, id: need.id, values });
}

function added(need: Need, label: string, kind: Kind, values: LineDraft["values"]): NeedAction {
  return drafted(need, label, { kind, id: null, values });
}

function drafted(need: Need, label: string, draft: LineDraft): NeedAction {
  const { client } = need;
  const whose = client === null ? {} : { client };
  return { is: "record", label, request: { ...whose, draft: { ...draft, values: { ...whose, ...draft.values } } } };
}
