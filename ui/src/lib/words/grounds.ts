// The grounds of a verdict; the records behind each are one click away.
import { capital, count, countWord, list, number, times } from "./format";
import type { KeysOf, Words } from "./messages";

const verb = (n: number, one: string, other: string): string => (n === 1 ? one : other);

export const grounds: Words<KeysOf<"ground_">> = {
  ground_unhappy_after_met: (m) =>
    `On ${count(m.days, "day", "days")} they were unhappy although you had delivered: after ${number(m.unhappy)} of ` +
    `${count(m.met, "deliverable", "deliverables")} you met.`,
  ground_unhappy_after_missed: (m) =>
    m.unhappy === 0
      ? "No poor check-in came after something you missed."
      : `${number(m.unhappy_after_missed)} of ${count(m.unhappy, "poor check-in", "poor check-ins")} came after something you missed.`,
  ground_missed_deliverables: (m) =>
    `You missed ${number(m.missed)} of ${count(m.deliverables, "deliverable", "deliverables")}.`,
  ground_met_deliverables: (m) =>
    `You met ${number(m.met)} of ${count(m.deliverables, "deliverable", "deliverables")}.`,
  ground_content_ratings: (m) =>
    `${number(m.content)} of ${count(m.ratings, "check-in", "check-ins")} ${verb(m.content, "was", "were")} content.`,
  ground_last_two_unhappy: () => "Their last two check-ins were both poor.",
  ground_broken_obligations: (m) =>
    `They did not keep ${number(m.broken)} of ${count(m.obligations, "thing", "things")} they owed you.`,
  ground_burden_signals: (m) => {
    const parts: string[] = [];
    if (m.concessions > 0) {
      parts.push(`you gave something away ${times(m.concessions)}`);
    }
    if (m.blame > 0) {
      parts.push(`blame came ${times(m.blame)}`);
    }
    if (m.disrespect > 0) {
      parts.push(`disrespect ${times(m.disrespect)}`);
    }
    if (m.threats > 0) {
      parts.push(`${m.threats === 1 ? "a threat" : "threats"} ${times(m.threats)}`);
    }
    return parts.length === 0 ? `Concessions and incidents: ${number(m.signals)}.` : `${capital(list(parts))}.`;
  },
  ground_shared_theme: (m) =>
    `“${m.theme}” is also raised by ${number(m.others)} of the ${count(m.complaining, "other client", "other clients")} ` +
    "who complain after work you met.",
  ground_affected_peers: (m) =>
    m.affected_peers === 0
      ? `None of your ${count(m.peers, "other client", "other clients")} is unhappy after delivered work.`
      : `${number(m.affected_peers)} of your ${count(m.peers, "other client", "other clients")} ` +
        `${verb(m.affected_peers, "is", "are")} unhappy after delivered work as well.`,
  ground_content_peers: (m) =>
    `${number(m.content_peers)} of your ${count(m.peers, "other client", "other clients")} ` +
    `${verb(m.content_peers, "is", "are")} mostly content, so the offering is unlikely to be the cause.`,
  ground_impressions: (m) =>
    `${capital(countWord(m.count, "impression of yours is", "impressions of yours are"))} kept beside this and not counted.`,
};
