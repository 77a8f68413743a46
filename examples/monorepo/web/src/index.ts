/**
 * Shows rates as tables.
 *
 * @packageDocumentation
 */
export { formatAmount } from "./amount.js";
export { type Rate, rateTable } from "./table.js";
