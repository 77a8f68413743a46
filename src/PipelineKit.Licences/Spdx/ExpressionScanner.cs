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

    /// <summary>
    /// Brackets that do not match, or an operator without both its sides: no name of a licence, whatever the rest resembles.
    /// </summary>
    public static bool IsBroken(string text)
    {
        var depth = 1;
        var before = TokenKind.Open;
        foreach (var token in Scan(text))
        {
            var kind = token.Kind == TokenKind.End ? TokenKind.Close : token.Kind;
            if (before is not (TokenKind.Word or TokenKind.Close) && kind is not (TokenKind.Word or TokenKind.Open))
            {
                return true;
            }

            depth += kind == TokenKind.Open ? 1 : kind == TokenKind.Close ? -1 : 0;
            if (depth < 0 || (depth == 0 && token.Kind != TokenKind.End))
            {
                return true;
            }

            before = kind;
        }

        return depth != 0;
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
