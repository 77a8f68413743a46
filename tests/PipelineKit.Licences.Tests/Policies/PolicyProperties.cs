using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Spdx;
using PipelineKit.Licences.Tests.Spdx;

namespace PipelineKit.Licences.Tests.Policies;

/// <summary>
/// The evaluator against a truth table: an expression holds if one row of its disjunctive normal form does. The table knows
/// nothing of verdicts, it only asks whether a set of licences may be used.
/// </summary>
public sealed class PolicyProperties
{
    [Fact]
    public void Evaluation_agrees_with_a_truth_table()
    {
        var random = new Random(3);
        for (var run = 0; run < 5_000; run++)
        {
            var expression = Generated.Expression(random, 3);
            var policy = Policy(random, expression);
            var evaluator = new PolicyEvaluator(PolicyLists.Read(policy, []), policy);
            var leaves = expression.Leaves().Distinct().ToDictionary(leaf => leaf, leaf => evaluator.Judge(leaf).Verdict);
            foreach (var least in (LicenceVerdict[])[LicenceVerdict.Review, LicenceVerdict.Allowed])
            {
                var usable = leaves.Where(leaf => leaf.Value >= least).Select(leaf => leaf.Key).ToHashSet();
                var holds = Rows(expression).Any(row => row.All(usable.Contains));

                (evaluator.Judge(expression).Verdict >= least).ShouldBe(holds, $"run {run}: {expression}");
            }
        }
    }

    [Fact]
    public void Every_step_of_a_proof_follows_from_its_parts()
    {
        var random = new Random(4);
        for (var run = 0; run < 2_000; run++)
        {
            var expression = Generated.Expression(random);
            var policy = Policy(random, expression);
            Check(new PolicyEvaluator(PolicyLists.Read(policy, []), policy).Judge(expression));
        }

        static void Check(DecisionStep step)
        {
            if (!step.Parts.IsEmpty)
            {
                var any = step.Reason.Contains("chosen", StringComparison.Ordinal) || step.Reason.Contains("choose", StringComparison.Ordinal);
                step.Verdict.ShouldBe(any ? step.Parts.Max(part => part.Verdict) : step.Parts.Min(part => part.Verdict));
            }

            foreach (var part in step.Parts)
            {
                Check(part);
            }
        }
    }

    private static LicencePolicy Policy(Random random, LicenceExpression expression)
    {
        var lists = new List<string>[] { [], [], [] };
        foreach (var leaf in expression.Leaves().Distinct())
        {
            lists[random.Next(3)].Add(leaf.ToString());
        }

        return new() { Allow = [.. lists[0]], Deny = [.. lists[1]], Review = [.. lists[2]] };
    }

    private static IEnumerable<List<LicenceExpression>> Rows(LicenceExpression expression) => expression switch
    {
        LicenceChoice choice => choice.Options.SelectMany(Rows),
        LicenceConjunction all => all.Parts.Select(Rows).Aggregate(
            (IEnumerable<List<LicenceExpression>>)[[]], (rows, more) => rows.SelectMany(row => more.Select(other => (List<LicenceExpression>)[.. row, .. other]))),
        _ => [[expression]],
    };
}
