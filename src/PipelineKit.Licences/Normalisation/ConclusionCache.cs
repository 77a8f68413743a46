using System.Collections.Immutable;
using PipelineKit.Licences.Reading;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Normalisation;

/// <summary>Concludes licences; the common case of one definite statement is worked out once per wording.</summary>
internal sealed class ConclusionCache(ReadContext context)
{
    private readonly Dictionary<(StatementKind, string), LicenceConclusion> known = [];

    public LicenceConclusion Conclude(LicencePackage package)
    {
        if (package.Declared.Length != 1)
        {
            return LicenceNormaliser.Conclude(package.Declared, () => Texts(package));
        }

        var statement = package.Declared[0];
        var key = (statement.Kind, statement.Value);
        if (!known.TryGetValue(key, out var conclusion))
        {
            conclusion = LicenceNormaliser.Conclude(package.Declared, () => []);
            known[key] = conclusion;
        }

        return conclusion.Expression is { } expression && expression.Leaves().All(leaf => leaf is LicenceTerm)
            ? new(expression, [.. conclusion.Evidence.Select(step => step with { Location = statement.Location })])
            : LicenceNormaliser.Conclude(package.Declared, () => Texts(package));
    }

    private IEnumerable<LicenceStatement> Texts(LicencePackage package)
    {
        if (package.Folder is not { } folder)
        {
            return [];
        }

        var named = package.Declared.Select(statement => SeeFile(statement.Value)).FirstOrDefault(name => name is not null);
        return named is not null && PackageFiles.ReadNamed(folder, named, context) is { } text ? [text] : PackageFiles.ReadAll(folder, context);
    }

    // npm: "SEE LICENSE IN <filename>".
    private static string? SeeFile(string value)
    {
        foreach (var start in (ImmutableArray<string>)["SEE LICENSE IN ", "SEE LICENCE IN "])
        {
            if (value.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return value[start.Length..].Trim().Trim('<', '>');
            }
        }

        return null;
    }
}
