namespace Rates.Api;

/// <summary>The known rates, and conversion by them.</summary>
/// <param name="rates">Rates in any order; each also serves for the opposite direction.</param>
public sealed class RateTable(IEnumerable<Rate> rates)
{
    private readonly ILookup<(string From, string To), Rate> known =
        rates.SelectMany(BothDirections).ToLookup(rate => (rate.From, rate.To));

    /// <summary>The rate that holds on a day: the newest one that is not later.</summary>
    /// <param name="from">Code of the currency that is sold; its case does not matter.</param>
    /// <param name="to">Code of the currency that is bought; its case does not matter.</param>
    /// <param name="day">The day.</param>
    /// <returns>The rate, 1 for a currency and itself, or null if none is known.</returns>
    public Rate? Find(string from, string to, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var key = (From: from.ToUpperInvariant(), To: to.ToUpperInvariant());
        return key.From == key.To
            ? new Rate(key.From, key.To, day, 1)
            : known[key].Where(rate => rate.Day <= day).MaxBy(rate => rate.Day);
    }

    /// <summary>Converts an amount.</summary>
    /// <param name="amount">How much is sold.</param>
    /// <param name="from">Code of the currency that is sold.</param>
    /// <param name="to">Code of the currency that is bought.</param>
    /// <param name="day">The day whose rate holds.</param>
    /// <returns>How much is bought, rounded to hundredths (half to even), or null if no rate is known.</returns>
    public decimal? Convert(decimal amount, string from, string to, DateOnly day) =>
        Find(from, to, day) is { } rate ? decimal.Round(amount * rate.Value, 2, MidpointRounding.ToEven) : null;

    private static IEnumerable<Rate> BothDirections(Rate rate) =>
        [rate, new Rate(rate.To, rate.From, rate.Day, 1 / rate.Value)];
}
