namespace PipelineKit.Licences.Reading.NuGet;

/// <summary>The line on which each quoted name of a project or lock file first stands, so that a finding points at it.</summary>
internal sealed class QuotedNames
{
    private const int MaximumLength = 200;
    private readonly Dictionary<string, int> lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="entriesOnly">Only names with an object behind them count: in a lock file, packages and not their dependencies.</param>
    public QuotedNames(string text, bool entriesOnly = false)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var rest = line;
            while (rest.IndexOf('"') is var open and >= 0 && rest[(open + 1)..].IndexOf('"') is var length and >= 0)
            {
                var behind = rest[(open + length + 2)..];
                if (length is > 0 and <= MaximumLength && (!entriesOnly || (behind.TrimStart() is [':', .. var value] && value.TrimStart() is ['{', ..])))
                {
                    lines.TryAdd(rest.Slice(open + 1, length).ToString(), number);
                }

                rest = behind;
            }
        }
    }

    /// <summary>The line, from 1; 0 if the name is not there.</summary>
    public int Line(string name) => lines.GetValueOrDefault(name);
}
