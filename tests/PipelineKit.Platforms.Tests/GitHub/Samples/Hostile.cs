using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>Texts that try to become something else, in every place that takes text from a spec.</summary>
internal static class Hostile
{
    private const string Expression = "${{ secrets.TOKEN }}";

    private static readonly Project Odd = new("odd", "it's ${{ github.actor }}", "python");

    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        Sample.Job("texts") with
        {
            Title = $"Title: {Expression} # not a comment",
            Project = Odd,
            ReportsDirectory = $"{Odd.Path}/reports/texts",
            Matrix = new Matrix { Axes = [new MatrixAxis("value", [Expression, "yes", "1e3", "it's", "a, b"])] },
            Env =
            [
                new("A", Expression), new("B", "line\nbreak\n"), new("C", "$HOME `id` $(id)"), new("D", " padded "), new("E", ""), new("F", "*"), new("G", "\r\u2028\t"),
            ],
            Run =
            [
                Sample.Command($"name: {Expression}", "printf", "%s", Expression, "$HOME `id` $(id)", "it's", "", "~", "*", "a\nb", "\r\u2028", "-n", "!", "{a,b}", "ünï", new MatrixValue("value")),
                Sample.Command("program", "A=b", "x"),
                Sample.Command("reserved", "if", "x") with { Stdout = "-odd/fi le$x" },
            ],
            Artifacts = [new Artifact("odd", [$"{Odd.Path}/a b", "- x"])],
            Reports = [new Report(ReportKind.Junit, $"{Odd.Path}/reports/texts/ju nit.xml"), new Report(ReportKind.Summary, $"{Odd.Path}/reports/texts/$x*.md")],
            Environment = new DeploymentEnvironment(Expression, false, Expression),
            Concurrency = new Concurrency(Expression, false),
            When = new Condition { Branches = ["it's/**"], Paths = ["$(id)/**", "'; id; '"] },
            Services = [new Service { Alias = "db", Image = "db:1", Port = 1, Env = new Dictionary<string, string> { ["A"] = Expression } }],
        }) with
    {
        Name = $"name {Expression}",
    };
}
