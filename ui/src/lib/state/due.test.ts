import { afterEach, expect, test, vi } from "vitest";
import { memoryApi } from "../api/memory";
import type { Api } from "../api/api";
import type { DueCount } from "../api/types";
import { chooseSaysDue, sayDue, type Look } from "./due";

afterEach(() => {
  localStorage.clear();
});

const elsewhere: Look = { day: "2026-11-23", hour: 9, looks: false };

function heard(due: DueCount): { api: Api; said: string[] } {
  const said: string[] = [];
  const api = memoryApi();
  vi.spyOn(api, "dueCount").mockResolvedValue(due);
  vi.spyOn(api, "tellDesktop").mockImplementation((heading) => {
    said.push(heading);
    return Promise.resolve();
  });
  return { api, said };
}

test("what is due is said once a day, by its number", async () => {
  const { api, said } = heard({ notices: 1, today: 3 });
  for (let times = 0; times < 3; times += 1) await sayDue(api, elsewhere);
  expect(said).toEqual(["1 notice date, 3 things due today"]);
  await sayDue(api, { ...elsewhere, day: "2026-11-24" });
  expect(said.length, "the next day again").toBe(2);
});

test.each<[string, Look, DueCount, boolean]>([
  ["the user looks at the window", { ...elsewhere, looks: true }, { notices: 1, today: 0 }, true],
  ["it is night", { ...elsewhere, hour: 3 }, { notices: 1, today: 0 }, true],
  ["nothing is due", elsewhere, { notices: 0, today: 0 }, true],
  ["nobody wants it", elsewhere, { notices: 1, today: 0 }, false],
])("nothing is said where %s", async (_why, look, due, wanted) => {
  const { api, said } = heard(due);
  chooseSaysDue(wanted);
  expect(await sayDue(api, look)).toBe(false);
  expect(said).toEqual([]);
});

test("who looked in the morning is not told later on that day, and who slept is told by day", async () => {
  const { api, said } = heard({ notices: 0, today: 1 });
  await sayDue(api, { ...elsewhere, looks: true });
  await sayDue(api, elsewhere);
  expect(said).toEqual([]);
  const night = heard({ notices: 0, today: 1 });
  await sayDue(night.api, { day: "2026-11-25", hour: 0, looks: false });
  await sayDue(night.api, { day: "2026-11-25", hour: 7, looks: false });
  expect(night.said).toEqual(["1 thing due today"]);
});
