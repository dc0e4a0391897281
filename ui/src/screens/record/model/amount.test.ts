import { expect, test } from "vitest";
import { fieldAmount, fieldMinutes, parseMinor, parseMinutes } from "./amount";

test.each([
  ["4800", "EUR", 480_000],
  ["4,800", "EUR", 480_000],
  ["4.800", "EUR", 480_000],
  ["4,800.50", "GBP", 480_050],
  ["4.800,50", "EUR", 480_050],
  ["4800,5", "EUR", 480_050],
  ["1 234 567.89", "USD", 123_456_789],
  ["1'200", "CHF", 120_000],
  ["€4,800", "EUR", 480_000],
  ["12.50 EUR", "EUR", 1_250],
  ["4800", "JPY", 4_800],
  ["1.234", "KWD", 1_234],
  ["1,234", "KWD", 1_234_000],
  ["1.2345", "EUR", null],
  ["48.5", "JPY", null],
  ["12,34,56", "EUR", null],
  ["about 50", "EUR", null],
  ["-5", "EUR", null],
  [".", "EUR", null],
  ["99999999999999999999", "EUR", null],
])("the amount “%s” in %s is %s minor units", (text, currency, expected) => {
  expect(parseMinor(text, currency), `“${text}” in ${currency}`).toBe(expected);
});

test("an amount in a field is read back as the same amount", () => {
  for (const minor of [1, 99, 100, 101, 480_000, 480_050, 123_456_789]) {
    for (const currency of ["EUR", "JPY", "KWD"]) {
      const text = fieldAmount(minor, currency);
      expect(parseMinor(text, currency), `${minor} ${currency} stands as ${text}`).toBe(minor);
    }
  }
});

test.each([
  ["11", 660],
  ["1.5", 90],
  ["1,5", 90],
  ["1:30", 90],
  ["1h 30", 90],
  ["1 h 5 min", 65],
  ["90 min", 90],
  ["2 hours", 120],
  [".25", 15],
  ["soon", null],
  ["1:75", null],
])("the time “%s” is %s minutes", (text, expected) => {
  expect(parseMinutes(text), `“${text}”`).toBe(expected);
});

test("minutes in a field are read back as the same minutes", () => {
  for (let minutes = 1; minutes < 1_000; minutes += 7) {
    expect(parseMinutes(fieldMinutes(minutes)), `${minutes} stand as ${fieldMinutes(minutes)}`).toBe(minutes);
  }
});
