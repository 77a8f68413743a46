namespace Scriban.Parsing;

/// <summary>Escape sequences of quoted strings.</summary>
internal sealed partial class Lexer
{
    /// <summary>Length of the escape sequence at the current backslash; reports one that the language does not know.</summary>
    private int EscapeLength()
    {
        var next = Peek();
        switch (next)
        {
            case '\0' when _at + 1 >= _text.Length:
                return 1;
            case '\r':
                return Peek(2) == '\n' ? 3 : 2;
            case 'u':
                return HexEscape(4);
            case 'x':
                return HexEscape(2);
            case '\'' or '"' or '\\' or 'n' or 'r' or 't' or 'b' or 'f' or 'v' or '0' or '{' or '}' or '\n':
                return 2;
            default:
                Error(_at + 1, $"Unexpected escape character `{next}` in string. Only \\ ' \" 0 b f n r t v u0000-uFFFF x00-xFF are allowed");
                return 2;
        }
    }

    private int HexEscape(int digits)
    {
        for (var i = 0; i < digits; i++)
        {
            if (!char.IsAsciiHexDigit(Peek(2 + i)))
            {
                Error(Math.Min(_at + 2 + i, _text.Length - 1), $"Unexpected hex number `{Peek(2 + i)}` following `\\{Peek()}`. Expecting {digits} hexadecimal digits");
                return 2 + i;
            }
        }

        return 2 + digits;
    }
}
