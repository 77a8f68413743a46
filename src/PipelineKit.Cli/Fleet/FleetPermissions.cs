namespace PipelineKit.Cli.Fleet;

/// <summary>Finds changes that give a workflow more permissions: they are for a person to see.</summary>
internal static class FleetPermissions
{
    /// <summary>Permissions that a hunk adds and does not take away elsewhere, as the file writes them (<c>id-token: write</c>).</summary>
    public static IReadOnlyList<string> Added(string path, IReadOnlyList<string> lines)
    {
        if (!path.Contains("/workflows/", StringComparison.Ordinal))
        {
            return [];
        }

        var added = lines.Where(l => l.StartsWith('+')).Select(Permission).OfType<string>().ToList();
        foreach (var removed in lines.Where(l => l.StartsWith('-')).Select(Permission).OfType<string>())
        {
            added.Remove(removed);
        }

        return [.. added.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static string? Permission(string line)
    {
        var text = line[1..].Split(" #")[0].Trim();
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && text[(colon + 2)..] is "write" or "write-all" && text[..colon].All(c => char.IsAsciiLetterLower(c) || c == '-') ? text : null;
    }
}
