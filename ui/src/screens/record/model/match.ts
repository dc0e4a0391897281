/** Which clients a few typed letters mean. */
import type { ClientChoice, ClientStatus } from "../../../lib/api/types";

const STATUS_ORDER: Record<ClientStatus, number> = { active: 0, prospect: 1, ended: 2, archived: 3 };

/**
 * The clients that a text may mean, the likeliest first: those whose name begins with it, then those with a word that
 * does, then those that hold it anywhere. Case and accents make no difference. Without a text, all of them.
 */
export function matchingClients(clients: readonly ClientChoice[], text: string): ClientChoice[] {
  const typed = folded(text.trim());
  return clients
    .map((client) => ({ client, rank: rank(folded(client.name), typed) }))
    .filter((each) => each.rank < NO_MATCH)
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        STATUS_ORDER[one.client.status] - STATUS_ORDER[other.client.status] ||
        one.client.name.localeCompare(other.client.name),
    )
    .map((each) => each.client);
}

const NO_MATCH = 3;

function rank(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed))) return 1;
  return name.includes(typed) ? 2 : NO_MATCH;
}

function folded(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
