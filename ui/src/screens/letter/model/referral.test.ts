import { expect, test } from "vitest";
import { grouped, peopleFrom, peopleText } from "./referral";

test("people are read a line each, the field behind the first comma", () => {
  const people = peopleFrom("Aiko Tanaka, pricing, in Japan\n\n  Ben Hale \n, nobody");
  expect(people).toEqual([
    { name: "Aiko Tanaka", field: "pricing, in Japan" },
    { name: "Ben Hale", field: "" },
  ]);
  expect(peopleFrom(peopleText(people)), "the text is read back as the same people").toEqual(people);
});

test("facts that follow each other under one key become one", () => {
  const facts = ["a", "b", "b", "c"].map((key, value) => ({ key, value }));
  expect(grouped(facts).map(({ key, items }) => `${key}${String(items.length)}`)).toEqual(["a1", "b2", "c1"]);
});
