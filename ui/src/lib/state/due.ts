// Says by the desktop, once a day, what is due while nobody looks at the window. A count, and no name: desktops show it on
// a locked screen and keep it.
import type { Api } from "../api/api";
import { dueHeading } from "../words/due";

const CHOICE = "due-said";
const LAST = "due-said-last";
/** Nobody is woken by it. */
const FIRST_HOUR = 7;

/** Whether the desktop is to say it; it is, until somebody wants it otherwise. */
export function saysDue(): boolean {
  return localStorage.getItem(CHOICE) !== "no";
}

export function chooseSaysDue(says: boolean): void {
  localStorage.setItem(CHOICE, says ? "yes" : "no");
}

/** What the moment is like: a day of the user's calendar, an hour of it, and whether they look at the window. */
export interface Look {
  day: string;
  hour: number;
  looks: boolean;
}

export const lookNow = (): Look => {
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return { day: day.join("-"), hour: now.getHours(), looks: document.hasFocus() };
};

/** Says it where it is time to. To be called now and then; `true` where something was said. */
export async function sayDue(api: Api, { day, hour, looks }: Look): Promise<boolean> {
  if (!saysDue() || localStorage.getItem(LAST) === day) return false;
  if (looks) {
    // Whoever looks at the window sees it there.
    localStorage.setItem(LAST, day);
    return false;
  }
  if (hour < FIRST_HOUR) return false;
  const due = await api.dueCount();
  localStorage.setItem(LAST, day);
  if (due.notices + due.today === 0) return false;
  await api.tellDesktop(dueHeading(due));
  return true;
}
