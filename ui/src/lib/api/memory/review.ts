// The portfolio review in memory: which quarters have one, and under which name its file is offered.
import { TODAY } from "../sample/lines";
import type { ReviewQuarter } from "../types";
import { fail, linesOf, type MemoryLedger, type Part } from "./ledger";

/** So many quarters are offered. */
const OFFERED = 4;
const MONTHS = 3;

export function reviewPart(ledger: MemoryLedger): Part<"reviewQuarters" | "reviewSave"> {
  return {
    reviewQuarters: () => quarters(ledger),
    reviewSave: (quarter) => {
      if (!quarters(ledger).some((offered) => offered.quarter === quarter)) {
        fail("invalid", `nothing is on record of ${quarter}: choose a later quarter`);
      }
      return { id: null, file: `${quarter} portfolio review.pdf` };
    },
  };
}

/** Counted back from the one that runs, as long as something was recorded by their last day. */
function quarters(ledger: MemoryLedger): ReviewQuarter[] {
  const judged = ledger.state.views.filter(({ row }) => row.verdict !== null);
  const days = judged.flatMap((view) => linesOf(view).map(({ on }) => on)).filter((on) => on <= TODAY);
  const first = days.sort()[0];
  if (first === undefined) return [];
  const [year = 0, month = 1] = TODAY.split("-").map(Number);
  const last = month - ((month - 1) % MONTHS) + MONTHS - 1;
  return Array.from({ length: OFFERED }, (_, ago) => {
    const end = new Date(Date.UTC(year, last - ago * MONTHS, 0));
    const ends = end.toISOString().slice(0, 10);
    const quarter = `${String(end.getUTCFullYear())}-Q${String((end.getUTCMonth() + 1) / MONTHS)}`;
    return { quarter, until: ends < TODAY ? ends : TODAY, running: ends > TODAY };
  }).filter(({ until }) => until >= first);
}
