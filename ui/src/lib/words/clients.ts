import type { ClientRow, ScatterMark } from "../api/types";
import { count, mean, number, percent } from "./format";
import { trendWord, verdictWord } from "./terms";

/** All clients on one screen. */
export const clientsWords = {
  importFile: "Import…",
  picture: "Deliverables met against satisfaction",
  pictureNote: "all scales shown as 1 to 5; hollow: too early to say",
  recordCheckIn: "Record a check-in…",
  pictureEmpty: "A client appears here with the first deliverable and the first check-in.",
  satisfaction: "Satisfaction",
  share: "Deliverables met, as you recorded it",
  zones: { good: "Thriving", forgiving: "Forgiving of us", ours: "Ours to put right", never: "Never happy" },
  needs: "Needs you",
  needsEmpty: "Nothing waits on you today.",
  allNeeds: (n: number): string => `All ${number(n)}`,
  filter: "Filter by name",
  noMatch: (text: string): string => `No client’s name has “${text}” in it.`,
  noneSo: "No client is like that. Choose another status or other groups.",
  status: "Status",
  anyStatus: "Everybody",
  tags: "Groups",
  shown: (n: number, all: number): string => `${number(n)} of ${number(all)} shown`,
  choose: (name: string): string => `Choose ${name}`,
  chooseAll: "Choose all that are shown",
  table: "Clients and their verdicts",
  columns: {
    client: "Client",
    verdict: "Verdict",
    delivered: "Delivered",
    satisfaction: "Satisfaction",
    theirSide: "Their side",
    renews: "Renews",
  },
  pictureCrowd: "This names those that stand out; the table of clients below says the same of each.",
  pictureColumns: {
    share: "Deliverables met",
    checkIns: "Check-ins",
  },
  prospects: "Prospects",
  prospectNote: "not judged: nothing was agreed yet",
  oneWayToo: "Out of balance too",
  nothingDue: "nothing due yet",
  notAsked: "not asked yet",
  nothingOwed: "nothing owed yet",
} as const;

/** "14 of 15 met" */
export function deliveredWords(row: ClientRow): string {
  return row.counted === 0 ? clientsWords.nothingDue : `${number(row.met)} of ${number(row.counted)} met`;
}

/** "from 9 check-ins, falling"; the mean itself stands before it. */
export function checkInWords(row: ClientRow): string {
  const trend = trendWord[row.trend];
  return `from ${count(row.check_ins, "check-in", "check-ins")}${trend === "" ? "" : `, ${trend}`}`;
}

/** "5 of 6 kept, 3 given away, pays 34 days late" */
export function theirSideWords(row: ClientRow): string {
  const parts: string[] = [];
  if (row.owed > 0) {
    parts.push(`${number(row.kept)} of ${number(row.owed)} kept`);
  }
  if (row.concessions > 0) {
    parts.push(`${number(row.concessions)} given away`);
  }
  const late = Math.round(row.days_beyond_terms ?? 0);
  if (late > 0) {
    parts.push(`pays ${count(late, "day", "days")} late`);
  }
  return parts.length === 0 ? clientsWords.nothingOwed : parts.join(", ");
}

/** What a mark of the picture says when it is pointed at. */
export function markWords(mark: ScatterMark): { verdict: string; figures: string } {
  return {
    verdict: verdictWord[mark.verdict],
    figures:
      `${percent(mark.met_share)} of deliverables met, ` +
      `satisfaction ${mean(mark.satisfaction)} from ${count(mark.check_ins, "check-in", "check-ins")}`,
  };
}
