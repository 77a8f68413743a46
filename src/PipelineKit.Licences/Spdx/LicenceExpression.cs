using System.Collections.Immutable;

namespace PipelineKit.Licences.Spdx;

/// <summary>
/// A licence expression (SPDX 2.3, annex D). <see cref="object.ToString"/> prints it in the normal form: identifiers as on
/// the list, operators in capitals, only the brackets that the order of operators needs.
/// </summary>
public abstract record LicenceExpression
{
    private protected LicenceExpression()
    {
    }

    /// <summary>A choice between expressions; nested choices are flattened and repetitions left out.</summary>
    /// <param name="options">At least one expression.</param>
    public static LicenceExpression AnyOf(IEnumerable<LicenceExpression> options)
    {
        var parts = Flatten(options, part => (part as LicenceChoice)?.Options);
        return parts.Length == 1 ? parts[0] : new LicenceChoice(parts);
    }

    /// <summary>Expressions that all apply; nested ones are flattened and repetitions left out.</summary>
    /// <param name="parts">At least one expression.</param>
    public static LicenceExpression AllOf(IEnumerable<LicenceExpression> parts)
    {
        var flat = Flatten(parts, part => (part as LicenceConjunction)?.Parts);
        return flat.Length == 1 ? flat[0] : new LicenceConjunction(flat);
    }

    /// <summary>The leaves from left to right, without candidates of unresolved names.</summary>
    public IEnumerable<LicenceExpression> Leaves() => this switch
    {
        LicenceChoice choice => choice.Options.SelectMany(option => option.Leaves()),
        LicenceConjunction all => all.Parts.SelectMany(part => part.Leaves()),
        _ => [this],
    };

    private static ImmutableArray<LicenceExpression> Flatten(
        IEnumerable<LicenceExpression> parts, Func<LicenceExpression, ImmutableArray<LicenceExpression>?> inner)
    {
        var seen = new HashSet<LicenceExpression>();
        var flat = ImmutableArray.CreateBuilder<LicenceExpression>();
        foreach (var part in parts)
        {
            foreach (var piece in inner(part) ?? [part])
            {
                if (seen.Add(piece))
                {
                    flat.Add(piece);
                }
            }
        }

        return flat.Count > 0 ? flat.ToImmutable() : throw new ArgumentException("An expression needs at least one part.", nameof(parts));
    }
}
