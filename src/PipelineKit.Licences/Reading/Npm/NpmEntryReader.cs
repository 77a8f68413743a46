using System.Text.Json;

namespace PipelineKit.Licences.Reading.Npm;

/// <summary>Reads one package object, which is alike in <c>package-lock.json</c> and <c>package.json</c>.</summary>
internal static class NpmEntryReader
{
    /// <summary>Reads the properties of the object the reader has just entered.</summary>
    public static void Read(ref Utf8JsonReader reader, NpmEntry entry)
    {
        while (Json.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("version"u8))
            {
                entry.Version = Json.StringValue(ref reader) ?? "";
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                entry.Name = Json.StringValue(ref reader);
            }
            else if (reader.ValueTextEquals("license"u8) || reader.ValueTextEquals("licenses"u8))
            {
                reader.Read();
                entry.Licence ??= NpmLicence.Read(ref reader);
            }
            else if (reader.ValueTextEquals("dev"u8))
            {
                entry.Development = Json.BooleanValue(ref reader);
            }
            else if (reader.ValueTextEquals("link"u8))
            {
                entry.Link = Json.BooleanValue(ref reader);
            }
            else if (reader.ValueTextEquals("resolved"u8))
            {
                ReadResolved(ref reader, entry);
            }
            else if (reader.ValueTextEquals("devDependencies"u8))
            {
                Json.AddNames(ref reader, entry.DevelopmentDependencies);
            }
            else if (reader.ValueTextEquals("dependencies"u8))
            {
                Json.AddNames(ref reader, entry.Dependencies);
            }
            else if (reader.ValueTextEquals("optionalDependencies"u8) || reader.ValueTextEquals("peerDependencies"u8))
            {
                Json.AddNames(ref reader, entry.Extras);
            }
            else if (reader.ValueTextEquals("optional"u8) || reader.ValueTextEquals("devOptional"u8))
            {
                entry.Optional |= Json.BooleanValue(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    // Only the few links need it; addresses of tarballs stay bytes.
    private static void ReadResolved(ref Utf8JsonReader reader, NpmEntry entry)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && !reader.ValueSpan.StartsWith("http"u8))
        {
            entry.Resolved = Json.Text(ref reader);
        }

        reader.Skip();
    }
}
