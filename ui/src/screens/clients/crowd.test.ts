// A picture of thousands: a few shapes and links, and each client is still found by pointing.
import { describe, expect, it } from "vitest";
import type { ScatterMark } from "../../lib/api/types";
import { crowds, FEW, nearest, parted } from "./crowd";

function mark(place: number, change: Partial<ScatterMark> = {}): ScatterMark {
  return {
    client: String(place),
    name: `Client ${String(place)}`,
    verdict: "healthy",
    hollow: false,
    x: place,
    y: 10,
    x_low: 0,
    x_high: 0,
    y_low: 0,
    y_high: 0,
    label: null,
    met_share: 1,
    satisfaction: 4,
    check_ins: 3,
    ...change,
  };
}

const many = (n: number, change: Partial<ScatterMark> = {}): ScatterMark[] =>
  Array.from({ length: n }, (_, place) => mark(place, change));

describe("a crowd", () => {
  it("is none where there are few", () => {
    expect(parted(many(FEW)).alone, "each has its link").toHaveLength(FEW);
    expect(parted(many(FEW)).crowd).toEqual([]);
  });

  it("leaves those with a name beside them to themselves", () => {
    const named = mark(5000, { label: { x: 0, y: 0, end: false }, verdict: "never_happy" });
    const { alone, crowd } = parted([...many(2000), named]);
    expect(alone).toEqual([named]);
    expect(crowd).toHaveLength(2000);
    const names = parted(many(500, { label: { x: 0, y: 0, end: false } }));
    expect([names.alone.length, names.crowd.length], "but not a crowd of names").toEqual([FEW, 500 - FEW]);
  });

  it("is a shape for each look, with a dot for each mark", () => {
    const marks = [
      ...many(3),
      mark(3, { verdict: "never_happy" }),
      mark(4, { verdict: "not_enough_evidence", hollow: true }),
    ];
    const shapes = crowds(marks);
    expect(shapes.map(({ tone, hollow, path }) => [tone, hollow, path.split("M").length - 1])).toEqual([
      ["good", false, 3],
      ["bad", false, 1],
      ["plain", true, 1],
    ]);
  });

  it("is opened by the mark that is nearest", () => {
    const marks = [mark(0), mark(20), mark(100)];
    expect(nearest(marks, 12, 12)?.client).toBe("20");
    expect(nearest(marks, 8, 8)?.client).toBe("0");
    expect(nearest(marks, 60, 10), "nothing is near").toBeNull();
  });
});
