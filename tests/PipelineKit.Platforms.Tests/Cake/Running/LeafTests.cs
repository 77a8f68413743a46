using PipelineKitRunner;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake.Running;

public sealed class LeafTests
{
    private static JobData Data(params Dictionary<string, string>[] exclude) =>
        new() { Matrix = { ["python"] = ["3.11", "3.12"], ["os-flavour"] = ["a", "b"] }, MatrixExclude = exclude };

    [Fact]
    public void Without_a_matrix_there_is_one_empty_leaf() => Leaf.Expand(new JobData()).ShouldHaveSingleItem().Values.ShouldBeEmpty();

    [Fact]
    public void The_last_axis_varies_fastest_and_excluded_leaves_are_gone() =>
        Leaf.Expand(Data(new Dictionary<string, string> { ["python"] = "3.11", ["os-flavour"] = "b" })).Select(l => l.Id)
            .ShouldBe(["python-3.11-os-flavour-a", "python-3.12-os-flavour-a", "python-3.12-os-flavour-b"]);

    [Fact]
    public void Axes_become_variables() =>
        Leaf.Expand(Data())[1].Variables.ShouldBe([new("PK_PYTHON", "3.11"), new("PK_OS_FLAVOUR", "b")]);

    [Fact]
    public void The_primary_leaf_is_the_one_named_or_the_last()
    {
        var named = new JobData { Matrix = { ["v"] = ["1", "2", "3"] }, Primary = { ["v"] = "2" } };
        Leaf.PrimaryOf(named, Leaf.Expand(named)).Text.ShouldBe("v 2");
        Leaf.PrimaryOf(Data(), Leaf.Expand(Data())).Text.ShouldBe("python 3.12, os-flavour b");
    }

    [Fact]
    public void A_plan_fills_versions_into_texts_and_variables()
    {
        var pipeline = new PipelineData();
        pipeline.Toolchains["python"] = new(["python3", "--version"], "", "prefix", "");
        pipeline.Toolchains["node"] = new(["node"], "", "any", "");
        pipeline.Toolchains["uv"] = new(["uv"], "", "any", "") { Env = { ["UV_PYTHON"] = "{python}", ["UV_NODE"] = "{node}" } };
        var job = new JobInfo("t", Data() with { Install = [["uv", new("matrix", "os-flavour")]] });
        job.Data.Toolchains["python"] = new Value("matrix", "python");
        job.Data.Toolchains["uv"] = "0.12";

        var plans = Leaf.Expand(job.Data).Select(l => new LeafPlan(pipeline, job, l)).ToList();

        plans[3].Versions.ShouldBe(new Dictionary<string, string> { ["python"] = "3.12", ["uv"] = "0.12" });
        plans[3].ToolchainEnv.ShouldBe(new Dictionary<string, string> { ["UV_PYTHON"] = "3.12" }, "the job has no node");
        plans[3].Install.ShouldHaveSingleItem().ShouldBe(["uv", "b"]);
        plans.Select(p => p.InstallKey).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void A_leaf_and_a_job_without_matrix_share_an_install_when_they_use_the_same_version()
    {
        var pipeline = new PipelineData();
        pipeline.Toolchains["uv"] = new(["uv"], "", "any", "") { Env = { ["UV_PYTHON"] = "{python}" } };
        pipeline.Toolchains["python"] = new(["python3"], "", "any", "");
        JobData Job(Value version) => new() { Install = [["uv", "sync"]], Toolchains = { ["python"] = version, ["uv"] = "1" } };
        var lint = new JobInfo("lint", Job("3.12"));
        var test = new JobInfo("test", Job(new Value("matrix", "py")));
        test.Data.Matrix["py"] = ["3.11", "3.12"];

        var key = new LeafPlan(pipeline, lint, Leaf.None).InstallKey;

        Leaf.Expand(test.Data).Select(l => new LeafPlan(pipeline, test, l).InstallKey == key).ShouldBe([false, true]);
    }
}
