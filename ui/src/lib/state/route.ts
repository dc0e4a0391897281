import type { ClientId, Kind, LetterBasis, LetterId, LetterKind } from "../api/types";

/** The parts of the settings. */
export type SettingsPart = "general" | "appearance" | "safety" | "method";

/** Where the user is. The window has no address bar, so a place is a value. */
export type Route =
  | { screen: "today" }
  | { screen: "friday" }
  | { screen: "templates" }
  | { screen: "clients" }
  | { screen: "client"; client: ClientId }
  /** What each client is worth; with a client, the sum about a price cut. */
  | { screen: "worth"; client?: ClientId }
  | { screen: "renewals" }
  /** The list to go through before a decision about a client. */
  | { screen: "decide"; client: ClientId }
  /** The file of evidence about a client, as it would be printed. */
  | { screen: "evidence"; client: ClientId }
  | { screen: "offering" }
  | { screen: "trust" }
  | { screen: "enquiries" }
  /** The user's criteria of fit, and what past clients suggest. */
  | { screen: "fit" }
  | { screen: "letters" }
  | { screen: "letter"; client: ClientId; kind: LetterKind; about?: LetterBasis | null }
  /** A new letter in place of a finished one. */
  | { screen: "letter"; supersedes: LetterId }
  | { screen: "parting"; client: ClientId; letter?: LetterId | null }
  | { screen: "letter"; id: LetterId }
  /** What was done: in all, to a client's records, or to one record. */
  | { screen: "history"; client?: ClientId | undefined; record?: { kind: Kind; id: string; title: string } }
  | { screen: "settings"; part?: SettingsPart }
  | { screen: "import" }
  | { screen: "lookback"; client?: ClientId }
  | { screen: "welcome" };

/** The entries of the sidebar, in order. */
export const places = ["today", "clients", "offering", "enquiries", "letters", "settings"] as const;

export type Place = (typeof places)[number];

/** The entry of the sidebar that a screen belongs to; the welcome belongs to none. */
export function placeOf(route: Route): Place | null {
  switch (route.screen) {
    case "client":
    case "import":
    case "history":
    case "lookback":
    case "parting":
    case "worth":
    case "renewals":
    case "decide":
    case "evidence":
      return "clients";
    case "trust":
      return "offering";
    case "fit":
      return "enquiries";
    case "friday":
    case "templates":
      return "today";
    case "letter":
      return "letters";
    case "welcome":
      return null;
    default:
      return route.screen;
  }
}

/** The screen one steps back to where there is no way one came. */
export function above(route: Route): Route {
  if (route.screen === "letter") {
    return "client" in route ? { screen: "client", client: route.client } : { screen: "letters" };
  }
  if (route.screen === "history" && route.client !== undefined) {
    return { screen: "client", client: route.client };
  }
  if (route.screen === "decide" || route.screen === "evidence") {
    return { screen: "client", client: route.client };
  }
  return { screen: placeOf(route) ?? "clients" };
}
