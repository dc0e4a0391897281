import { expect, test } from "vitest";
import type { ClientChoice, ClientStatus } from "../../../lib/api/types";
import { matchingClients } from "./match";

const client = (name: string, status: ClientStatus = "active"): ClientChoice => ({
  id: name,
  name,
  status,
  currency: "EUR",
  engagements: [],
  deliverables: [],
});
const clients = [
  client("Borealis Labs"),
  client("Ångström AB"),
  client("Halden & Co"),
  client("Labrador", "prospect"),
  client("Allab", "ended"),
];

test.each([
  ["lab", ["Labrador", "Borealis Labs", "Allab"]],
  ["HAL", ["Halden & Co"]],
  ["angs", ["Ångström AB"]],
  ["co", ["Halden & Co"]],
  ["zzz", []],
])("“%s” means %j", (text, expected) => {
  expect(
    matchingClients(clients, text).map((each) => each.name),
    `what “${text}” may mean`,
  ).toEqual(expected);
});

test("without a text all clients are offered, those one works for first", () => {
  expect(matchingClients(clients, " ").map((each) => each.status)).toEqual([
    "active",
    "active",
    "active",
    "prospect",
    "ended",
  ]);
});
