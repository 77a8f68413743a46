namespace Rates.Api;

/// <summary>What one unit of a currency costs in another on a day.</summary>
/// <param name="From">Code of the currency that is sold (ISO 4217), in upper case.</param>
/// <param name="To">Code of the currency that is bought (ISO 4217), in upper case.</param>
/// <param name="Day">The day of the rate.</param>
/// <param name="Value">The price, above zero.</param>
public sealed record Rate(string From, string To, DateOnly Day, decimal Value);
