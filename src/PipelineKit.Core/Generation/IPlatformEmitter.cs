using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Pins;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Generation;

/// <summary>Turns the platform-neutral pipeline into the files of one platform. What it cannot express is a PK3xxx diagnostic, never dropped.</summary>
public interface IPlatformEmitter
{
    /// <summary>Id used in the spec's <c>targets</c> and <c>outputs</c>.</summary>
    string Id { get; }

    /// <summary>Path of the main file when the spec names no other, relative to the repository root.</summary>
    string DefaultPath { get; }

    /// <summary>True when somebody reads reports of a kind of this job there; a command that only makes another kind is not written.</summary>
    bool Reads(ReportKind kind, Job job, Settings settings);

    /// <summary>Makes the files. Pure: reads no file, no clock, no environment.</summary>
    IReadOnlyList<EmittedFile> Emit(Pipeline pipeline, EmitContext context);

    /// <summary>True when a path in the emitted tree (see <see cref="JsonPointer"/>) belongs to what the parity digest covers.</summary>
    bool CoversParity(IReadOnlyList<string> pointer);

    /// <summary>
    /// Why a tree that was patched is not safe (an action without a commit, an expression inside a command, …), one sentence each; empty when it is.
    /// Every generated file passes it.
    /// </summary>
    IReadOnlyList<string> Audit(YamlMap tree);

    /// <summary>Places of a file of this platform where pins stand that bots change, in any order; none where it has none.</summary>
    IEnumerable<PinPlace> FindPins(SourceMap file) => [];

    /// <summary>Images that the emitter names itself; they are pins too.</summary>
    IReadOnlyList<string> OwnImages => [];
}

/// <summary>What an emitter needs besides the pipeline.</summary>
/// <param name="MainPath">Path of the main file.</param>
/// <param name="Pins">Commits of actions.</param>
/// <param name="Diagnostics">Receives PK3xxx diagnostics.</param>
public sealed record EmitContext(string MainPath, PinTable Pins, DiagnosticBag Diagnostics);
