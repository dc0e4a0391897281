/** The three screens that look at all clients. */
import type { Route } from "../../lib/state/route";
import { worthWords as words } from "../../lib/words/worth";

export const tabs: readonly { route: Route; label: string }[] = [
  { route: { screen: "clients" }, label: words.standing },
  { route: { screen: "worth" }, label: words.worth },
  { route: { screen: "renewals" }, label: words.renewals },
];
