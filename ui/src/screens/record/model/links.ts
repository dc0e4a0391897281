/** The records of a client that another record can name. */
import type { ClientView, Kind, LedgerLine } from "../../../lib/api/types";
import { capital, dayYear, kindWord, lineState } from "../../../lib/words";

/** The client's records of a kind, the latest first. */
export function linkable(view: ClientView | null, kind: Kind): LedgerLine[] {
  if (view === null) return [];
  const all = [
    view.we_owed,
    view.they_said,
    view.they_owed,
    view.given_away,
    view.engagements,
    view.enquiries,
    view.requests,
    view.talked,
    view.decided,
    view.work,
    view.documents,
    view.templates,
  ].flat();
  return all.filter(({ record }) => record.kind === kind);
}

/** "Approve brand copy, 10 Nov, 12 days late": a record in a list to choose from. */
export function recordLine(line: LedgerLine, today: string): string {
  const title = line.title === "" ? capital(kindWord[line.record.kind]) : line.title;
  return [title, dayYear(line.on, today), lineState(line.state)].filter((part) => part !== "").join(", ");
}
