namespace PipelineKit.Core.Model;

/// <summary>The lines of a language that exist (<c>templates/pins/languages.yml</c>), oldest first.</summary>
/// <param name="newest">Line that a first pipeline ends with.</param>
/// <param name="lines">Lines with the month of their last security fix, and whether they are supported at the time of the table.</param>
public sealed class LanguageLines(string newest, IReadOnlyList<LanguageLine> lines)
{
    /// <summary>Line that a first pipeline ends with.</summary>
    public string Newest => newest;

    /// <summary>Every line of the table.</summary>
    public IReadOnlyList<string> All { get; } = [.. lines.Select(l => l.Line)];

    /// <summary>Lines that get security fixes.</summary>
    public IReadOnlyList<string> Supported { get; } = [.. lines.Where(l => l.Supported).Select(l => l.Line)];

    /// <summary>Place of a line in the table, or -1.</summary>
    public int IndexOf(string line) => All.ToList().IndexOf(line);

    /// <summary>The line of the table that a version belongs to (<c>3.12.4</c>, <c>v22.x</c>, <c>10.0.100</c>), or null.</summary>
    public string? LineOf(string version)
    {
        var text = version.Trim().TrimStart('v').Split('-')[0];
        return All.FirstOrDefault(line => text == line || text.StartsWith(line + ".", StringComparison.Ordinal));
    }
}

/// <summary>A line of a language.</summary>
/// <param name="Line">Major version, or major and minor, as toolchains name it.</param>
/// <param name="Ends">Month of the last security fix, <c>2027-10</c>.</param>
/// <param name="Supported">It gets security fixes at the time of the table.</param>
public sealed record LanguageLine(string Line, string Ends, bool Supported);
