namespace PipelineKit.Licences.Reading;

/// <summary>The licence files of an installed package.</summary>
internal static class PackageFiles
{
    private const int MaximumFiles = 16;

    private static readonly string[] Names = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "MIT-LICENSE", "LICENCE-MIT"];

    /// <summary>The text of a file that the package names; null if it names none of its own.</summary>
    public static LicenceStatement? ReadNamed(string folder, string name, ReadContext context)
    {
        var path = Path.GetFullPath(Path.Combine(folder, name.Replace('\\', '/').TrimStart('/')));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Statement(path, context) : null;
    }

    /// <summary>The texts of all files that are named like a licence.</summary>
    public static IEnumerable<LicenceStatement> ReadAll(string folder, ReadContext context)
    {
        var named = context.Files.Files(folder).Where(path => IsLicence(Path.GetFileName(path)))
            .Concat(context.Files.Files(Path.Combine(folder, "licenses")));
        foreach (var path in named.Take(MaximumFiles))
        {
            if (Statement(path, context) is { } statement)
            {
                yield return statement;
            }
        }
    }

    private static bool IsLicence(string name)
    {
        foreach (var start in Names)
        {
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                && (name.Length == start.Length || !char.IsAsciiLetter(name[start.Length]))
                && Path.GetExtension(name).ToUpperInvariant() is not (".JS" or ".TS" or ".PY" or ".CS" or ".JSON" or ".HTML" or ".SPDX"))
            {
                return true;
            }
        }

        return false;
    }

    private static LicenceStatement? Statement(string path, ReadContext context) =>
        context.Files.ReadText(path, ScanFiles.MaximumMetadata) is { Length: > 0 } text
            ? new(StatementKind.Text, text, new(context.Files.Display(path)))
            : null;
}
