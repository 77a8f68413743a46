/** Whole numbers from `first` to `last`, both included. */
export interface Range {
  /** The smallest number, at least 1. */
  readonly first: number;
  /** The largest number, at least `first`; `Infinity` for a range without an end. */
  readonly last: number;
}

/** A set of whole numbers, kept as ranges that are in order and do not touch. */
export class PageRanges {
  /** The ranges in ascending order; between two of them at least one number is missing. */
  readonly ranges: readonly Range[];

  /**
   * Makes a set of ranges that may overlap and stand in any order.
   *
   * @param ranges - The ranges; one with `last` before `first` holds nothing.
   */
  constructor(ranges: Iterable<Range>) {
    this.ranges = merge([...ranges].filter((r) => r.first <= r.last));
  }

  /**
   * How many numbers the set holds.
   *
   * @returns The number, `Infinity` if a range has no end.
   */
  get size(): number {
    return this.ranges.reduce((sum, r) => sum + r.last - r.first + 1, 0);
  }

  /**
   * Whether a number is in the set.
   *
   * @param page - The number.
   * @returns Whether one of the ranges holds it.
   */
  has(page: number): boolean {
    return this.ranges.some((r) => r.first <= page && page <= r.last);
  }

  /**
   * The numbers that both sets hold.
   *
   * @param other - The other set.
   * @returns A new set.
   */
  intersect(other: PageRanges): PageRanges {
    const both = this.ranges.flatMap((a) =>
      other.ranges.map((b) => ({ first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) })),
    );
    return new PageRanges(both);
  }

  /**
   * The numbers in ascending order, up to a last one.
   *
   * @param last - Where to end, for sets without an end.
   * @returns The numbers.
   */
  *pages(last: number): Generator<number, void, undefined> {
    for (const range of this.ranges) {
      for (let page = range.first; page <= Math.min(range.last, last); page++) yield page;
    }
  }

  /**
   * The set as text.
   *
   * @returns What `parseRanges` reads back to an equal set.
   */
  toString(): string {
    return this.ranges.map(rangeText).join(",");
  }
}

function rangeText({ first, last }: Range): string {
  if (last === Infinity) return `${first.toString()}-`;
  return first === last ? first.toString() : `${first.toString()}-${last.toString()}`;
}

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.sort((a, b) => a.first - b.first)) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.first <= previous.last + 1) {
      merged.splice(-1, 1, { first: previous.first, last: Math.max(previous.last, range.last) });
    } else {
      merged.push(range);
    }
  }
  return merged;
}
