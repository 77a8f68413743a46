using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Policies;

public sealed class PolicyEvaluatorTests
{
    [Theory]
    [InlineData("(MIT OR GPL-3.0-only)", LicenceVerdict.Allowed)]
    [InlineData("MIT AND GPL-3.0-only", LicenceVerdict.Denied)]
    [InlineData("MIT AND ISC", LicenceVerdict.Denied)]
    [InlineData("MIT OR LicenseRef-x", LicenceVerdict.Allowed)]
    [InlineData("MIT AND LicenseRef-x", LicenceVerdict.Denied)]
    [InlineData("MPL-2.0", LicenceVerdict.Review)]
    [InlineData("MPL-2.0 OR GPL-3.0-only", LicenceVerdict.Review)]
    [InlineData("MPL-2.0 AND MIT", LicenceVerdict.Review)]
    [InlineData("MIT+", LicenceVerdict.Allowed)]
    [InlineData("MIT WITH LLVM-exception", LicenceVerdict.Denied)]
    public void A_list_of_identifiers(string expression, LicenceVerdict expected) =>
        Judge(new() { Allow = ["MIT"], Review = ["MPL-2.0"] }, expression).Verdict.ShouldBe(expected);

    [Theory]
    [InlineData("GPL-2.0-only", LicenceVerdict.Denied)]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", LicenceVerdict.Allowed)]
    [InlineData("GPL-3.0-only WITH GCC-exception-3.1", LicenceVerdict.Allowed)]
    [InlineData("GPL-3.0-only WITH Bison-exception-2.2", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-only WITH 389-exception", LicenceVerdict.Denied)]
    [InlineData("Apache-2.0 WITH LLVM-exception", LicenceVerdict.Allowed)]
    [InlineData("LGPL-2.1-or-later", LicenceVerdict.Allowed)]
    [InlineData("AGPL-3.0-or-later", LicenceVerdict.Denied)]
    [InlineData("SSPL-1.0", LicenceVerdict.Denied)]
    [InlineData("BUSL-1.1", LicenceVerdict.Review)]
    [InlineData("CC-BY-NC-4.0", LicenceVerdict.Review)]
    [InlineData("LicenseRef-x", LicenceVerdict.Denied)]
    public void The_default_policy(string expression, LicenceVerdict expected) => Judge(LicencePolicy.Default, expression).Verdict.ShouldBe(expected);

    [Theory]
    [InlineData("GPL-2.0-or-later", "GPL-2.0-only", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-or-later", "GPL-3.0-only", LicenceVerdict.Allowed)]
    [InlineData("GPL-3.0-or-later", "GPL-2.0-only", LicenceVerdict.Denied)]
    [InlineData("GPL-2.0-only", "GPL-2.0-or-later", LicenceVerdict.Denied)]
    [InlineData("Apache-1.1+", "Apache-2.0", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-or-later WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-or-later WITH Classpath-exception-2.0", "GPL-2.0-only", LicenceVerdict.Denied)]
    public void Or_later_is_a_choice_among_versions(string expression, string allowed, LicenceVerdict expected) =>
        Judge(new() { Allow = [allowed] }, expression).Verdict.ShouldBe(expected);

    [Theory]
    [InlineData("GPL-3.0-only", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-only", LicenceVerdict.Denied)]
    [InlineData("JSON", LicenceVerdict.Denied)]
    [InlineData("BUSL-1.1", LicenceVerdict.Allowed)]
    [InlineData("LicenseRef-ok", LicenceVerdict.Allowed)]
    [InlineData("LicenseRef-other", LicenceVerdict.Review)]
    public void An_identifier_goes_before_its_group_and_without_an_allow_list_of_groups_the_rest_follows_unlisted(string expression, LicenceVerdict expected) =>
        Judge(new() { Allow = ["GPL-3.0-only", "LicenseRef-ok"], Deny = ["strong-copyleft", "JSON"], Unlisted = LicenceVerdict.Allowed, Unknown = UnknownRule.Review }, expression)
            .Verdict.ShouldBe(expected);

    [Theory]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", LicenceVerdict.Denied)]
    [InlineData("GPL-2.0-only WITH Bison-exception-2.2", LicenceVerdict.Allowed)]
    [InlineData("GPL-2.0-or-later WITH Classpath-exception-2.0", LicenceVerdict.Allowed)]
    [InlineData("MPL-2.0 WITH LLVM-exception", LicenceVerdict.Review)]
    public void What_is_denied_stays_so_with_an_exception_unless_a_list_names_that_form(string expression, LicenceVerdict expected) =>
        Judge(new() { Allow = ["GPL-2.0-only WITH Bison-exception-2.2", "GPL-3.0-only WITH Classpath-exception-2.0"], Deny = ["GPL-2.0-only"], Review = ["MPL-2.0"] }, expression)
            .Verdict.ShouldBe(expected);

    [Fact]
    public void A_deny_list_alone_allows_the_rest() =>
        Judge(new() { Deny = ["GPL-3.0-only"] }, "MIT").Verdict.ShouldBe(LicenceVerdict.Allowed);

    [Fact]
    public void The_proof_names_the_branch_and_the_rule()
    {
        var proof = Judge(new() { Allow = ["permissive"], Deny = ["GPL-3.0-only"] }, "MIT OR GPL-3.0-only");

        proof.Reason.ShouldBe("one of these may be chosen: the best is MIT");
        proof.Parts.Select(part => (part.Expression, part.Verdict, part.Reason)).ShouldBe(
        [
            ("MIT", LicenceVerdict.Allowed, "allow lists permissive, and MIT is in that group"),
            ("GPL-3.0-only", LicenceVerdict.Denied, "deny lists GPL-3.0-only"),
        ]);
    }

    [Theory]
    [InlineData("Apache 2.0", "allow: \"Apache 2.0\" is neither an SPDX identifier nor one of the groups permissive, weak-copyleft, strong-copyleft, network-copyleft; did you mean \"Apache-2.0\"?")]
    [InlineData("MIT OR ISC", "allow: \"MIT OR ISC\" is an expression; list each identifier by itself")]
    [InlineData("JSON", "\"JSON\" stands both in deny and in allow")]
    public void A_wrong_entry_is_a_problem(string entry, string message)
    {
        var problems = new List<LicenceProblem>();
        PolicyLists.Read(new() { Allow = [entry], Deny = ["JSON"] }, problems);

        problems.ShouldHaveSingleItem().Message.ShouldBe(message);
    }

    [Fact]
    public void A_deprecated_entry_is_read_as_its_replacement()
    {
        var problems = new List<LicenceProblem>();
        var policy = new LicencePolicy { Allow = ["GPL-2.0+"] };

        new PolicyEvaluator(PolicyLists.Read(policy, problems), policy).Judge(new LicenceTerm("GPL-2.0-or-later")).Verdict.ShouldBe(LicenceVerdict.Allowed);
        problems.ShouldHaveSingleItem().Code.ShouldBe("PK6009");
    }

    internal static DecisionStep Judge(LicencePolicy policy, string expression)
    {
        var problems = new List<LicenceProblem>();
        var evaluator = new PolicyEvaluator(PolicyLists.Read(policy, problems), policy);
        problems.ShouldBeEmpty();
        return evaluator.Judge(ExpressionParser.Parse(expression).Expression.ShouldNotBeNull());
    }
}
