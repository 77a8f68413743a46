namespace PipelineKit.Licences.Spdx;

/// <summary>
/// Splits an expression into words, brackets and operators. Operators are in capitals (SPDX 2.3) or all lower case (SPDX 3.0);
/// a lower-case "or" before "later" and the like is part of a name.
/// </summary>
internal static class ExpressionScanner
{
    public static List<ExpressionToken> Scan(string text)
    {
        var tokens = new List<ExpressionToken>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(new(c == '(' ? TokenKind.Open : TokenKind.Close, at++, 1));
            }
            else
            {
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
                {
                    at++;
                }

                tokens.Add(new(Kind(text.AsSpan(start, at - start), text.AsSpan(at)), start, at - start));
            }
        }

        tokens.Add(new(TokenKind.End, text.Length, 0));
        return tokens;
    }

    private static TokenKind Kind(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) => word switch
    {
        "AND" or "and" => TokenKind.And,
        "OR" or "-or-" or "-OR-" => TokenKind.Or,
        "or" => IsLater(rest) ? TokenKind.Word : TokenKind.Or,
        "WITH" or "with" => TokenKind.With,
        _ => TokenKind.Word,
    };

    private static bool IsLater(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return rest.StartsWith("later", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("newer", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("any ", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("above", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("greater", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("higher", StringComparison.OrdinalIgnoreCase);
    }
}
