/** The two screens that look at our own side. */
import type { Route } from "../../lib/state/route";
import { offeringWords as words } from "../../lib/words/offering";

export const tabs: readonly { route: Route; label: string }[] = [
  { route: { screen: "offering" }, label: words.offering },
  { route: { screen: "trust" }, label: words.trust },
];
