import escapeHtml from "escape-html";

import { formatAmount } from "./amount.js";

/** What one unit of a currency costs in another. */
export interface Rate {
  /** Code of the currency that is sold. */
  readonly from: string;
  /** Code of the currency that is bought. */
  readonly to: string;
  /** The price of one unit. */
  readonly value: number;
}

/**
 * Writes rates as an HTML table, the cheapest first.
 *
 * @param caption - Plain text above the table.
 * @param rates - The rates; they are not changed.
 * @returns The table; every text in it is escaped.
 */
export function rateTable(caption: string, rates: readonly Rate[]): string {
  const rows = rates
    .toSorted((a, b) => a.value - b.value || a.to.localeCompare(b.to, "en"))
    .map(({ from, to, value }) => `<tr><th>${escapeHtml(from)}</th><td>${escapeHtml(formatAmount(value, to))}</td></tr>`);
  return `<table><caption>${escapeHtml(caption)}</caption>${rows.join("")}</table>`;
}
