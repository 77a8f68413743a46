using System.Globalization;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>Numbers in strings; what is no number gives null.</summary>
internal static partial class StringFunctions
{
    private static IEnumerable<BuiltinFunction> Parsing() =>
    [
        new("to_int", "text", static (in a) => int.TryParse(a.Text(0), NumberStyles.Integer, a.Context.CurrentCulture, out var number) ? Boxes.Of(number) : null),
        new("to_long", "text", static (in a) => long.TryParse(a.Text(0), NumberStyles.Integer, a.Context.CurrentCulture, out var number) ? number : null),
        new("to_float", "text", static (in a) => float.TryParse(a.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, a.Context.CurrentCulture, out var number) ? number : null),
        new("to_double", "text", static (in a) => double.TryParse(a.Text(0), NumberStyles.Float | NumberStyles.AllowThousands, a.Context.CurrentCulture, out var number) ? number : null),
    ];
}
