import { SvelteSet } from "svelte/reactivity";
import type { ClientId } from "../../lib/api/types";

const clients = new SvelteSet<ClientId>();

/** Whether the question about a talk beforehand was answered, a client; as long as the window is open. */
export const talked = {
  done: (client: ClientId): boolean => clients.has(client),
  remember: (client: ClientId): void => {
    clients.add(client);
  },
};
