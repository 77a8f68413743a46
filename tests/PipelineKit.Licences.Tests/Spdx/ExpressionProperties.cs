using PipelineKit.Licences.Normalisation;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Spdx;

public sealed class ExpressionProperties
{
    [Fact]
    public void What_is_printed_is_read_back_alike()
    {
        var random = new Random(1);
        for (var run = 0; run < 20_000; run++)
        {
            var expression = Generated.Expression(random);

            ExpressionParser.Parse(expression.ToString()).Expression.ShouldBe(expression, $"run {run}");
        }
    }

    [Fact]
    public void Nothing_crashes_on_100_000_hostile_strings()
    {
        var random = new Random(2);
        string[] pieces = ["(", ")", "AND", "OR", "WITH", "+", "MIT", "GPL-2.0", "BSD", "LicenseRef-", "DocumentRef-:", ":", " ", "\n", "\0", "\ud800", "é", "later", "v3", "Apache", "https://", "opensource.org/licenses/", "%zz", "License :: ", ","];
        for (var run = 0; run < 100_000; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ =>
                random.Next(4) == 0 ? ((char)random.Next(0x10000)).ToString() : pieces[random.Next(pieces.Length)] + (random.Next(2) == 0 ? " " : "")));
            var result = ExpressionParser.Parse(text);
            (result.Expression is null).ShouldBe(result.Error is not null);
            var kind = (StatementKind)(run % 6);
            var conclusion = LicenceNormaliser.Conclude([new LicenceStatement(kind, text, new("x"))], () => []);
            if (conclusion.Expression is { } expression)
            {
                ExpressionParser.Parse(expression.ToString()).Error.ShouldBeNull(text);
            }
        }
    }
}
