/**
 * Sets of whole numbers as people write them: `1-3,7,10-`.
 *
 * @packageDocumentation
 */
export { PageRangeError, parseRanges } from "./parse.js";
export { PageRanges, type Range } from "./ranges.js";
