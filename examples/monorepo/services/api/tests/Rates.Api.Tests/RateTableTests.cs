namespace Rates.Api.Tests;

public sealed class RateTableTests
{
    private static readonly RateTable Table = new(
    [
        new Rate("EUR", "USD", new DateOnly(2024, 1, 2), 1.10m),
        new Rate("EUR", "USD", new DateOnly(2024, 1, 4), 1.20m),
        new Rate("EUR", "CHF", new DateOnly(2024, 1, 2), 0.93m),
    ]);

    [Theory]
    [InlineData("EUR", "USD", "2024-01-02", "11.00")]
    [InlineData("EUR", "USD", "2024-01-03", "11.00")]
    [InlineData("eur", "usd", "2024-01-05", "12.00")]
    [InlineData("USD", "EUR", "2024-01-04", "8.33")]
    [InlineData("CHF", "CHF", "1999-01-01", "10.00")]
    public void Converts_by_the_newest_rate_that_is_not_later(string from, string to, string day, string result) =>
        Assert.Equal(decimal.Parse(result, null), Table.Convert(10, from, to, DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Theory]
    [InlineData("EUR", "USD", "2024-01-01")]
    [InlineData("USD", "CHF", "2024-01-04")]
    public void Knows_nothing_without_a_rate(string from, string to, string day) =>
        Assert.Null(Table.Find(from, to, DateOnly.ParseExact(day, "yyyy-MM-dd", null)));
}
