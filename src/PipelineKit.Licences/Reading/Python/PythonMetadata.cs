using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace PipelineKit.Licences.Reading.Python;

/// <summary>
/// The core metadata of an installed distribution (https://packaging.python.org/specifications/core-metadata/):
/// <c>METADATA</c> or the older <c>PKG-INFO</c>.
/// </summary>
internal sealed class PythonMetadata
{
    private const int MaximumField = 512 * 1024;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" ;[(<>=!~@");

    public string Name { get; private set; } = "";

    public string Version { get; private set; } = "";

    public ImmutableArray<LicenceStatement> Statements { get; private set; } = [];

    /// <summary>The names of the distributions it needs, those of its extras left out.</summary>
    public List<string> Requires { get; } = [];

    /// <summary>Reads the header lines of a metadata file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="shown">Its path as reports show it.</param>
    public static PythonMetadata Read(string text, string shown)
    {
        var metadata = new PythonMetadata();
        var statements = ImmutableArray.CreateBuilder<LicenceStatement>();
        foreach (var (field, value, line) in Headers(text))
        {
            metadata.Take(field, value, new(shown, line), statements);
        }

        // Without meaning, but setuptools writes it where nothing was said.
        statements.RemoveAll(statement => statement.Kind == StatementKind.Field && statement.Value is "" or "UNKNOWN");
        metadata.Statements = statements.ToImmutable();
        return metadata;
    }

    private void Take(string field, string value, SourceLocation place, ImmutableArray<LicenceStatement>.Builder statements)
    {
        switch (field)
        {
            case "name":
                Name = value;
                break;
            case "version":
                Version = value;
                break;
            case "license-expression":
                statements.Add(new(StatementKind.Expression, value, place));
                break;
            case "license":
                statements.Add(new(StatementKind.Field, value, place));
                break;
            case "classifier" when value.StartsWith("License ::", StringComparison.Ordinal):
                statements.Add(new(StatementKind.Classifier, value, place));
                break;
            case "requires-dist" when !value.Contains("extra ==", StringComparison.Ordinal) && !value.Contains("extra==", StringComparison.Ordinal):
                Requires.Add(RequiredName(value));
                break;
        }
    }

    private static string RequiredName(string requirement)
    {
        var end = requirement.AsSpan().IndexOfAny(NameEnds);
        return PackageUrl.PythonName(end < 0 ? requirement : requirement[..end]);
    }

    // Headers end at the first empty line; a line that starts with a blank goes on with the header before it.
    private static List<(string Field, string Value, int Line)> Headers(string text)
    {
        var headers = new List<(string, string, int)>();
        var value = new StringBuilder();
        string? field = null;
        int start = 0, number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (field is not null && line.Length > 0 && line[0] is ' ' or '\t')
            {
                if (value.Length < MaximumField)
                {
                    value.Append('\n').Append(Unfolded(line));
                }

                continue;
            }

            if (field is not null)
            {
                headers.Add((field, value.ToString().Trim(), start));
            }

            var colon = line.IndexOf(':');
            if (line.IsEmpty || colon <= 0)
            {
                return headers;
            }

            field = line[..colon].ToString().ToLowerInvariant();
            value.Clear().Append(line[(colon + 1)..].Trim());
            start = number;
        }

        if (field is not null)
        {
            headers.Add((field, value.ToString().Trim(), start));
        }

        return headers;
    }

    // Folded texts carry eight blanks, or seven and a bar.
    private static ReadOnlySpan<char> Unfolded(ReadOnlySpan<char> line)
    {
        var content = line.TrimStart();
        return content.StartsWith("|") ? content[1..] : content;
    }
}
