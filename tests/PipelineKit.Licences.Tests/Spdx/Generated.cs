using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Spdx;

/// <summary>Expressions made from a seed.</summary>
internal static class Generated
{
    private static readonly string[] Ids = ["MIT", "ISC", "Apache-2.0", "GPL-2.0-only", "GPL-3.0-only", "GPL-2.0-or-later", "MPL-2.0", "Zlib", "AGPL-3.0-only", "LicenseRef-a", "DocumentRef-d:LicenseRef-b"];
    private static readonly string[] Exceptions = ["Classpath-exception-2.0", "LLVM-exception", "AdditionRef-x"];

    public static LicenceExpression Expression(Random random, int depth = 4) => random.Next(depth <= 0 ? 2 : 5) switch
    {
        0 or 1 => Term(random),
        2 or 3 => LicenceExpression.AnyOf(Parts(random, depth)),
        _ => LicenceExpression.AllOf(Parts(random, depth)),
    };

    public static LicenceTerm Term(Random random)
    {
        var id = Ids[random.Next(Ids.Length)];
        var plus = id is "Apache-2.0" or "MPL-2.0" && random.Next(3) == 0;
        return new LicenceTerm(id, plus, random.Next(5) == 0 ? Exceptions[random.Next(Exceptions.Length)] : null);
    }

    private static List<LicenceExpression> Parts(Random random, int depth) =>
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Expression(random, depth - 1))];
}
