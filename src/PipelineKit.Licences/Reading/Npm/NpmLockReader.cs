using System.Text.Json;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>
/// Reads <c>package-lock.json</c> and <c>npm-shrinkwrap.json</c>, versions 2 and 3
/// (https://docs.npmjs.com/cli/configuring-npm/package-lock-json), in one pass.
/// </summary>
internal sealed class NpmLockReader : IPackageReader
{
    // Longer than any path; the search for a dependency walks up the place folder by folder.
    private const int MaximumKey = 4096;

    /// <inheritdoc/>
    public bool Accepts(string fileName) => fileName is "package-lock.json" or "npm-shrinkwrap.json";

    /// <inheritdoc/>
    public void Read(string path, ReadContext context)
    {
        if (context.Files.Read(path, ScanFiles.MaximumInput) is not { } bytes)
        {
            return;
        }

        var shown = context.Files.Display(path);
        try
        {
            if (ReadEntries(Json.WithoutMark(bytes)) is { } entries)
            {
                new NpmTree(entries).AddPackages(shown, Path.GetDirectoryName(path)!, context, trustFlags: true);
            }
            else
            {
                context.Problems.Add(LicenceProblem.Unsupported(shown, "has no \"packages\": lock file versions 2 and 3 are read; npm 7 or newer writes them"));
            }
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(shown, e.Message, (int)(e.LineNumber ?? 0) + 1));
        }
    }

    private static List<NpmEntry>? ReadEntries(ReadOnlySpan<byte> bytes)
    {
        List<NpmEntry>? entries = null;
        var reader = Json.Reader(bytes);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not an object");
        }

        while (Json.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("packages"u8))
            {
                entries = ReadPackages(ref reader, bytes);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return entries;
    }

    private static List<NpmEntry>? ReadPackages(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        if (!Json.EnterObject(ref reader))
        {
            return null;
        }

        var entries = new List<NpmEntry>();
        var lines = new LineCounter();
        while (Json.NextProperty(ref reader))
        {
            var entry = new NpmEntry { Key = Json.Text(ref reader), Line = lines.At(bytes, reader.TokenStartIndex) };
            if (entry.Key.Length > MaximumKey)
            {
                throw new JsonException($"a place in the tree is longer than {MaximumKey} characters");
            }

            if (Json.EnterObject(ref reader))
            {
                NpmEntryReader.Read(ref reader, entry);
                entries.Add(entry);
            }
        }

        return entries;
    }
}
