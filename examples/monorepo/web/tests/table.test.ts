import { describe, expect, it } from "vitest";

import { formatAmount, rateTable } from "../src/index.js";

describe("formatAmount", () => {
  it.each([
    [0, "eur", "0.00 EUR"],
    [999.994, "EUR", "999.99 EUR"],
    [1234.5, "EUR", "1 234.50 EUR"],
    [-1234567.891, "USD", "-1 234 567.89 USD"],
  ])("writes %d %s as %s", (amount, currency, text) => {
    expect(formatAmount(amount, currency)).toBe(text);
  });
});

describe("rateTable", () => {
  it("puts the cheapest first and leaves the list as it was", () => {
    const rates = [
      { from: "EUR", to: "USD", value: 1.1 },
      { from: "EUR", to: "CHF", value: 0.93 },
      { from: "EUR", to: "AUD", value: 1.1 },
    ];
    const table = rateTable("Today", rates);
    expect(table.match(/\d\.\d\d [A-Z]{3}/g)).toEqual(["0.93 CHF", "1.10 AUD", "1.10 USD"]);
    expect(rates[0]?.to).toBe("USD");
  });

  it("escapes every text", () => {
    const table = rateTable("<b>", [{ from: "<i>", to: "&", value: 1 }]);
    expect(table).toBe("<table><caption>&lt;b&gt;</caption><tr><th>&lt;i&gt;</th><td>1.00 &amp;</td></tr></table>");
  });
});
