using System.Text.RegularExpressions;

namespace PipelineKit.Parity.Tests.Tables;

/// <summary>A text with names in braces, read backwards: which values were put in.</summary>
internal sealed partial class Pattern
{
    private readonly Regex _regex;
    private readonly List<string> _names;

    public Pattern(string text)
    {
        Program = text.Split(' ')[0];
        _names = [.. Names().Matches(text).Select(name => name.Groups[1].Value)];
        var parts = Names().Split(text).Where((_, at) => at % 2 == 0).Select(Regex.Escape);
        _regex = new Regex("^" + string.Join("(.+?)", parts) + "$", RegexOptions.CultureInvariant);
    }

    /// <summary>The first word.</summary>
    public string Program { get; }

    /// <summary>The values by name, or null when the text was not made from this pattern.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Read(string text) =>
        _regex.Match(text) is { Success: true } match ? [.. _names.Select((name, at) => KeyValuePair.Create(name, match.Groups[at + 1].Value))] : null;

    [GeneratedRegex(@"\{([\w-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
