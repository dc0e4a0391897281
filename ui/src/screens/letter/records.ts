// The records behind a letter's facts.
import type { Api } from "../../lib/api/api";
import type { ClientId, Kind, Record as AnyRecord } from "../../lib/api/types";

/** The record of a client with this id; `null` where it is gone. */
export async function recordBehind(api: Api, client: ClientId, kind: Kind, id: string): Promise<AnyRecord | null> {
  const view = await api.client(client);
  if (kind === "client") return { kind: "client", ...view.client };
  const lines = [
    view.we_owed,
    view.they_said,
    view.they_owed,
    view.given_away,
    view.engagements,
    view.enquiries,
    view.letters,
  ].flat();
  return lines.find((line) => line.id === id && line.record.kind === kind)?.record ?? null;
}
