/** What was entered in one row and is not saved yet. */
import type { FridayAnswer, FridayItem, FridayRow, ObligationKind, Outcome } from "../../../lib/api/types";
import { obligationKindWord } from "../../../lib/words";
import { fridayWords as words } from "../../../lib/words/friday";
import { parseDay, plusDays } from "../../record/model/day";

/** Something ticked as delivered; the outcome is what its days say until it is chosen. */
export interface Delivered {
  id: string;
  on: string;
  chosen: Outcome | null;
}

export interface Came {
  id: string;
  on: string;
}

export interface Draft {
  delivered: Delivered[];
  came: Came[];
  heard: { value: number | null; impression: boolean; words: string } | null;
  /** Until its kind or its name is said, it is nothing. */
  owes: { what: ObligationKind | null; title: string; due: string } | null;
}

export const OBLIGATIONS: readonly ObligationKind[] = [
  "brief",
  "access",
  "feedback",
  "approval",
  "decision",
  "payment",
];

/** What they owe is due a week from now unless it is said otherwise. */
const DUE_DAYS = 7;

export function emptyDraft(): Draft {
  return { delivered: [], came: [], heard: null, owes: null };
}

/** Whether nothing would be recorded. */
export function isEmpty({ delivered, came, heard, owes }: Draft): boolean {
  const silent = heard === null || (heard.value === null && heard.words.trim() === "");
  return delivered.length === 0 && came.length === 0 && silent && owedOf(owes) === null;
}

/** What they owe, where enough of it is said. */
function owedOf(owes: Draft["owes"]): { what: ObligationKind; title: string; due: string } | null {
  if (owes === null || (owes.what === null && owes.title.trim() === "")) return null;
  return { ...owes, what: owes.what ?? "feedback" };
}

/** How a delivery turned out: as chosen, or late where it came after its day. */
export function outcomeOf({ on, chosen }: Delivered, item: Pick<FridayItem, "due_on">): Outcome {
  return chosen ?? (on > item.due_on ? "late" : "met");
}

/** The outcomes in turn, beginning with what the days say; `null` after the last. */
export function nextOutcome(delivered: Delivered, item: Pick<FridayItem, "due_on">): Outcome | null {
  const first = outcomeOf({ ...delivered, chosen: null }, item);
  const turn = [first, ...(["met", "partial", "late"] as const).filter((each) => each !== first)];
  return turn[turn.indexOf(outcomeOf(delivered, item)) + 1] ?? null;
}

/** A day earlier or later, never later than today. */
export function movedDay(on: string, by: number, today: string): string {
  const day = plusDays(on, by);
  return day > today ? today : day;
}

/** What is sent, or the sentence that says what is missing. */
export function answerOf(row: FridayRow, draft: Draft, today: string): FridayAnswer | string {
  const { heard } = draft;
  const owes = owedOf(draft.owes);
  if (heard !== null && heard.value === null && heard.words.trim() !== "") return words.ratingMissing;
  const due = owes === null ? null : dueDay(owes.due, today);
  if (owes !== null && due === null) return words.dayUnclear;
  return {
    client: row.client,
    delivered: draft.delivered.map((each) => ({
      id: each.id,
      on: each.on,
      outcome: outcomeOf(each, itemOf(row.we_owe, each.id)),
    })),
    met: draft.came.map(({ id, on }) => ({ id, on })),
    heard:
      heard === null || heard.value === null
        ? null
        : {
            on: today,
            scale: row.scale,
            value: heard.value,
            said_by: heard.impression ? "my_impression" : "them",
            words: heard.words.trim(),
            // One delivery and one answer in the same row belong together.
            deliverable: draft.delivered.length === 1 ? (draft.delivered[0]?.id ?? null) : null,
          },
    owes:
      owes === null || due === null
        ? null
        : { what: owes.what, title: owes.title.trim() || obligationKindWord[owes.what], due_on: due },
  };
}

/** The day that is meant; a week from today where nothing is said. */
export function dueDay(text: string, today: string): string | null {
  return text.trim() === "" ? plusDays(today, DUE_DAYS) : parseDay(text, today, "future");
}

/** What an answer says, each a few words. */
export function told(row: FridayRow, answer: FridayAnswer): string[] {
  const { heard, owes } = answer;
  return [
    ...answer.delivered.map(({ id, outcome, on }) => words.told.delivered(titleOf(row.we_owe, id), outcome, on)),
    ...answer.met.map(({ id, on }) => words.told.came(titleOf(row.they_owe, id), on)),
    ...(heard === null ? [] : [words.told.heard(heard.value, heard.scale, heard.said_by === "my_impression")]),
    ...(owes === null ? [] : [words.told.owes(owes.what, owes.title, owes.due_on)]),
  ];
}

/** A row without what the answer settled. */
export function settled(row: FridayRow, answer: FridayAnswer): FridayRow {
  const without = (items: FridayItem[], gone: readonly { id: string }[]): FridayItem[] =>
    items.filter(({ id }) => !gone.some((each) => each.id === id));
  return {
    ...row,
    we_owe: without(row.we_owe, answer.delivered),
    they_owe: without(row.they_owe, answer.met),
  };
}

const titleOf = (items: readonly FridayItem[], id: string): string => itemOf(items, id).title;

function itemOf(items: readonly FridayItem[], id: string): FridayItem {
  const item = items.find((each) => each.id === id);
  if (item === undefined) throw new Error("only what stands in the row can be ticked");
  return item;
}
