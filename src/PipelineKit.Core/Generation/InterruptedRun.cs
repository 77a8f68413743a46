using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Files;

namespace PipelineKit.Core.Generation;

/// <summary>What a run left behind that was cut off: a journal, and temporary files beside the outputs. Looks and tells; only a run that writes clears it away.</summary>
internal sealed class InterruptedRun
{
    private readonly bool _hasJournal;

    private InterruptedRun(RepositoryRoot root, IReadOnlyList<OutputFile> outputs)
    {
        _hasJournal = root.WhyUnsafe(Journal.FilePath) is null && FileReader.Exists(root.FullPath(Journal.FilePath));
        var content = root.Read(Journal.FilePath, FileReader.SmallFile);
        var read = content.IsRead ? Journal.Parse(content.Bytes) : null;
        (Journal, JournalIsOurs) = (read ?? Journal.Empty, read is not null);
        string[] temporaries = [.. outputs.Select(o => o.Path).Append(Journal.FilePath).Select(OutputWriter.TemporaryOf)];
        Temporaries = [.. temporaries.Where(t => root.WhyUnsafe(t) is null && FileReader.Exists(root.FullPath(t)))];
        var paths = outputs.Select(o => o.Path).ToHashSet(StringComparer.Ordinal);
        Strangers = [.. Journal.Outputs.Keys.Where(p => !paths.Contains(p)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The journal; empty when there is none or when it is not one of ours.</summary>
    public Journal Journal { get; }

    /// <summary>Temporary files beside outputs of this spec.</summary>
    public IReadOnlyList<string> Temporaries { get; }

    /// <summary>True when there is anything to clear away.</summary>
    public bool IsThere => _hasJournal || Temporaries.Count > 0;

    private bool JournalIsOurs { get; }

    /// <summary>What the journal names that is no output of this spec: left alone, whatever it is.</summary>
    private IReadOnlyList<string> Strangers { get; }

    public static InterruptedRun Of(RepositoryRoot root, IReadOnlyList<OutputFile> outputs) => new(root, outputs);

    /// <summary>Says what lies there and that a run will clear it away.</summary>
    public void Tell(DiagnosticBag diagnostics)
    {
        if (IsThere)
        {
            diagnostics.Add(
                OutputDiagnostics.Interrupted,
                SourceSpan.WholeFile(Journal.FilePath),
                $"an earlier run was interrupted and left {MessageText.List([.. Names()])}",
                "`pipelinekit generate` puts it right");
        }
    }

    /// <summary>Removes the traces, once the outputs are in place.</summary>
    public void Clear(RepositoryRoot root, DiagnosticBag diagnostics)
    {
        foreach (var name in Names().Where(n => FileReader.Exists(root.FullPath(n))))
        {
            root.Changes.Delete(root.FullPath(name));
        }

        if (_hasJournal && !JournalIsOurs)
        {
            diagnostics.Add(
                OutputDiagnostics.Recovered,
                SourceSpan.WholeFile(Journal.FilePath),
                "this was no journal of a run of this program; it was removed, and nothing that it names was touched");
        }
        else if (IsThere)
        {
            var left = Strangers.Count == 0 ? "" : $"; {MessageText.List(Strangers)} are no outputs of this spec and were left alone";
            diagnostics.Add(OutputDiagnostics.Recovered, SourceSpan.WholeFile(Journal.FilePath), $"an interrupted run was put right and its traces removed{left}");
        }
    }

    private IEnumerable<string> Names() => _hasJournal ? Temporaries.Append(Journal.FilePath) : Temporaries;
}
