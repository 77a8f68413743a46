using System.Collections.Immutable;
using System.Text.Json;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>The <c>package.json</c> of an installed package.</summary>
internal static class NpmManifest
{
    /// <summary>Reads it; null if there is none or, with a problem, if it is malformed.</summary>
    public static NpmEntry? Read(string folder, string key, ReadContext context)
    {
        var path = Path.Combine(folder, "package.json");
        if (context.Files.Read(path, ScanFiles.MaximumMetadata) is not { } bytes)
        {
            return null;
        }

        var entry = new NpmEntry { Key = key, Line = 1 };
        try
        {
            var reader = Json.Reader(bytes);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), "not an object"));
                return null;
            }

            NpmEntryReader.Read(ref reader, entry);
            return entry;
        }
        catch (JsonException e)
        {
            context.Problems.Add(LicenceProblem.Malformed(context.Files.Display(path), e.Message, (int)(e.LineNumber ?? 0) + 1));
            return null;
        }
    }

    /// <summary>What the <c>package.json</c> in a folder says of the licence.</summary>
    public static ImmutableArray<LicenceStatement> Statements(string folder, ReadContext context) =>
        Read(folder, "", context)?.Licence is { } licence
            ? [new(StatementKind.Field, licence, new(context.Files.Display(Path.Combine(folder, "package.json"))))]
            : [];
}
