/** Promising oneself to change something, begun from what it answers. */
import type { App } from "../../lib/state/app.svelte";

/** Opens the dialog for a change of our own; about a theme where one is given. */
export function changeAbout(app: App, theme = ""): void {
  const values: Record<string, string> = theme === "" ? {} : { theme };
  app.record({ kind: "improvement", draft: { kind: "improvement", id: null, values } });
}
