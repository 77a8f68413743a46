using PipelineKit.Core.Model;
using PipelineKit.Core.Yaml;
using PipelineKit.Platforms.Forgejo;
using PipelineKit.Platforms.Tests.GitHub.Samples;
using PipelineKit.Platforms.Tests.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Forgejo;

/// <summary>How the workflow of a forge differs from that of GitHub.</summary>
public class WorkflowTests
{
    private const string Commit = "3d3c42e5aac5ba805825da76410c181273ba90b1";

    private static readonly Service Db = new() { Alias = "db", Image = "mariadb:11.4.5", Port = 3306 };

    public static IEnumerable<TheoryDataRow<string, Action<YamlMap>>> Faults =>
    [
        new($"job check: actions/cache@{Commit} is looked up where the administrator says; name its host", t => Use(t, $"actions/cache@{Commit}")),
        new("job check: https://github.com/actions/cache@v5 must be held at a commit", t => Use(t, "https://github.com/actions/cache@v5")),
        new("job check: actions/upload-artifact works on GitHub only", t => Use(t, $"https://github.com/actions/upload-artifact@{Commit}")),
        new("job check: github/codeql-action works on GitHub only", t => Use(t, $"https://github.com/github/codeql-action/upload-sarif@{Commit}")),
        new("job check: the checkout leaves its token in the working tree (persist-credentials: false is missing)", t => Use(t, $"https://github.com/actions/checkout@{Commit}")),
        new("there is no event merge_group", t => ((YamlMap)t["on"])["merge_group"] = YamlScalar.Null()),
        new("job check: environment is ignored", t => Check(t)["environment"] = "production"),
        new("job check: there is no permission id-token", t => ((YamlMap)Check(t)["permissions"])["id-token"] = "write"),
        new("job check: the service db is reached by its name; a mapped port is one of the runner's machine", t => ((YamlMap)((YamlMap)Check(t)["services"])["db"])["ports"] = YamlList.Inline(["3306:3306"])),
    ];

    public static TheoryData<string> Names => [.. Pipelines.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_workflow_passes_the_audit(string name)
    {
        var tree = ForgejoHarness.Emit(Pipelines.All[name]).Tree;

        ForgejoHarness.Emitter.Audit(tree).ShouldBeEmpty();
    }

    [Fact]
    public void A_service_is_reached_by_its_name_and_its_own_port()
    {
        var job = Sample.Job("test", "pytest") with { Services = [Db], Env = [new("DB_HOST", new ServiceValue("db", "host")), new("DB_PORT", new ServiceValue("db", "port"))] };

        var text = ForgejoHarness.Text(Sample.Pipeline(job));

        text.ShouldContain("DB_HOST: db\n");
        text.ShouldContain("DB_PORT: \"3306\"\n");
        text.ShouldNotContain("ports:");
    }

    [Fact]
    public void A_registry_with_a_secret_gets_it_instead_of_a_token()
    {
        var registry = new RegistryDefinition { Id = "nuget", Audience = "a", Tokens = new Dictionary<string, string> { ["T"] = "a" }, Platforms = ["github"], SecretVariable = "NUGET_API_KEY" };
        var pipeline = Sample.Pipeline(Sample.Job("push", "./push.sh") with { Oidc = registry });

        var (tree, diagnostics) = ForgejoHarness.Emit(pipeline);
        var text = YamlWriter.Write(tree);

        text.ShouldContain("NUGET_API_KEY: ${{ secrets.NUGET_API_KEY }}");
        text.ShouldNotContain("id-token");
        diagnostics.ShouldContain(d => d.Message == "job \"push\": nuget takes no identity tokens from Forgejo; the secret NUGET_API_KEY is used");
        new ForgejoSetupList().Describe(pipeline).ShouldContain("Settings > Actions > Secrets: add the secret NUGET_API_KEY, needed, for push.");
    }

    [Fact]
    public void Set_up_needs_no_sudo()
    {
        var toolchain = new ToolchainDefinition
        {
            Id = "tool",
            GitHub = [new GitHubSetup { Run = [["sudo", "apt-get", "install", "tool"]] }],
            GitLabInstall = [["apt-get", "install", "tool"]],
            Local = new LocalProbe(["tool"], "x", "any", "x"),
        };

        var text = ForgejoHarness.Text(Sample.Pipeline(Sample.Job("check", "tool") with { Toolchains = [new(toolchain, "any")] }));

        text.ShouldContain("        run: apt-get install tool\n");
        text.ShouldNotContain("sudo");
    }

    [Fact]
    public void The_label_of_the_spec_wins()
    {
        var runner = new Runner("linux", ["ubuntu-24.04"], []) { ForgejoLabels = ["codeberg-small"] };

        var text = ForgejoHarness.Text(Sample.Pipeline(Sample.Job("check", "make") with { Runner = runner }));

        text.Split("runs-on: codeberg-small").Length.ShouldBe(3, "the job and the gate");
    }

    [Fact]
    public void Paths_are_compared_without_jq()
    {
        var text = ForgejoHarness.Text(Sample.Pipeline(Sample.Job("check", "make") with { When = new Condition { Paths = ["src/**"] } }));

        text.ShouldContain("BASE_COMMIT: ${{ github.event.pull_request.base.sha || github.event.before }}");
        text.ShouldNotContain("jq");
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void The_audit_finds_what_the_forge_does_not_do(string expected, Action<YamlMap> patch)
    {
        var tree = ForgejoHarness.Emit(Sample.Pipeline(Sample.Job("check", "make") with { Services = [Db] })).Tree;
        ForgejoHarness.Emitter.Audit(tree).ShouldBeEmpty();

        patch(tree);

        ForgejoHarness.Emitter.Audit(tree).ShouldBe([expected]);
    }

    [Fact]
    public void The_setup_list_names_runner_gate_and_secrets()
    {
        var job = Sample.Job("check", "make") with { Env = [new("TOKEN", new SecretValue("TOKEN", true))] };

        new ForgejoSetupList().Describe(Sample.Pipeline(job)).ShouldBe(
        [
            "Settings > Actions > Runners: a runner with the label docker that starts Debian or Ubuntu containers with bash, git and Node 24 (for example node:24-bookworm) and knows actions of node24.",
            "Settings > Branches: a rule for main with the status check \"*quality-gate*\"; without it a merge does not wait for the quality gate.",
            "Settings > Actions > Secrets: add the secret TOKEN, needed, for check.",
        ]);
    }

    private static YamlMap Check(YamlMap tree) => (YamlMap)((YamlMap)tree["jobs"])["check"];

    private static void Use(YamlMap tree, string action) => ((YamlList)Check(tree)["steps"]).Items.Add(new YamlMap { ["uses"] = action });
}
