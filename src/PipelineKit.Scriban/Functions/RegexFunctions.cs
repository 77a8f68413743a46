using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The <c>regex</c> functions (built-in functions, "regex"); their time is bounded by <see cref="TemplateContext.RegexTimeOut"/>.</summary>
internal static class RegexFunctions
{
    private const int MaxPattern = 10_000;
    private const long MaxExpansion = 1 << 26;

    private delegate object? Body(in BuiltinArguments arguments, Regex regex, string text);

    public static FrozenDictionary<string, object> All { get; } = BuiltinNamespace.Share(
    [
        new("match", "text, pattern, options?", static (in a) => Run(a, "Match", 2, Match)),
        new("matches", "text, pattern, options?", static (in a) => Run(a, "Matches", 2, Matches)),
        new("replace", "text, pattern, replace, options?", static (in a) => Run(a, "Replace", 3, Replace)),
        new("split", "text, pattern, options?", static (in a) => Run(a, "Split", 2, Split)),
        new("escape", "pattern", static (in a) => a.TextOrNull(0) is { } text ? a.Limited(Regex.Escape(text)) : null),
        new("unescape", "pattern", static (in a) => Unescape(a)),
    ]);

    private static object? Run(in BuiltinArguments arguments, string function, int options, Body body)
    {
        var text = NotNull(arguments, 0, "text", function);
        var pattern = NotNull(arguments, 1, "pattern", function);
        if (pattern.Length > MaxPattern)
        {
            throw arguments.FailAt(1, $"A pattern must not be longer than {MaxPattern} characters.");
        }

        try
        {
            return body(arguments, arguments.Context.CreateRegex(pattern, Options(arguments, options)), text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw arguments.Fail($"The pattern `{pattern}` exceeded the time limit `{arguments.Context.RegexTimeOut:c}` of a regular expression.");
        }
        catch (ArgumentException invalid)
        {
            throw arguments.Fail(invalid.Message);
        }
    }

    private static string NotNull(in BuiltinArguments arguments, int index, string name, string function) =>
        arguments.TextOrNull(index) ?? throw arguments.Fail($"Argument `{name}` cannot be null for function `{function}`.");

    private static RegexOptions Options(in BuiltinArguments arguments, int index)
    {
        var options = RegexOptions.None;
        foreach (var c in arguments.Text(index))
        {
            options |= c switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return options;
    }

    private static object? Match(in BuiltinArguments arguments, Regex regex, string text)
    {
        var match = regex.Match(text);
        return match.Success ? Groups(match) : new ScriptArray();
    }

    private static object? Matches(in BuiltinArguments arguments, Regex regex, string text)
    {
        var result = new ScriptArray();
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            arguments.Context.CountIteration(arguments.Span, arguments.Context.IsInLoop ? 1 : result.Count + 1);
            result.Add(Groups(match));
        }

        return result;
    }

    private static ScriptArray Groups(Match match)
    {
        var groups = new ScriptArray(match.Groups.Count);
        for (var i = 0; i < match.Groups.Count; i++)
        {
            groups.Add(match.Groups[i].Value);
        }

        return groups;
    }

    private static object? Replace(in BuiltinArguments arguments, Regex regex, string text)
    {
        var replacement = NotNull(arguments, 2, "replace", "Replace");
        if ((long)replacement.AsSpan().Count('$') * text.Length > MaxExpansion)
        {
            throw arguments.Fail("The resulting string is too long.");
        }

        var result = new StringBuilder();
        var at = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            result.Append(text, at, match.Index - at).Append(match.Result(replacement));
            at = match.Index + match.Length;
            arguments.Context.CheckLength(arguments.Span, result.Length);
            arguments.Context.Tick(arguments.Caller);
        }

        return arguments.Limited(result.Append(text, at, text.Length - at).ToString());
    }

    private static object? Split(in BuiltinArguments arguments, Regex regex, string text)
    {
        var parts = regex.Split(text);
        arguments.Context.CountIteration(arguments.Span, parts.Length);
        return new ScriptArray(parts);
    }

    private static string? Unescape(in BuiltinArguments arguments)
    {
        try
        {
            return arguments.TextOrNull(0) is { } text ? Regex.Unescape(text) : null;
        }
        catch (ArgumentException invalid)
        {
            throw arguments.Fail(invalid.Message);
        }
    }
}
