using Shouldly;

namespace PipelineKit.Core.Tests.Stages;

/// <summary>What the spec says of licences is a file that the scripts of every stack read, laid out as formatters of JSON do it.</summary>
public sealed class PolicyFileTests
{
    public static TheoryData<string, string> Policies => new()
    {
        { "true", "{\n  \"unknown\": \"deny\"\n}\n" },
        {
            "{ allow: [MIT, permissive], dev: enforce, exceptions: { 'left@1.0': 'says \"ours\"; until 2027-01-31' } }",
            "{\n  \"allow\": [\"MIT\", \"permissive\"],\n  \"unknown\": \"deny\",\n  \"dev\": \"enforce\",\n  \"exceptions\": {\n    \"left@1.0\": \"says \\\"ours\\\"; until 2027-01-31\"\n  }\n}\n"
        },
        {
            "{ deny: [BSD-4-Clause, GPL-2.0-only, GPL-2.0-or-later, GPL-3.0-only, AGPL-3.0-only], unknown: review }",
            "{\n  \"deny\": [\n    \"BSD-4-Clause\",\n    \"GPL-2.0-only\",\n    \"GPL-2.0-or-later\",\n    \"GPL-3.0-only\",\n    \"AGPL-3.0-only\"\n  ],\n  \"unknown\": \"review\"\n}\n"
        },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void Only_what_the_spec_says_stands_in_the_policy(string stage, string policy)
    {
        foreach (var stack in new[] { "python", "node", "dotnet" })
        {
            var harness = StageHarness.Load($"version: 1\ntargets: [github]\nstack: {stack}\nstages:\n  licence-check: {stage}\n");
            var document = harness.Render(harness.Requests().ShouldHaveSingleItem());

            harness.Messages.ShouldBeEmpty();
            document!.Files.Single(file => file.Path == ".pipelinekit/licences/policy.json").Content.ShouldBe(policy, stack);
        }
    }
}
