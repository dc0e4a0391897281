import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Latest } from "./latest";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

test("a burst of changes asks once, after it", async () => {
  const ask = vi.fn(() => Promise.resolve());
  const latest = new Latest(80, ask);
  for (let index = 0; index < 5; index += 1) {
    latest.touch();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(ask, "not while keys follow each other").not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(40);
  expect(ask, "once it is quiet").toHaveBeenCalledTimes(1);
  expect(latest.pending).toBe(false);
});

test("a change during an answer leads to exactly one more question, asked after it", async () => {
  let state = 0;
  const seen: number[] = [];
  const answers: (() => void)[] = [];
  const latest = new Latest(10, async () => {
    seen.push(state);
    await new Promise<void>((resolve) => answers.push(resolve));
  });
  state = 1;
  latest.touch();
  await vi.advanceTimersByTimeAsync(10);
  for (state of [2, 3]) {
    latest.touch();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(seen, "the second question waits for the first answer").toEqual([1]);
  answers[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(seen, "the last state is asked about, the one between is not").toEqual([1, 3]);
  answers[1]?.();
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toEqual([1, 3]);
});

test("leaving asks at once what was still waiting, and nothing where nothing was", async () => {
  const ask = vi.fn(() => Promise.resolve());
  const latest = new Latest(1_000, ask);
  await latest.flush();
  expect(ask, "nothing had changed").not.toHaveBeenCalled();
  latest.touch();
  await latest.flush();
  expect(ask).toHaveBeenCalledTimes(1);
  latest.touch();
  latest.stop();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(ask, "a stopped question is not asked").toHaveBeenCalledTimes(1);
});
