// The way to get a missing step done: a letter is begun, a record is opened or begun.
import type { ClientId, DecideLine, RecordLink } from "../../lib/api/types";
import type { App } from "../../lib/state/app.svelte";
import { follow } from "../../lib/state/follow";
import type { actWord } from "../../lib/words/decide";

export type Act = keyof typeof actWord;

/** What is best done next about a step. */
export function actOf(line: DecideLine): Act {
  switch (line.step) {
    case "own_side":
      if (overdueOf(line) !== undefined) return "overdue";
      return line.open > 0 ? "complaint" : "talk";
    case "asked":
      return "ask";
    case "listened":
      return line.open > 0 ? "complaint" : "talk";
    case "explained":
    case "changed":
      return "talk";
    case "told_needs":
      return "reminder";
    case "offered_change":
      return "terms";
  }
}

export async function doAct(app: App, client: ClientId, act: Act, line: DecideLine): Promise<void> {
  switch (act) {
    case "overdue": {
      const overdue = overdueOf(line);
      if (overdue !== undefined) await follow(app, overdue);
      break;
    }
    case "complaint":
      await answerComplaint(app, client);
      break;
    case "talk":
    case "ask":
      app.record({ client, kind: "conversation" });
      break;
    case "reminder":
      app.go({ screen: "letter", client, kind: "responsibility_reminder" });
      break;
    case "terms":
      app.go({ screen: "letter", client, kind: "new_terms" });
  }
}

/** The longest overdue of our work. */
function overdueOf({ records }: DecideLine): RecordLink | undefined {
  return records.filter(({ state }) => state.is === "due" && state.days < 0).at(-1);
}

/** The letter that answers the complaint which has waited longest. */
async function answerComplaint(app: App, client: ClientId): Promise<void> {
  await app.attempt(async () => {
    const { they_said } = await app.api.client(client);
    const waiting = they_said.filter(
      ({ record }) => record.kind === "complaint" && record.answered_on === null && record.resolved_on === null,
    );
    const oldest = waiting.at(-1);
    const about = oldest === undefined ? null : ({ kind: "complaint", id: oldest.id } as const);
    app.go({ screen: "letter", client, kind: "complaint_reply", about });
  });
}
