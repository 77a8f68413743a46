using System.Globalization;

namespace Scriban.Functions;

/// <summary><c>math.format</c> and <c>object.format</c>: the platform's format strings, with bounded width.</summary>
internal static class Formatting
{
    private const int MaxPrecision = 1000;

    public static string? Format(in BuiltinArguments arguments)
    {
        if (arguments[0] is not { } value)
        {
            return null;
        }

        if (value is not IFormattable formattable)
        {
            throw arguments.Fail($"Unexpected `{arguments.Context.ObjectToString(value)}`. Must be a formattable object");
        }

        var format = arguments.TextOrNull(1);
        if (IsTooWide(format))
        {
            throw arguments.FailAt(1, $"The precision of a format must not exceed {MaxPrecision}.");
        }

        try
        {
            return arguments.Limited(formattable.ToString(format, Culture(arguments, 2)));
        }
        catch (FormatException invalid)
        {
            throw arguments.Fail(invalid.Message);
        }
    }

    /// <summary>A culture argument; the current culture when it was left out.</summary>
    public static CultureInfo Culture(in BuiltinArguments arguments, int index)
    {
        if (arguments.TextOrNull(index) is not { } name)
        {
            return arguments.Context.CurrentCulture;
        }

        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            throw arguments.FailAt(index, $"Culture `{name}` is not supported.");
        }
    }

    private static bool IsTooWide(string? format) =>
        format is { Length: > 4 } && char.IsAsciiLetter(format[0]) && !format.AsSpan(1).ContainsAnyExceptInRange('0', '9')
        && (!int.TryParse(format.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) || precision > MaxPrecision);
}
