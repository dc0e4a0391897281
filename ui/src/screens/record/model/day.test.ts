import { expect, test } from "vitest";
import { fieldDay, parseDay, plusMonths, type Lean } from "./day";

const TODAY = "2026-11-22"; // a Sunday

function check(text: string, expected: string | null, lean: Lean = "near"): void {
  expect(parseDay(text, TODAY, lean), `“${text}” read with the lean ${lean}`).toBe(expected);
}

test.each([
  ["2026-11-22", "2026-11-22"],
  ["2026/1/5", "2026-01-05"],
  ["20261122", "2026-11-22"],
  ["22.11.2026", "2026-11-22"],
  ["22/11/26", "2026-11-22"],
  ["22-11-2026", "2026-11-22"],
  ["1 2 2026", "2026-02-01"],
  ["5/6/1998", "1998-06-05"],
  ["5/6/98", "1998-06-05"],
  ["22 Nov 2026", "2026-11-22"],
  ["22nd of november", "2026-11-22"],
  ["November 3, 2025", "2025-11-03"],
  ["3. Sept 2025", "2025-09-03"],
  ["sep 3 25", "2025-09-03"],
])("a full day is read, day first: %s", (text, expected) => {
  check(text, expected);
});

test("where only month first is possible, it is read so", () => {
  check("11/22/2026", "2026-11-22");
  check("11/25", "2026-11-25");
});

test("a day without a year is the nearest that the lean allows", () => {
  check("22/11", "2026-11-22");
  check("3/1", "2027-01-03");
  check("3/1", "2026-01-03", "past");
  check("1 dec", "2026-12-01");
  check("1 dec", "2025-12-01", "past");
  check("20.11.", "2027-11-20", "future");
  check("29/2", "2028-02-29", "future");
  check("29/2", "2024-02-29", "past");
  check("15", "2026-11-15");
  check("30", "2026-10-30", "past");
  check("10", "2026-12-10", "future");
});

test("words and counts are read from today", () => {
  check("today", TODAY);
  check("Yesterday", "2026-11-21");
  check("tom", "2026-11-23");
  check("+3", "2026-11-25");
  check("-2", "2026-11-20");
  check("+2w", "2026-12-06");
  check("+3 months", "2027-02-22");
  check("in 2 weeks", "2026-12-06");
  check("a week ago", "2026-11-15");
  check("10 days ago", "2026-11-12");
});

test("a weekday leans back for what happened and ahead for what is due", () => {
  check("fri", "2026-11-20", "past");
  check("fri", "2026-11-27");
  check("Sunday", TODAY, "past");
  check("last sunday", "2026-11-15", "past");
  check("next sun", "2026-11-29");
  check("tues", "2026-11-24", "future");
});

test.each([
  "",
  "   ",
  "31/2/2026",
  "2026-13-01",
  "2026-02-30",
  "32",
  "0",
  "soon",
  "t",
  "12/12/12/12",
  "22 foo",
  "99/99",
])("what is no day is not guessed: “%s”", (text) => {
  check(text, null);
});

test("a day in a field is read back as the same day", () => {
  for (let index = 0; index < 400; index += 1) {
    const day = new Date(Date.UTC(2024, 0, 1 + index * 3)).toISOString().slice(0, 10);
    expect(parseDay(fieldDay(day), TODAY), `${day} stands as ${fieldDay(day)}`).toBe(day);
  }
  expect(fieldDay(null), "no day leaves the field empty").toBe("");
});

test("a month that is too short ends on its last day", () => {
  expect(plusMonths("2026-01-31", 1), "31 January and one month").toBe("2026-02-28");
  expect(plusMonths("2026-01-31", -2), "31 January less two months").toBe("2025-11-30");
});
