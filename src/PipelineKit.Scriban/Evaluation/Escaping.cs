using System.Globalization;
using System.Text;

namespace Scriban.Evaluation;

/// <summary>Escape sequences of printed strings.</summary>
internal static class Escaping
{
    public static void AppendEscaped(StringBuilder target, string text)
    {
        foreach (var c in text)
        {
            var escape = c switch
            {
                '\\' => "\\\\",
                '"' => "\\\"",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\b' => "\\b",
                '\f' => "\\f",
                '\v' => "\\v",
                '\a' => "\\a",
                '\0' => "\\0",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"),
                _ => null,
            };
            if (escape is null)
            {
                target.Append(c);
            }
            else
            {
                target.Append(escape);
            }
        }
    }

    public static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(name[0] == '_' || char.IsLetter(name[0])))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c != '_' && !char.IsLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }
}
