using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;

namespace PipelineKit.Core.Pins;

/// <summary>An image of a generated file that has no digest, although the spec asks for digests.</summary>
/// <param name="Image">The image as it stands there, without the prefix of a mirror.</param>
/// <param name="Id">What a pin of it is called, or null where a pin cannot give it a digest.</param>
/// <param name="Hint">How it gets one.</param>
public sealed record ImageGap(string Image, string? Id, string Hint)
{
    /// <summary>The tag that a pin holds beside the digest; empty where the library makes the tag from the version of a tool.</summary>
    public string Tag { get; private init; } = "";

    /// <summary>All gaps of a run that came to the comparison with the disk; none where the spec asks for no digests.</summary>
    public static IReadOnlyList<ImageGap> Of(GenerateRun run)
    {
        if (run.Spec is not { Digests: true } || run.Pipeline is not { } pipeline)
        {
            return [];
        }

        var own = pipeline.Jobs.Select(j => j.Runner.Image).Concat(pipeline.Jobs.SelectMany(j => j.Services).Where(s => s.LibraryImage is null).Select(s => s.Image)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. AdoptStep.Images(run).Concat(own).Distinct(StringComparer.Ordinal).Where(i => !i.Contains('@', StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .Select(image => own.Contains(image) ? new ImageGap(image, null, "it is named in the spec or a template: write its digest behind its tag there") : Library(run, image)),
        ];
    }

    /// <summary>Tells them: what has no digest can become another image without a change of any file.</summary>
    internal static void Tell(GenerateRun run)
    {
        foreach (var gap in Of(run))
        {
            run.Diagnostics.Add(PinDiagnostics.NoDigest, run.Spec!.Source.At("pins")?.Value.Span ?? SourceSpan.WholeFile(run.SpecFile), $"the image {gap.Image} has no digest, because none is known", gap.Hint);
        }
    }

    private static ImageGap Library(GenerateRun run, string image)
    {
        if (image.Contains('$', StringComparison.Ordinal))
        {
            return new ImageGap(image, null, "it is another image in each run of a matrix, and one digest cannot stand for all; name one version where it must have one");
        }

        var known = AdoptStep.Known(run);
        var asked = known.Asked(image);
        var held = asked is null ? null : run.Catalog.Pins.FindImage(asked);
        return held is { Owner: >= PinOwner.Repository }
            ? new ImageGap(image, null, $"it is held by {(held.Owner == PinOwner.Spec ? "`pins:`" : "a file of .pipelinekit/pins")}: write the digest there, {held.Id}: {held.Version}@sha256:…")
            : new ImageGap(image, asked, "`pipelinekit pins update` asks its registry, which needs the network")
            {
                Tag = asked is not null && known.Literals.Contains(asked, StringComparer.Ordinal) ? image[(image.LastIndexOf(':') + 1)..] : "",
            };
    }
}
