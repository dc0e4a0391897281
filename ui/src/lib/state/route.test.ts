import { expect, it } from "vitest";
import { above, placeOf, type Route } from "./route";

it.each<[Route, string | null, Route]>([
  [{ screen: "client", client: "a" }, "clients", { screen: "clients" }],
  [{ screen: "import" }, "clients", { screen: "clients" }],
  [{ screen: "lookback" }, "clients", { screen: "clients" }],
  [{ screen: "friday" }, "today", { screen: "today" }],
  [{ screen: "templates" }, "today", { screen: "today" }],
  [{ screen: "letter", id: "a" }, "letters", { screen: "letters" }],
  [{ screen: "letter", client: "a", kind: "renewal_refusal" }, "letters", { screen: "client", client: "a" }],
  [{ screen: "history", client: "a" }, "clients", { screen: "client", client: "a" }],
  [{ screen: "history" }, "clients", { screen: "clients" }],
  [{ screen: "settings" }, "settings", { screen: "settings" }],
  [{ screen: "welcome" }, null, { screen: "clients" }],
])("%o belongs to %s", (route, place, up) => {
  expect(placeOf(route), "the entry of the sidebar").toBe(place);
  expect(above(route), "the way up").toEqual(up);
});
