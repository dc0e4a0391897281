import type { Route, SettingsPart } from "../state/route";

/** The pages of the guide, by the names of their files in `docs/guide`. */
export const guidePages = [
  "begin",
  "first-evening",
  "record",
  "keep-filled",
  "take-back",
  "clients",
  "offering",
  "verdict",
  "figures",
  "decide",
  "worth",
  "enquiries",
  "letters",
  "letterhead",
  "appearance",
  "import-export",
  "safe",
  "method",
  "keys",
] as const;

export type GuidePageName = (typeof guidePages)[number];

/** A screen that comes to be does not compile before it has its page. */
const pageOfScreen: Readonly<Record<Exclude<Route["screen"], "settings">, GuidePageName>> = {
  welcome: "begin",
  lookback: "first-evening",
  today: "keep-filled",
  friday: "keep-filled",
  templates: "keep-filled",
  history: "take-back",
  clients: "clients",
  client: "verdict",
  evidence: "verdict",
  offering: "offering",
  trust: "offering",
  decide: "decide",
  worth: "worth",
  renewals: "worth",
  enquiries: "enquiries",
  fit: "enquiries",
  letters: "letters",
  letter: "letters",
  parting: "letters",
  import: "import-export",
};

const pageOfSettings: Readonly<Record<SettingsPart, GuidePageName>> = {
  general: "letterhead",
  appearance: "appearance",
  safety: "safe",
  method: "method",
};

/** The page about a screen; about what stands before the records where there is none yet. */
export function pageOf(route: Route | null): GuidePageName {
  if (route === null) return "safe";
  return route.screen === "settings" ? pageOfSettings[route.part ?? "general"] : pageOfScreen[route.screen];
}
