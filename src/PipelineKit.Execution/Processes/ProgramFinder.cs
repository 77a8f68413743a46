namespace PipelineKit.Execution.Processes;

/// <summary>Finds the file that a program name stands for, as a shell would: a name with a slash from the folder, any other on PATH.</summary>
/// <param name="Windows">Try the endings of PATHEXT.</param>
/// <param name="SearchPath">Value of PATH.</param>
/// <param name="Extensions">Value of PATHEXT.</param>
/// <param name="Exists">Whether a file can be started.</param>
internal sealed record ProgramFinder(bool Windows, string SearchPath, string Extensions, Func<string, bool> Exists)
{
    private const string UsualExtensions = ".COM;.EXE;.BAT;.CMD";

    /// <summary>For this machine and an environment.</summary>
    public static ProgramFinder For(IReadOnlyDictionary<string, string> variables) => new(
        OperatingSystem.IsWindows(),
        variables.GetValueOrDefault("PATH") ?? "",
        variables.GetValueOrDefault("PATHEXT") is { Length: > 0 } value ? value : UsualExtensions,
        IsProgram);

    /// <summary>A name without a folder, which only PATH can resolve.</summary>
    public bool IsBare(string program) => !program.Contains('/', StringComparison.Ordinal) && !(Windows && program.AsSpan().IndexOfAny('\\', ':') >= 0);

    /// <summary>The file to start, or null.</summary>
    public string? Find(string program, string directory)
    {
        if (!IsBare(program))
        {
            return WithEndings(Combine(directory, program)).FirstOrDefault(Exists);
        }

        return SearchPath.Split(Windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries)
            .Select(f => Windows ? f.Trim('"') : f)
            .SelectMany(f => WithEndings(Combine(f, program)))
            .FirstOrDefault(Exists);
    }

    // Windows looks for NAME.EXT unless the name already ends in one of the endings; a plain file without an ending cannot be started there.
    private IEnumerable<string> WithEndings(string path)
    {
        if (!Windows)
        {
            return [path];
        }

        var endings = Extensions.Split(';', StringSplitOptions.RemoveEmptyEntries);
        return endings.Any(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? [path] : endings.Select(e => path + e.ToLowerInvariant());
    }

    private string Combine(string folder, string name)
    {
        var separator = Windows ? '\\' : '/';
        var rooted = name.StartsWith('/') || (Windows && (name.StartsWith('\\') || name.AsSpan().IndexOf(':') == 1));
        var plain = Windows ? name.Replace('/', '\\') : name;
        return rooted ? plain : folder.TrimEnd('/', separator) + separator + plain;
    }

    private static bool IsProgram(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.GetFullPath(path)) & Executable) != 0;
    }
}
