import { describe, expect, it } from "vitest";

import { PageRanges, parseRanges } from "../src/index.js";

describe("PageRanges", () => {
  it("counts its numbers", () => {
    expect(parseRanges("1-3,7").size).toBe(4);
    expect(parseRanges("5-").size).toBe(Infinity);
    expect(new PageRanges([]).size).toBe(0);
  });

  it("holds both ends of a range and nothing between ranges", () => {
    const ranges = parseRanges("2-4,8");
    expect([1, 2, 4, 5, 8, 9].map((page) => ranges.has(page))).toEqual([false, true, true, false, true, false]);
  });

  it.each([
    ["1-5", "3-8", "3-5"],
    ["1-3,7-", "2,9-10", "2,9-10"],
    ["1-2", "3-4", ""],
  ])("intersects %s with %s", (a, b, both) => {
    expect(parseRanges(a).intersect(parseRanges(b)).toString()).toBe(both);
  });

  it("lists the numbers of a set without an end up to a last one", () => {
    expect([...parseRanges("2,5-").pages(7)]).toEqual([2, 5, 6, 7]);
  });
});
