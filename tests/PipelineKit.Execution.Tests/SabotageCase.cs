using System.Globalization;
using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Execution.Tests;

/// <summary>
/// A folder of <c>tests/cases/sabotage</c>, named STACK-STAGE: <c>change.patch</c> with at most five changed lines, and <c>expected.yml</c> with
/// what the stage must say about them: <c>report</c> (a file below the job's folder, or <c>log</c>), <c>rule</c>, <c>file</c>, <c>line</c>, or
/// <c>coverage</c> (per cent, one decimal), and <c>text</c> that the finding holds.
/// </summary>
internal sealed class SabotageCase
{
    private readonly Dictionary<string, string> _expected;

    private SabotageCase(string folder)
    {
        Name = Path.GetFileName(folder);
        Patch = Path.Combine(folder, "change.patch");
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.ReadFile(Path.Combine(folder, "expected.yml"), $"{Name}/expected.yml", diagnostics);
        diagnostics.HasErrors.ShouldBeFalse();
        _expected = ((SourceMap)node!).Entries.ToDictionary(e => e.Key.Value, e => ((SourceScalar)e.Value).Value);
    }

    public string Name { get; }

    public string Patch { get; }

    public string Stack => Name.Split('-')[0];

    /// <summary>The stage that must fail, and no other.</summary>
    public string Stage => Name[(Stack.Length + 1)..];

    public string Report => _expected["report"];

    public string? Rule => _expected.GetValueOrDefault("rule");

    public string? File => _expected.GetValueOrDefault("file");

    public int? Line => _expected.GetValueOrDefault("line") is { } line ? int.Parse(line, CultureInfo.InvariantCulture) : null;

    /// <summary>Rate of covered lines in per cent, as written.</summary>
    public string? Coverage => _expected.GetValueOrDefault("coverage");

    public string? Text => _expected.GetValueOrDefault("text");

    /// <summary>Lines that the patch adds or removes; a line that is replaced counts once.</summary>
    public int ChangedLines => Math.Max(Count('+'), Count('-'));

    public static IReadOnlyList<SabotageCase> All { get; } =
        [.. TestFolders.Names(Path.Combine(TestFolders.Cases, "sabotage")).Select(n => new SabotageCase(Path.Combine(TestFolders.Cases, "sabotage", n)))];

    public static SabotageCase Named(string name) => All.Single(c => c.Name == name);

    private int Count(char sign) =>
        System.IO.File.ReadLines(Patch).Count(l => l.StartsWith(sign) && !l.StartsWith(new string(sign, 3), StringComparison.Ordinal));
}
