import { expect, it } from "vitest";
import { liesAhead, otherMonth, parseRough } from "./rough";

const TODAY = "2026-11-22";

it.each([
  ["March 2026", "2026-03-15", false],
  ["mar 26", "2026-03-15", false],
  ["03/2026", "2026-03-15", false],
  ["december", "2025-12-15", false],
  ["november", "2026-11-15", false],
  ["around 12 March", "2026-03-12", true],
  ["about mid March 2025", "2025-03-15", false],
  ["2025", "2025-07-01", false],
  ["2026", "2026-07-01", false],
  ["yesterday", "2026-11-21", true],
  ["12/3", "2026-03-12", true],
])("%s is %s", (text, day, exact) => {
  expect(parseRough(text, TODAY), "the day that is meant").toEqual({ day, exact });
});

it.each(["", "whenever", "13/2026", "March 2027", "32 March"])("%o is no day that has been", (text) => {
  expect(parseRough(text, TODAY)).toBeNull();
});

it("begins at the start where work began, and ends today", () => {
  expect(parseRough("March 2025", TODAY, "start")?.day, "the first of the month").toBe("2025-03-01");
  expect(parseRough("2024", TODAY, "start")?.day, "the first of the year").toBe("2024-01-01");
  expect(parseRough("November 2026", "2026-11-04")?.day, "a month that has only begun").toBe("2026-11-04");
  expect(liesAhead("March 2027", TODAY), "a month that has not come").toBe(true);
  expect(liesAhead("March 2026", TODAY), "one that has").toBe(false);
});

it("goes month by month, and not ahead", () => {
  expect(otherMonth("", -1, TODAY), "the first key").toBe("November 2026");
  expect(otherMonth("January 2026", -1, TODAY)).toBe("December 2025");
  expect(otherMonth("around 12 March 2026", 1, TODAY)).toBe("April 2026");
  expect(otherMonth("November 2026", 1, TODAY), "no further than today").toBe("November 2026");
});
