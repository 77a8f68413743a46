using System.Text;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// The text of <c>.pipelinekit/runner.cake</c>, put together from the C# files of <c>Runner/</c>, which are tested as ordinary code.
/// Scripts know no namespaces: the namespace becomes a static class of the same name, so that nothing of the runner meets the user's names.
/// </summary>
internal static class RunnerScript
{
    private const string Prefix = "Runner/";
    private const string NamespaceLine = "namespace PipelineKitRunner;";

    // The data section names this type, and the functions stand beside it: both are outside the class.
    private const string ValueFile = Prefix + "Data/Value.cs";
    private const string GlueFile = Prefix + "Glue.cake";

    /// <summary>The whole text, always the same.</summary>
    public static string Text { get; } = Make();

    // System.Threading is among the project's implicit usings, but not among those of scripts.
    private static string Make()
    {
        var value = Read(ValueFile);
        var files = Names().Where(n => n != ValueFile && n != GlueFile).Select(Read).ToList();
        var usings = files.SelectMany(f => f.Usings).Concat(value.Usings).Append("using System.Threading;").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new StringBuilder()
            .Append("// The commented sources: src/PipelineKit.Platforms/Cake/Runner in PipelineKit's repository; here each type is one line.\n\n")
            .AppendJoin('\n', usings)
            .Append("\n\n#nullable enable\n\n")
            .Append(CompactCode.Of(value.Body))
            .Append("static class PipelineKitRunner {\n")
            .AppendJoin("", files.Select(f => CompactCode.Of(f.Body)))
            .Append("}\n")
            .Append(CompactCode.Of(Resource(GlueFile)))
            .Append("#nullable restore\n")
            .ToString();
    }

    private static IEnumerable<string> Names() => typeof(RunnerScript).Assembly.GetManifestResourceNames()
        .Select(n => n.Replace('\\', '/'))
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static Source Read(string name)
    {
        var parts = Resource(name).Split(NamespaceLine + "\n", 2, StringSplitOptions.None);
        var usings = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new Source(usings, parts[1].TrimStart('\n'));
    }

    private static string Resource(string name)
    {
        var assembly = typeof(RunnerScript).Assembly;
        var stored = assembly.GetManifestResourceNames().First(n => n.Replace('\\', '/') == name);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(stored)!, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private sealed record Source(IReadOnlyList<string> Usings, string Body);
}
