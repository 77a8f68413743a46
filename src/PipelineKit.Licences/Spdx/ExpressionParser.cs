namespace PipelineKit.Licences.Spdx;

/// <summary>
/// Reads licence expressions (SPDX 2.3, annex D; grammar of SPDX 3.0 for <c>AdditionRef-</c>). WITH binds more closely than
/// AND, AND more closely than OR.
/// </summary>
public sealed class ExpressionParser
{
    /// <summary>Longest text that is read, in characters.</summary>
    public const int MaximumLength = 4096;

    /// <summary>Deepest nesting of brackets that is read.</summary>
    public const int MaximumDepth = 64;

    private readonly string text;
    private readonly Func<string, LicenceExpression>? readName;
    private readonly List<ExpressionToken> tokens;
    private int next;
    private ExpressionResult? wrong;

    private ExpressionParser(string text, Func<string, LicenceExpression>? readName)
    {
        this.text = text;
        this.readName = readName;
        tokens = ExpressionScanner.Scan(text);
    }

    /// <summary>Reads an expression whose identifiers must all be on the SPDX list or be references.</summary>
    /// <param name="text">The expression; at most <see cref="MaximumLength"/> characters.</param>
    public static ExpressionResult Parse(string text) => Read(text, null);

    /// <summary>Reads an expression in which <paramref name="readName"/> says what a name means that is no identifier.</summary>
    internal static ExpressionResult ParseNames(string text, Func<string, LicenceExpression> readName) => Read(text, readName);

    private static ExpressionResult Read(string text, Func<string, LicenceExpression>? readName)
    {
        if (text.Length > MaximumLength)
        {
            return ExpressionResult.Wrong($"the expression is longer than {MaximumLength} characters", MaximumLength);
        }

        var parser = new ExpressionParser(text, readName);
        var expression = parser.Choice(0);
        if (expression is not null && parser.Peek.Kind != TokenKind.End)
        {
            parser.Fail(parser.Peek.Kind == TokenKind.Close ? "\")\" closes nothing" : "expected AND, OR or the end");
        }

        return parser.wrong ?? ExpressionResult.Ok(expression!);
    }

    private ExpressionToken Peek => tokens[next];

    private LicenceExpression? Choice(int depth) => Chain(TokenKind.Or, depth, Conjunction, LicenceExpression.AnyOf);

    private LicenceExpression? Conjunction(int depth) => Chain(TokenKind.And, depth, Primary, LicenceExpression.AllOf);

    private LicenceExpression? Chain(
        TokenKind separator, int depth, Func<int, LicenceExpression?> part, Func<IEnumerable<LicenceExpression>, LicenceExpression> combine)
    {
        if (part(depth) is not { } first)
        {
            return null;
        }

        if (Peek.Kind != separator)
        {
            return first;
        }

        var parts = new List<LicenceExpression> { first };
        while (Peek.Kind == separator)
        {
            next++;
            if (part(depth) is not { } following)
            {
                return null;
            }

            parts.Add(following);
        }

        return combine(parts);
    }

    private LicenceExpression? Primary(int depth)
    {
        switch (Peek.Kind)
        {
            case TokenKind.Open when depth >= MaximumDepth:
                return Fail($"brackets are nested deeper than {MaximumDepth}");
            case TokenKind.Open:
                next++;
                var inner = Choice(depth + 1);
                if (inner is null)
                {
                    return null;
                }

                if (Peek.Kind != TokenKind.Close)
                {
                    return Fail("\")\" is missing");
                }

                next++;
                return inner;
            case TokenKind.Word:
                return Name();
            default:
                return Fail("expected a licence identifier");
        }
    }

    private LicenceExpression? Name()
    {
        var first = Peek;
        next++;
        while (readName is not null && Peek.Kind == TokenKind.Word)
        {
            next++;
        }

        var last = tokens[next - 1];
        var name = text[first.Start..(last.Start + last.Length)];
        var term = TermReader.Read(name);
        if (term is null && readName is null)
        {
            return Fail($"\"{name}\" is not an identifier of the SPDX licence list", first.Start);
        }

        var expression = term ?? readName!(name);
        return Peek.Kind == TokenKind.With ? With(expression, name) : expression;
    }

    private LicenceExpression? With(LicenceExpression licence, string name)
    {
        next++;
        if (Peek.Kind != TokenKind.Word)
        {
            return Fail("expected an exception identifier after WITH");
        }

        var token = Peek;
        next++;
        var exception = TermReader.ReadException(text.Substring(token.Start, token.Length));
        if (exception is not null && licence is LicenceTerm { Exception: null } term)
        {
            return term with { Exception = exception };
        }

        return readName is null
            ? Fail($"\"{text.Substring(token.Start, token.Length)}\" is not an exception of the SPDX list", token.Start)
            : new UnresolvedLicence($"{name} WITH {text.Substring(token.Start, token.Length)}", []);
    }

    private LicenceExpression? Fail(string error, int? position = null)
    {
        wrong ??= ExpressionResult.Wrong(error, position ?? Peek.Start);
        return null;
    }
}
