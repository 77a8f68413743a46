import { PageRanges, type Range } from "./ranges.js";

/** A text that is no list of ranges. */
export class PageRangeError extends Error {
  /** Where in the text the problem stands, from 0. */
  readonly position: number;

  /**
   * Says what is wrong and where.
   *
   * @param problem - What is wrong.
   * @param position - Where, from 0.
   */
  constructor(problem: string, position: number) {
    super(`${problem} at position ${position.toString()}`);
    this.name = "PageRangeError";
    this.position = position;
  }
}

const digits = /^\d+$/;

/**
 * Reads ranges of whole numbers from 1: `1-3,7,10-`.
 *
 * @param text - Numbers and ranges with commas between them, in any order; a range without an end has no last number.
 * @returns The set.
 * @throws {@link PageRangeError} if a part is neither a number nor a range, or a range runs backwards.
 */
export function parseRanges(text: string): PageRanges {
  const ranges: Range[] = [];
  let position = 0;
  for (const written of text.split(",")) {
    const start = position + written.length - written.trimStart().length;
    ranges.push(parsePart(written.trim(), start));
    position += written.length + 1;
  }
  return new PageRanges(ranges);
}

function parsePart(text: string, position: number): Range {
  const [from = "", to, ...more] = text.split("-").map((written) => written.trim());
  if (!digits.test(from) || more.length > 0 || (to !== undefined && to !== "" && !digits.test(to))) {
    throw new PageRangeError(`"${text}" is neither a number nor a range`, position);
  }
  const first = Number(from);
  const last = to === undefined ? first : to === "" ? Infinity : Number(to);
  if (first < 1) throw new PageRangeError("numbers begin with 1", position);
  if (last < first) throw new PageRangeError(`"${text}" runs backwards`, position);
  return { first, last };
}
