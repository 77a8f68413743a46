using System.Text;
using System.Text.Json;
using PipelineKit.Licences.Reading.Text;

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

        var entries = ReadEntries(Json.WithoutMark(bytes));
        if (!entries.Exists(entry => entry.Key.Length == 0))
        {
            throw new LockFormatException("\"packages\" has no entry \"\" for the project itself", 0);
        }

        var folder = Path.GetDirectoryName(path)!;
        var shown = context.Files.Display(path);
        var holes = new LockHoles(shown, "has no entry in it", "run \"npm install\" again");
        var tree = new NpmTree(entries, holes);
        foreach (var wish in ProjectManifest.Read(folder, context)?.Wishes ?? [])
        {
            if (wish.IsRequired && !tree.Holds(wish.Name))
            {
                holes.Add(0, FormattableString.Invariant($"package.json:{wish.Line}"), $"{wish.Name}@{wish.Range}");
            }
        }

        holes.Report(context);
        tree.AddPackages(shown, folder, context, trustFlags: true);
    }

    private static List<NpmEntry> ReadEntries(ReadOnlySpan<byte> bytes)
    {
        List<NpmEntry>? entries = null;
        string? version = null;
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
                entries = entries is null ? ReadPackages(ref reader, bytes) : throw new LockFormatException("\"packages\" stands twice");
            }
            else if (reader.ValueTextEquals("lockfileVersion"u8))
            {
                reader.Read();
                version = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : "that is no number";
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Behind the object there must be nothing else.
        reader.Read();
        return version is "2" or "3"
            ? entries ?? throw new LockFormatException("it has no table \"packages\"", 0)
            : throw LockFormatException.OfVersion(
                version is null ? "has no \"lockfileVersion\", so npm did not write it" : $"has lock file version {version}; 2 and 3 are read, npm 7 and newer write them");
    }

    private static List<NpmEntry>? ReadPackages(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        if (!Json.EnterObject(ref reader))
        {
            return null;
        }

        var entries = new List<NpmEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var lines = new LineCounter();
        while (Json.NextProperty(ref reader))
        {
            var entry = new NpmEntry { Key = Json.Text(ref reader), Line = lines.At(bytes, reader.TokenStartIndex) };
            if (entry.Key.Length > MaximumKey)
            {
                throw new JsonException($"a place in the tree is longer than {MaximumKey} characters");
            }

            if (!keys.Add(entry.Key))
            {
                throw new LockFormatException($"the entry \"{entry.Key}\" stands twice", entry.Line);
            }

            if (!Json.EnterObject(ref reader))
            {
                throw new LockFormatException($"the entry \"{entry.Key}\" is no table", entry.Line);
            }

            NpmEntryReader.Read(ref reader, entry);
            entries.Add(entry);
        }

        return entries;
    }
}
