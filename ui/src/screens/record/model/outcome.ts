/** How a deliverable turned out, as far as its dates can tell. */
import type { Outcome } from "../../../lib/api/types";
import type { DeliverableForm } from "./form";
import { parseDay } from "./day";

/** All outcomes, in the order in which they are offered. */
export const OUTCOMES: readonly Outcome[] = ["met", "partial", "late", "rejected", "excused", "pending"];

/** What the dates suggest: nothing handed over is pending, in time is met, after the day agreed is late. */
export function suggestedOutcome(form: DeliverableForm, today: string): Outcome {
  const delivered = parseDay(form.deliveredOn, today, "past");
  if (delivered === null) return "pending";
  const due = parseDay(form.dueOn, today, "near");
  return due !== null && delivered > due ? "late" : "met";
}
