// Enquiries and the criteria of fit in memory: answers are weighed as the practice does, nothing is learnt from past clients.
import { daysBetween, TODAY } from "../sample/lines";
import type { Enquiry, FitCriterion, FitReason, FitView } from "../types";
import { put, type MemoryLedger, type Part } from "./ledger";
import { bare, everybodys, nobodys, sum } from "./links";

export function fitPart(ledger: MemoryLedger): Part<"enquiries" | "fitCriteria" | "enquiryTakeOn"> {
  return {
    enquiries: () =>
      everybodys(ledger, "enquiry").map(({ id, view, record }) => ({
        id,
        client: view.id,
        client_name: view.client.name,
        status: view.client.status,
        received_on: record.received_on,
        subject: record.subject,
        words: record.words,
        answered_on: record.answered_on,
        days: daysBetween(record.received_on, record.answered_on ?? TODAY),
        record: bare(record),
        fit: fitOf(criteriaOf(ledger), record),
        former: [],
      })),
    fitCriteria: () => {
      const criteria = criteriaOf(ledger);
      const asked = criteria.filter(({ record }) => !record.retired);
      const offer_text = asked.flatMap(({ record }) => (record.offer === "" ? [] : [record.offer])).join(" ");
      return { criteria, suggestions: [], learnt_from: 0, offer_text };
    },
    enquiryTakeOn: (id) => {
      const { record } = ledger.line(id);
      const view = ledger.client(record.kind === "enquiry" ? record.client : "");
      const message = { key: "did_edit", kind: "client", title: view.client.name, client: view.client.name } as const;
      return ledger.change(message, view.id, (into) => {
        put(into, view.id, { ...view.client, kind: "client", status: "active" });
        if (record.kind === "enquiry") put(into, id, { ...record, answered_on: record.answered_on ?? TODAY });
      });
    },
  };
}

const ORDER = { deal_breaker: 0, must_have: 1, wish: 2 } as const;

/** What decides first; retired ones last. */
function criteriaOf(ledger: MemoryLedger): { id: string; record: FitCriterion }[] {
  return nobodys(ledger, "fit_criterion")
    .map(({ id, record }) => ({ id, record: bare(record) }))
    .sort(
      ({ record: one }, { record: other }) =>
        Number(one.retired) - Number(other.retired) ||
        ORDER[one.weighs] - ORDER[other.weighs] ||
        other.weight - one.weight,
    );
}

function fitOf(all: readonly { id: string; record: FitCriterion }[], enquiry: Enquiry): FitView {
  const asked = all.filter(({ record }) => !record.retired);
  const reasons = asked.map(({ id, record }): FitReason => {
    const answer = enquiry.fit.find(({ criterion }) => criterion === id)?.answer ?? "unknown";
    const { name, weighs, weight } = record;
    return { criterion: id, name, weighs, weight, answer, bears: bears(weighs, answer) };
  });
  const ask = asked.flatMap(({ record }, place) =>
    reasons[place]?.bears === "unknown" && record.question !== "" ? [record.question] : [],
  );
  return { ...banded(reasons), reasons, ask };
}

function bears(weighs: FitCriterion["weighs"], answer: FitReason["answer"]): FitReason["bears"] {
  if (answer === "unknown") return "unknown";
  if (weighs === "deal_breaker") return answer === "no" ? "for" : answer === "yes" ? "breaks" : "partly";
  if (answer === "yes") return "for";
  if (answer === "partly") return "partly";
  return weighs === "must_have" ? "breaks" : "against";
}

function banded(reasons: readonly FitReason[]): Pick<FitView, "band" | "sentence"> {
  if (reasons.length === 0) return { band: "no_criteria", sentence: { key: "fit_no_criteria" } };
  const broken = reasons.filter((reason) => reason.bears === "breaks").map(({ name }) => name);
  if (broken.length > 0) return { band: "poor", sentence: { key: "fit_broken", names: broken } };
  const answered = reasons.filter((reason) => reason.bears !== "unknown");
  const open = reasons.filter((reason) => reason.bears === "unknown");
  if (answered.length === 0 || open.some(({ weighs }) => weighs !== "wish")) {
    return { band: "ask_first", sentence: { key: "fit_ask_first", unknown: open.length } };
  }
  const wishes = answered.filter(({ weighs }) => weighs === "wish");
  const points = { for: 1, partly: 0.5, against: 0, breaks: 0, unknown: 0 } as const;
  const whole = sum(wishes.map(({ weight }) => weight));
  const score = whole === 0 ? 1 : sum(wishes.map((wish) => wish.weight * points[wish.bears])) / whole;
  const counts = { met: answered.filter((reason) => reason.bears === "for").length, answered: answered.length };
  if (score < 0.5) return { band: "poor", sentence: { key: "fit_poor", ...counts } };
  return score < 0.75
    ? { band: "possible", sentence: { key: "fit_possible", ...counts } }
    : { band: "good", sentence: { key: "fit_good", ...counts } };
}
