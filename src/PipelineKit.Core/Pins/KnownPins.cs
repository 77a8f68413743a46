using PipelineKit.Core.Model;

namespace PipelineKit.Core.Pins;

/// <summary>What may be a pin in the files of one pipeline: inputs of actions that are versions of tools, and images that the library names.</summary>
internal sealed class KnownPins
{
    private readonly Dictionary<(string Action, string Input), string> _inputs = [];
    private readonly List<ImagePattern> _patterns = [];
    private readonly List<string> _literals;
    private readonly string? _prefix;

    public KnownPins(Pipeline pipeline, PinTable pins, IEnumerable<string> images)
    {
        Pins = pins;
        _prefix = pipeline.Settings.ImagesPrefix is { Length: > 0 } prefix ? prefix.TrimEnd('/') + "/" : null;
        var toolchains = pipeline.Jobs.SelectMany(j => j.Toolchains).ToList();
        var pinned = toolchains.Where(t => t.Version is LiteralValue literal && pins.FindTool(t.Id) == literal.Text).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var definitions = toolchains.Select(t => t.Definition).DistinctBy(d => d.Id).ToList();
        foreach (var setup in definitions.SelectMany(d => d.GitHub).Where(s => s.Uses is not null))
        {
            foreach (var (input, value) in setup.With.Where(w => w.Value.StartsWith('{') && w.Value.EndsWith('}') && pinned.Contains(w.Value[1..^1])))
            {
                _inputs[(setup.Uses!, input)] = value[1..^1];
            }
        }

        _patterns.AddRange(definitions.SelectMany(d => d.Images).Select(i => i.Image).Distinct(StringComparer.Ordinal).Select(i => new ImagePattern(i, pinned.Contains)));
        _literals =
        [
            .. images.Concat(definitions.SelectMany(d => d.Images).Select(i => i.Image).Where(i => !i.Contains('{', StringComparison.Ordinal)))
                .Concat(definitions.Select(d => d.GitLabService?.Image).OfType<string>())
                .Concat(pipeline.Jobs.SelectMany(j => j.Services).Select(s => s.LibraryImage).OfType<string>())
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The pins in force.</summary>
    public PinTable Pins { get; }

    /// <summary>Images that the library names without a placeholder.</summary>
    public IReadOnlyList<string> Literals => _literals;

    /// <summary>The tool whose version an input is, or null.</summary>
    public string? ToolOf((string Action, string Name) input) => _inputs.GetValueOrDefault(input);

    /// <summary>The pins that an image holds, and the image without them; null when it is none of the library's.</summary>
    public (IReadOnlyList<(PinKind Kind, string Id, string Value)> Pins, string Remainder)? ReadImage(string written)
    {
        var prefix = _prefix is not null && written.StartsWith(_prefix, StringComparison.Ordinal) ? _prefix : "";
        var at = written.IndexOf('@', StringComparison.Ordinal);
        var (image, digest) = at < 0 ? (written[prefix.Length..], "") : (written[prefix.Length..at], written[at..]);
        if (!PinText.IsId(PinKind.Image, image.Replace('$', '0').Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)))
        {
            return null;
        }

        if (Literal(image) is { } asked)
        {
            return ([(PinKind.Image, asked, TagOf(image) + digest)], prefix + Rest(asked));
        }

        foreach (var pattern in _patterns.Where(p => !p.IsLiteral))
        {
            if (pattern.Read(image) is var (versions, rest))
            {
                var tools = pattern.Pinned.Zip(versions, (id, version) => (PinKind.Tool, id, version));
                return ([.. tools, .. digest.Length > 0 ? [(PinKind.Image, image, digest)] : Array.Empty<(PinKind, string, string)>()], prefix + rest);
            }
        }

        return null;
    }

    /// <summary>An image of the library as the library names it, its own versions filled in, without prefix and digest; null when it is none of the library's.</summary>
    public string? Asked(string written)
    {
        var image = _prefix is not null && written.StartsWith(_prefix, StringComparison.Ordinal) ? written[_prefix.Length..] : written;
        image = image.Split('@')[0];
        return Literal(image) ?? (_patterns.Exists(p => !p.IsLiteral && p.Read(image) is not null) ? image : null);
    }

    /// <summary>What an image of the library is held at now: tag and digest.</summary>
    public string Held(string asked) => TagOf(Pins.Image(asked));

    private static string TagOf(string image) => image[(image.IndexOf(':', image.LastIndexOf('/', image.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? at : image.Length - 1) + 1) + 1)..];

    private static string RepositoryOf(string image) => image[..^(TagOf(image).Length + 1)];

    // The image of that name and variant whose version is the next below: a bump leads upwards.
    private string? Literal(string image)
    {
        if (!image[(image.LastIndexOf('/') + 1)..].Contains(':', StringComparison.Ordinal) || PinVersion.Parse(TagOf(image)) is not var (_, suffix))
        {
            return null;
        }

        var same = _literals.Where(l => RepositoryOf(l) == RepositoryOf(image) && PinVersion.Parse(TagOf(l)) is var (_, other) && other == suffix)
            .Order(Comparer<string>.Create((a, b) => PinVersion.Compare(TagOf(a), TagOf(b), isImage: true) ?? 0))
            .ToList();
        return same.LastOrDefault(l => PinVersion.Compare(TagOf(l), TagOf(image), isImage: true) <= 0) ?? same.FirstOrDefault();
    }

    // Two versions of one image cannot be told apart without them.
    private string Rest(string asked)
    {
        var suffix = PinVersion.Parse(TagOf(asked))!.Value.Suffix;
        return _literals.Count(l => RepositoryOf(l) == RepositoryOf(asked) && PinVersion.Parse(TagOf(l))?.Suffix == suffix) > 1
            ? asked
            : $"{RepositoryOf(asked)}:{{}}{suffix}";
    }
}
