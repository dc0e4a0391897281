// How long work still takes: said once it is known, and anew for each work.
import { expect, it } from "vitest";
import { leftWord } from "../words/ago";
import { Remaining } from "./remaining.svelte";

it("is not said before there is something to go by", () => {
  const remaining = new Remaining();
  remaining.hear(0, 0);
  expect(remaining.seconds, "it has only begun").toBeNull();
  remaining.hear(0.4, 1000);
  expect(remaining.seconds, "a second tells little").toBeNull();
  remaining.hear(0.01, 90_000);
  expect(remaining.seconds, "a hundredth as well").toBeNull();
});

it("follows the pace so far, and begins anew with the next work", () => {
  const remaining = new Remaining();
  remaining.hear(0, 0);
  remaining.hear(0.25, 10_000);
  expect(remaining.seconds, "a quarter took 10 s").toBeCloseTo(30);
  remaining.hear(0.75, 20_000);
  expect(remaining.seconds, "it became faster").toBeCloseTo(20 / 3);
  remaining.hear(0.1, 21_000);
  expect(remaining.seconds, "another work began").toBeNull();
  remaining.hear(0.55, 23_000);
  expect(remaining.seconds, "45 in 100 took 2 s").toBeCloseTo(2);
  remaining.end();
  expect(remaining.seconds, "nothing runs").toBeNull();
});

it.each([
  [0.4, "a few seconds left"],
  [4.9, "a few seconds left"],
  [12, "about 10 s left"],
  [58, "about 1 minute left"],
  [95, "about 2 minutes left"],
  [3000, "about 50 minutes left"],
])("%d s are said as %s", (seconds, words) => {
  expect(leftWord(seconds)).toBe(words);
});
