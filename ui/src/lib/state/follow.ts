// Following a link to a record: it is opened where it can be changed, or its client's page is.
import type { Kind, LedgerLine, Record as LedgerRecord } from "../api/types";
import type { App } from "./app.svelte";

/** As much of a link as is needed to follow it. */
export interface Followed {
  kind: Kind;
  id: string;
  client: string;
}

/** The kinds that stand on no client's page. */
const NOBODYS: readonly Kind[] = ["improvement", "fit_criterion", "referral_contact"];

/** Opens a record; the page of its client where it cannot be opened by itself, or is not among the latest there. */
export async function follow(app: App, { kind, id, client }: Followed): Promise<void> {
  if (kind === "letter") {
    app.go({ screen: "letter", id });
    return;
  }
  if (kind === "client") {
    app.go({ screen: "client", client: id });
    return;
  }
  await app.attempt(async () => {
    const record = await recordOf(app, { kind, id, client });
    if (record !== undefined) app.record({ edit: { id, record } });
    else if (!NOBODYS.includes(kind)) app.go({ screen: "client", client });
  });
}

async function recordOf(app: App, { kind, id, client }: Followed): Promise<LedgerRecord | undefined> {
  const lines = NOBODYS.includes(kind)
    ? await app.api.recordLines(kind)
    : Object.values(await app.api.client(client)).flatMap(linesIn);
  return lines.find((line) => line.id === id && line.record.kind === kind)?.record;
}

/** The lines that a part of a client's page holds; none where it is no list of lines. */
function linesIn(part: unknown): LedgerLine[] {
  return Array.isArray(part) ? part.filter(isLine) : [];
}

const isLine = (one: unknown): one is LedgerLine =>
  typeof one === "object" && one !== null && "id" in one && "state" in one && "record" in one;
