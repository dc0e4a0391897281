// A verdict in one sentence: counts, never a percentage of certainty.
import { count, countWord, number, numberWord } from "./format";
import type { KeysOf, Words } from "./messages";

const deliverables = (n: number): string => count(n, "deliverable", "deliverables");
const checkIns = (n: number): string => count(n, "check-in", "check-ins");

/** How the other clients stand beside them. */
function others(peers: number, affected: number): string {
  if (affected === 0) {
    return peers === 1 ? "your other client is not" : "none of your other clients is";
  }
  return affected * 2 < peers
    ? "your other clients mostly are not"
    : `so are ${number(affected)} of your other clients`;
}

function clears(ratings: number | null): string {
  if (ratings === null) {
    return "no short run of good check-ins would clear the flag";
  }
  return ratings === 1
    ? "one good check-in would clear the flag"
    : `${numberWord(ratings)} good check-ins would clear the flag`;
}

export const reasons: Words<KeysOf<"why_">> = {
  why_never_happy: (m) =>
    `They were unhappy after ${number(m.unhappy)} of ${deliverables(m.met)} you met, ${others(m.peers, m.affected_peers)}, ` +
    `and ${clears(m.good_ratings)}.`,
  why_our_delivery_first: (m) =>
    `You missed ${number(m.missed)} of ${deliverables(m.deliverables)}, and ` +
    (m.unhappy_after_missed > 0
      ? `${number(m.unhappy_after_missed)} of their ${count(m.unhappy, "poor check-in", "poor check-ins")} came after those: put that right first.`
      : "that may explain what they say: put it right first."),
  why_offering_problem: (m) =>
    `They are unhappy although you delivered, but so are ${number(m.affected_peers)} of your ` +
    `${count(m.peers, "other client", "other clients")}: look at the offering, not at them.`,
  why_offering_theme: (m) =>
    `They raise “${m.theme}”, and so do ${number(m.others)} of the ` +
    `${count(m.complaining, "other client", "other clients")} who complain after work you met: look at the offering first.`,
  why_one_way: (m) =>
    `They did not keep ${number(m.broken)} of ${count(m.obligations, "thing", "things")} they owed you` +
    (m.signals > 0
      ? `, and the relationship took ${countWord(m.signals, "concession or incident", "concessions and incidents")}.`
      : "."),
  why_watch_no_peers: (m) =>
    `They were unhappy after ${number(m.unhappy)} of ${deliverables(m.met)} you met, but with ` +
    `${countWord(m.peers, "other client", "other clients")} to compare with, nobody can say whether that is them.`,
  why_watch_unhappy: (m) =>
    `${number(m.unhappy)} of their ${checkIns(m.ratings)} ${m.unhappy === 1 ? "was" : "were"} poor: too many to be at ease, too few to say why.`,
  why_watch_delivery: (m) =>
    `They are not unhappy yet, but you missed ${number(m.missed)} of ${deliverables(m.deliverables)}.`,
  why_watch_last_two: (m) =>
    `Their last two check-ins were poor, ${number(m.unhappy)} of ${number(m.ratings)} in all: ask them what changed.`,
  why_healthy: (m) =>
    `They were content in ${number(m.content)} of ${checkIns(m.ratings)}, and you met ${number(m.met)} of ${deliverables(m.deliverables)}.`,
  why_not_enough_evidence: (m) =>
    `There ${m.ratings === 1 ? "is" : "are"} ${checkIns(m.ratings)} and ${deliverables(m.deliverables)} so far; a verdict needs at least ` +
    `${number(m.ratings_needed)} and ${number(m.deliverables_needed)}.`,
};
