using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Stages.Rendering;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Stages.Documents;

/// <summary>
/// Refuses scripts that hold a value. The rendered text still has its marks around everything that an expression wrote, so that no form of
/// scalar can hide one.
/// </summary>
internal static class ScriptCheck
{
    public static void Run(string marked, string file, DiagnosticBag diagnostics)
    {
        if (!marked.Contains("script", StringComparison.Ordinal))
        {
            return;
        }

        var ignored = new DiagnosticBag();
        if (YamlReader.Read(marked, file, ignored) is { } node)
        {
            Walk(node, diagnostics);
        }
    }

    private static void Walk(SourceNode node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case SourceList list:
                foreach (var item in list.Items)
                {
                    Walk(item, diagnostics);
                }

                break;
            case SourceMap map:
                foreach (var entry in map.Entries)
                {
                    Check(entry, diagnostics);
                    Walk(entry.Value, diagnostics);
                }

                break;
        }
    }

    private static void Check(SourceEntry entry, DiagnosticBag diagnostics)
    {
        if (entry.Key.Value == "script" && entry.Value is SourceScalar scalar && scalar.Value.Contains(ValueMarks.Begin, StringComparison.Ordinal))
        {
            diagnostics.Add(
                StageDiagnostics.ValueInScript,
                entry.Key.Span,
                "a script must be literal text of the template, without values",
                "pass values as environment variables, or use \"argv\"");
        }
    }
}
