namespace PipelineKit.Cli.Init;

/// <summary>Names that a spec takes, made from names of folders: ASCII, kebab-case, unique.</summary>
internal static class SpecNames
{
    private const int Longest = 40;

    /// <summary>A title for the pipeline: one line without anything that a platform could take for syntax.</summary>
    public static string Title(string folder)
    {
        var text = new string([.. folder.Select(c => char.IsLetterOrDigit(c) || " ._-/+()".Contains(c, StringComparison.Ordinal) ? c : '-')]).Trim();
        return text.Length == 0 ? "pipeline" : text.Length > 80 ? text[..80].Trim() : text;
    }

    /// <summary>The names of projects: the last folder of each, with the stack or a number where that is not unique.</summary>
    public static IReadOnlyList<string> OfProjects(IReadOnlyList<DetectedProject> projects)
    {
        var last = projects.Select(p => Id(p.Path == "." ? p.Stack : p.Path[(p.Path.LastIndexOf('/') + 1)..], p.Stack)).ToList();
        var names = new List<string>();
        for (var i = 0; i < projects.Count; i++)
        {
            var name = last.Count(n => n == last[i]) > 1 ? $"{last[i]}-{projects[i].Stack}" : last[i];
            var unique = name;
            for (var number = 2; names.Contains(unique); number++)
            {
                unique = $"{name}-{number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            }

            names.Add(unique);
        }

        return names;
    }

    private static string Id(string folder, string stack)
    {
        var text = new string([.. folder.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        var parts = text.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var id = string.Join('-', parts);
        if (id.Length == 0 || !char.IsAsciiLetter(id[0]))
        {
            id = id.Length == 0 ? stack : $"{stack}-{id}";
        }

        return id.Length > Longest - 10 ? id[..(Longest - 10)].TrimEnd('-') : id;
    }
}
