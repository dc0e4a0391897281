// What needs the user, in memory: the sample's own, what comes by rhythm and by template, and what was put off.
import { dayAfter, daysBetween, TODAY } from "../sample/lines";
import { overview } from "../sample/overview";
import type { ClientsView, ClientView, Message, Need, SnoozedNeed } from "../types";
import { fail, put, type MemoryLedger, type Part } from "./ledger";
import { dueByTemplate } from "./routine";

type Names = "clients" | "needSnooze" | "snoozed";

export function needsPart(ledger: MemoryLedger): Part<Names> {
  return {
    clients: () => {
      const { view, putOff } = all(ledger);
      return { ...view, snoozed: putOff.length };
    },
    needSnooze: (key, client, until, reason) => {
      if (until <= TODAY) fail("invalid", `${until} is not later than today`, "Choose a day that lies ahead");
      if (reason.trim() === "") fail("invalid", "a line that is put off needs a reason", "Say why it can wait");
      const before = ledger.lines().find(({ record }) => record.kind === "snooze" && record.need === key);
      const id = before?.id ?? ledger.fresh("snooze");
      const name = client === null ? "" : ledger.client(client).client.name;
      return ledger.change({ key: "did_snooze", until, client: name }, id, (into) => {
        put(into, id, { kind: "snooze", client, need: key, until, reason: reason.trim() });
      });
    },
    snoozed: () => all(ledger).putOff,
  };
}

function all(ledger: MemoryLedger): { view: ClientsView; putOff: SnoozedNeed[] } {
  const view = overview(ledger.state.views);
  const others = [...ledger.state.views.flatMap(more), ...byTemplate(ledger)];
  const threats = others.filter(({ message }) => ["need_threat", "need_conduct"].includes(message.key));
  const needs = [...threats, ...view.needs, ...others.filter((need) => !threats.includes(need))];
  const snoozes = ledger.lines().flatMap(({ id, record }) => (record.kind === "snooze" ? [{ id, ...record }] : []));
  const putOff = needs.flatMap((need) => {
    const snooze = snoozes.find((each) => each.need === need.key && each.until > TODAY);
    return snooze ? [{ snooze: snooze.id, need, until: snooze.until, reason: snooze.reason }] : [];
  });
  const waiting = new Set(putOff.map(({ need }) => need.key));
  return { view: { ...view, needs: needs.filter(({ key }) => !waiting.has(key)) }, putOff };
}

/** What the sample does not have of itself. */
function more(view: ClientView): Need[] {
  const needs: Need[] = [];
  const add = (sort: string, on: string, kind: Need["kind"], id: string, message: Message): void => {
    needs.push(needOf(view, `${sort}:${id}`, on, kind, id, message));
  };
  const { check_in_every_days: every } = view.client;
  if (every !== null && view.client.status === "active") {
    const answers = view.they_said.filter(({ record }) => record.kind === "check_in" && record.said_by === "them");
    const last = answers[0]?.on ?? null;
    const due = dayAfter(last ?? view.engagements.at(-1)?.on ?? TODAY, every);
    if (due <= TODAY) {
      add("check_in", due, "client", view.id, {
        key: "need_check_in",
        days: daysBetween(due, TODAY),
        last: last === null ? null : daysBetween(last, TODAY),
      });
    }
  }
  for (const { id, on, record } of [...view.they_said, ...view.given_away, ...view.requests]) {
    const days = daysBetween(on, TODAY);
    if (record.kind === "praise" && record.thanked_on === null && days <= 30) {
      add("thanks", on, "praise", id, { key: "need_thanks", words: record.words });
    } else if (record.kind === "incident" && record.what === "threat" && days >= 0 && days <= 90) {
      add("threat", on, "incident", id, { key: "need_threat", days });
    } else if (record.kind === "incident" && record.what === "conduct" && days >= 0 && days <= 90) {
      add("conduct", on, "incident", id, { key: "need_conduct", days });
    } else if (record.kind === "request" && record.answer === "open") {
      add("request", on, "request", id, { key: "need_request", what: record.what, days });
    }
  }
  return needs;
}

function byTemplate(ledger: MemoryLedger): Need[] {
  return dueByTemplate(ledger).map((due) =>
    needOf(ledger.client(due.client), `template-${due.due_on}:${due.template}`, due.due_on, "template", due.template, {
      key: "need_template",
      title: "title" in due.record ? due.record.title : "",
      due_on: due.due_on,
    }),
  );
}

function needOf(view: ClientView, key: string, on: string, kind: Need["kind"], id: string, message: Message): Need {
  const days_left = daysBetween(TODAY, on);
  return { key, on, days_left, message, client: view.id, client_name: view.client.name, kind, id };
}
