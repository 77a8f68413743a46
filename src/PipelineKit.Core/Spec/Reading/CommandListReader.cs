using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Spec.Reading;

/// <summary>Reads a list of commands, each a list of arguments: <c>[[npm, run, build]]</c>.</summary>
internal static class CommandListReader
{
    private const string Hint = "write a list of commands, each a list of arguments: [[./smoke.sh, --fast]]";

    /// <param name="node">The value.</param>
    /// <param name="key">Its key, for messages.</param>
    /// <param name="reading">Receives what is wrong.</param>
    public static IReadOnlyList<IReadOnlyList<Spanned<string>>> Read(SourceNode node, string key, SpecReading reading)
    {
        var result = new List<IReadOnlyList<Spanned<string>>>();
        if (node is not SourceList list)
        {
            reading.WrongType(node, key, "a list of commands", Hint);
            return result;
        }

        if (list.Items.Count == 0)
        {
            reading.Report(SpecDiagnostics.NothingThere, list.Span, $"{key} holds no command", Hint);
        }

        foreach (var item in list.Items)
        {
            if (item is not SourceList)
            {
                reading.WrongType(item, $"a command of {key}", "a list of arguments", Hint);
            }
            else if (reading.Texts(item, $"a command of {key}") is { Count: > 0 } argv)
            {
                result.Add(argv);
            }
        }

        return result;
    }
}
