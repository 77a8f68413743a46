/**
 * Writes an amount with two digits and groups of three, independent of the reader's language.
 *
 * @param amount - The amount.
 * @param currency - Code of the currency (ISO 4217).
 * @returns A text such as `1 234.50 EUR`.
 */
export function formatAmount(amount: number, currency: string): string {
  const [whole = "0", hundredths = "00"] = Math.abs(amount).toFixed(2).split(".");
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${amount < 0 ? "-" : ""}${groups.join(" ")}.${hundredths} ${currency.toUpperCase()}`;
}
