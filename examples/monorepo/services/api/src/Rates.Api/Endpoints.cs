namespace Rates.Api;

/// <summary>What the service answers.</summary>
public static class Endpoints
{
    /// <summary>Adds <c>GET /convert/{from}/{to}?amount=…&amp;day=…</c> and <c>GET /health</c>.</summary>
    /// <param name="routes">Where to add them.</param>
    /// <param name="table">The known rates.</param>
    public static void Map(IEndpointRouteBuilder routes, RateTable table)
    {
        routes.MapGet("/health", () => Results.Ok());
        routes.MapGet("/convert/{from}/{to}", (string from, string to, decimal amount, DateOnly day) => Convert(table, from, to, amount, day));
    }

    private static IResult Convert(RateTable table, string from, string to, decimal amount, DateOnly day) =>
        table.Convert(amount, from, to, day) is { } result
            ? Results.Ok(new { amount = result, currency = to.ToUpperInvariant() })
            : Results.NotFound(new { problem = $"no rate from {from} to {to} on {day:yyyy-MM-dd}" });
}
