import { describe, expect, it } from "vitest";

import { PageRangeError, parseRanges } from "../src/index.js";

describe("parseRanges", () => {
  it.each([
    ["7", "7"],
    ["1-3,7", "1-3,7"],
    ["7, 1 - 3", "1-3,7"],
    ["1-3,2-5", "1-5"],
    ["1-3,4", "1-4"],
    ["10-,12", "10-"],
    ["5-5", "5"],
  ])("reads %s as %s", (text, normal) => {
    expect(parseRanges(text).toString()).toBe(normal);
  });

  it.each([
    ["", 0, "neither a number nor a range"],
    ["1,,2", 2, "neither a number nor a range"],
    ["1, x", 3, '"x" is neither'],
    ["-3", 0, "neither a number nor a range"],
    ["1-2-3", 0, "neither a number nor a range"],
    ["1-x", 0, "neither a number nor a range"],
    ["0-2", 0, "begin with 1"],
    ["1, 5-3", 3, "runs backwards"],
  ])("refuses %s", (text, position, problem) => {
    try {
      parseRanges(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PageRangeError);
      expect((error as PageRangeError).position).toBe(position);
      expect((error as PageRangeError).message).toContain(problem);
    }
  });
});
