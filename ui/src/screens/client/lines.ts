import type { ClientView, LedgerLine } from "../../lib/api/types";

/** All lines of a client's page. */
export function allLines(view: ClientView): LedgerLine[] {
  return [
    view.we_owed,
    view.they_said,
    view.they_owed,
    view.given_away,
    view.requests,
    view.talked,
    view.decided,
    view.work,
    view.engagements,
    view.documents,
    view.templates,
    view.enquiries,
    view.letters,
  ].flat();
}
