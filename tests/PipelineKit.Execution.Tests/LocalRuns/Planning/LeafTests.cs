using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Tests.LocalRuns.Planning;

public sealed class LeafTests
{
    private static readonly Matrix Two = new() { Axes = [new("python", ["3.11", "3.12"]), new("os-flavour", ["a", "b"])] };

    private static readonly Toolchain Uv = With(Make.Toolchain("uv", "1"), new() { ["UV_PYTHON"] = "{python}", ["UV_NODE"] = "{node}", ["UV_QUIET"] = "1" });

    [Fact]
    public void Without_a_matrix_there_is_one_empty_leaf() => Leaf.Expand(null).ShouldHaveSingleItem().Values.ShouldBeEmpty();

    [Fact]
    public void The_last_axis_varies_fastest_and_excluded_leaves_are_gone() =>
        Leaf.Expand(Two with { Exclude = [new Dictionary<string, string> { ["python"] = "3.11", ["os-flavour"] = "b" }] }).Select(l => l.Id)
            .ShouldBe(["python-3.11-os-flavour-a", "python-3.12-os-flavour-a", "python-3.12-os-flavour-b"]);

    [Fact]
    public void Axes_become_variables() =>
        Leaf.Expand(Two)[1].Variables.ShouldBe([new("PK_PYTHON", "3.11"), new("PK_OS_FLAVOUR", "b")]);

    [Fact]
    public void The_primary_leaf_is_the_one_named_or_the_last()
    {
        var named = Make.Matrix("v", "1", "2", "3") with { Primary = new Dictionary<string, string> { ["v"] = "2" } };
        Leaf.PrimaryOf(named, Leaf.Expand(named)).Text.ShouldBe("v 2");
        Leaf.PrimaryOf(Two, Leaf.Expand(Two)).Text.ShouldBe("python 3.12, os-flavour b");
    }

    [Fact]
    public void A_plan_fills_versions_into_texts_and_variables()
    {
        var job = Make.Idle("t") with
        {
            Matrix = Two,
            Toolchains = [Make.Toolchain("python", new MatrixValue("python")), Uv],
            Install = Make.Install() with { Run = [["uv", new MatrixValue("os-flavour")]] },
        };

        var plans = Leaf.Expand(job.Matrix).Select(l => Plan(job, l)).ToList();

        plans[3].Versions.ShouldBe(new Dictionary<string, string> { ["python"] = "3.12", ["uv"] = "1" });
        plans[3].ToolchainEnv.ShouldBe(new Dictionary<string, string> { ["UV_PYTHON"] = "3.12" }, "the job has no node, and a laptop is no CI machine");
        plans[3].Install.ShouldHaveSingleItem().ShouldBe(["uv", "b"]);
        plans.Select(p => p.InstallKey).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_leaf_and_a_job_without_matrix_share_an_install_when_they_use_the_same_version()
    {
        Job Job(string id, Value version) => Make.Idle(id) with { Install = Make.Install("uv", "sync"), Toolchains = [Make.Toolchain("python", version), Uv] };
        var test = Job("test", new MatrixValue("py")) with { Matrix = Make.Matrix("py", "3.11", "3.12") };

        var key = Plan(Job("lint", "3.12"), Leaf.None).InstallKey;

        Leaf.Expand(test.Matrix).Select(l => Plan(test, l).InstallKey == key).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData("{python}", "3.12")]
    [InlineData("a{python}b{python}", "a3.12b3.12")]
    [InlineData("{node}", null)]
    [InlineData("${db:Status-Status}", "${db:Status-Status}")]
    [InlineData("{0}{ }{", "{0}{ }{")]
    public void Only_names_in_braces_are_filled_in(string text, string? expected) =>
        VersionText.Fill(text, new Dictionary<string, string> { ["python"] = "3.12" }).ShouldBe(expected);

    private static LeafPlan Plan(Job job, Leaf leaf) => new(job, leaf, new Dictionary<string, string>());

    private static Toolchain With(Toolchain toolchain, Dictionary<string, string> env) => toolchain with { Definition = toolchain.Definition with { Env = env } };
}
