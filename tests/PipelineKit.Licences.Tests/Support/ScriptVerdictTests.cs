using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Tests.Support;

/// <summary>
/// The scripts of the three stacks and this library decide alike: on the table <c>fixtures/verdicts.tsv</c>, and on generated expressions
/// with generated policies.
/// </summary>
public sealed class ScriptVerdictTests
{
    private const int Generated = 400;
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly Dictionary<string, LicencePolicy> Policies = new(StringComparer.Ordinal)
    {
        ["permissive"] = new() { Allow = ["MIT", "ISC", "Apache-2.0", "BSD-3-Clause"] },
        ["nogpl"] = new() { Deny = ["GPL-2.0-only", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only"] },
        ["open"] = new() { Deny = ["GPL-2.0-only", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only"], Unknown = UnknownRule.Review },
        ["groups"] = LicencePolicy.Default,
        ["gpl"] = new() { Allow = ["GPL-2.0+", "LicenseRef-ours"] },
        ["lifted"] = new() { Allow = ["GPL-3.0-only", "GPL-2.0-only WITH Bison-exception-2.2"], Deny = ["GPL-2.0-only"] },
    };

    private static readonly string[] Leaves =
    [
        "MIT", "mit", "ISC", "Apache-2.0", "BSD-3-Clause", "GPL-2.0", "GPL-2.0+", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-or-later", "gpl-3.0", "LGPL-2.1-or-later", "AGPL-3.0",
        "MPL-2.0", "MPL-1.1+", "Apache-1.1+", "EUPL-1.2", "BUSL-1.1", "SSPL-1.0", "CC-BY-NC-4.0", "wxWindows", "eCos-2.0", "GPL-2.0-with-classpath-exception", "MIT WITH LLVM-exception",
        "GPL-2.0-only WITH Classpath-exception-2.0", "GPL-3.0-or-later WITH GCC-exception-3.1", "GPL-2.0-only WITH 389-exception", "GPL-3.0-only WITH Nonsense", "LicenseRef-x", "LicenseRef-ours",
        "DocumentRef-d:LicenseRef-x", "Foo-1.0", "UNLICENSED", "NONE", "SEE LICENSE IN X.md", "Public Domain", "BSD", "MIT License", "Apache License 2.0", "GPLv2+", "GNU LGPL v3", "gpl", "Custom: x",
    ];

    private static readonly string[] Entries =
    [
        "MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-2.0+", "GPL-3.0", "LGPL-3.0-only", "MPL-2.0", "permissive", "weak-copyleft", "strong-copyleft",
        "network-copyleft", "LicenseRef-x", "LicenseRef-proprietary", "GPL-2.0-only WITH Classpath-exception-2.0", "AGPL-3.0-only", "BUSL-1.1", "nonsense",
    ];

    private static List<string[]> Cases => [.. File.ReadLines(Fixture.Path("verdicts.tsv")).Where(line => line[0] != '#').Select(line => line.Split('\t'))];

    /// <summary>One batch, so that each runtime starts once.</summary>
    [Fact]
    public async Task All_four_decide_alike()
    {
        var random = new Random(16);
        var generated = Enumerable.Range(0, Generated).Select(_ => Generate(random)).ToList();
        var cases = Cases;
        List<Question> questions = [.. cases.Select(columns => new Question(Policies[columns[0]], columns[1], "p", "1.0.0", false)), .. generated];
        List<string> expected = [.. cases.Select(columns => columns[2]), .. generated.Select(Library)];
        expected.Skip(cases.Count).Distinct().Count().ShouldBe(8, "every outcome and the wrong policy must occur");
        var cancel = TestContext.Current.CancellationToken;
        var batch = new JsonArray([.. questions.Select(question => question.Json())]);

        Compare("library", questions.ConvertAll(Library));
        Compare("python", await SupportScripts.PythonAsync(batch, cancel));
        Compare("node", await SupportScripts.NodeAsync(batch, cancel));
        Compare("dotnet", await SupportScripts.DotNetAsync(batch, cancel));

        void Compare(string who, List<string> answers) => answers.Select((answer, at) => (answer, at)).Where(pair => pair.answer != expected[pair.at])
            .Select(pair => $"{who}: {questions[pair.at].Json().ToJsonString()} is {pair.answer}, not {expected[pair.at]}").ShouldBeEmpty();
    }

    private static Question Generate(Random random)
    {
        var review = Some(Entries, random, 5);
        var allow = Some(Entries, random, 2);
        var deny = Some(Entries, random, 2).RemoveAll(allow.Contains);
        var byDefault = allow.IsEmpty && deny.IsEmpty;
        var policy = new LicencePolicy
        {
            Allow = byDefault ? [.. LicencePolicy.Default.Allow.Except(review)] : allow,
            Deny = byDefault ? [.. LicencePolicy.Default.Deny.Except(review)] : deny,
            Review = review,
            Unlisted = byDefault ? LicenceVerdict.Review : null,
            Unknown = random.Next(3) == 0 ? UnknownRule.Review : UnknownRule.Deny,
            Development = (DevelopmentRule)random.Next(3),
            Exceptions = [.. new[] { Exemption(random), Exemption(random) }.OfType<PackageExemption>()],
        };
        return new(policy, Broken(Expression(random, 0), random), "p", "1.0.0", random.Next(4) == 0);
    }

    private static ImmutableArray<string> Some(string[] words, Random random, int rarity) =>
        random.Next(rarity) > 0 ? [] : [.. words.Where(word => word != "nonsense" || random.Next(3) == 0).Where(_ => random.Next(6) == 0)];

    private static PackageExemption? Exemption(Random random) => random.Next(6) > 0 ? null : new(
        random.Next(4) == 0 ? "other" : "p", "a reason", random.Next(3) == 0 ? null : Today.AddDays(random.Next(-2, 2)), random.Next(3) switch { 0 => "1.0.0", 1 => "2.0.0", _ => null });

    private static string Expression(Random random, int depth) => depth < 3 && random.Next(3) > 0
        ? $"{Bracketed(random, depth)} {(random.Next(2) == 0 ? "AND" : "OR")} {Bracketed(random, depth)}"
        : Leaves[random.Next(Leaves.Length)];

    private static string Bracketed(Random random, int depth)
    {
        var inner = Expression(random, depth + 1);
        return random.Next(2) == 0 ? $"({inner})" : inner;
    }

    // One in eight has lost, doubled or turned something.
    private static string Broken(string text, Random random) => random.Next(40) switch
    {
        0 => text + " AND",
        1 => "(" + text,
        2 => text + ")",
        3 => text.Replace(" OR ", " OR OR ", StringComparison.Ordinal),
        4 => text.ToLowerInvariant(),
        _ => text,
    };

    private static string Library(Question question)
    {
        using var folder = new TemporaryFolder().With("package-lock.json", new JsonObject
        {
            ["lockfileVersion"] = 3,
            ["packages"] = new JsonObject
            {
                [""] = new JsonObject(),
                ["node_modules/p"] = new JsonObject { ["version"] = question.Version, ["license"] = question.Licence, ["dev"] = question.Development },
            },
        }.ToJsonString());
        var report = folder.Scan(question.Policy);
        return report.ExitCode == 2 ? "wrong policy" : report.Packages.ShouldHaveSingleItem().Outcome.ToString().ToLowerInvariant();
    }

    private sealed record Question(LicencePolicy Policy, string Licence, string Name, string Version, bool Development)
    {
        public JsonObject Json() => new()
        {
            ["policy"] = new JsonObject
            {
                ["allow"] = ByDefault ? new JsonArray() : List(Policy.Allow),
                ["deny"] = ByDefault ? new JsonArray() : List(Policy.Deny),
                ["review"] = List(Policy.Review),
                ["unknown"] = Policy.Unknown == UnknownRule.Deny ? "deny" : "allow",
                ["dev"] = Policy.Development.ToString().ToLowerInvariant(),
                ["exceptions"] = new JsonObject(Policy.Exceptions.DistinctBy(Key).Select(one => KeyValuePair.Create(Key(one), (JsonNode?)Text(one)))),
                ["ignore"] = new JsonObject(Policy.Exceptions.Skip(1).Where(one => Key(one) == Key(Policy.Exceptions[0])).Select(one => KeyValuePair.Create(Key(one), (JsonNode?)Text(one)))),
            },
            ["today"] = Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["name"] = Name,
            ["version"] = Version,
            ["licence"] = Licence,
            ["development"] = Development,
        };

        private bool ByDefault => Policy.Unlisted is not null;

        private static JsonArray List(ImmutableArray<string> entries) => new([.. entries.Select(entry => (JsonNode)entry)]);

        private static string Key(PackageExemption one) => one.Version is null ? one.Package : $"{one.Package}@{one.Version}";

        private static string Text(PackageExemption one) => one.Expires is { } day ? $"{one.Reason}; until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : one.Reason;
    }
}
