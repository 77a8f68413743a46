using System.Text.RegularExpressions;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Pins;

/// <summary>Bumps of committed files, made as Dependabot and Renovate make them: the line of the pin, in all its places, and nothing else.</summary>
public sealed class BumpTests : IDisposable
{
    private const string Workflow = ".github/workflows/ci.yml";
    private const string Pipeline = ".gitlab-ci.yml";
    private const string Forgejo = ".forgejo/workflows/ci.yml";
    private const string Lock = ".pipelinekit/lock.yml";
    private const string NewCommit = "1111111111111111111111111111111111111111";

    private readonly RepositoryCopy _repository = new(Path.Combine(TestFolders.Examples, "python-library"));

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Checkout_in_all_jobs_is_taken_over_and_stays()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        var bumped = _repository.Read(Workflow);

        await CheckIsGood("actions/checkout v7.1.0 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldBe(bumped);
        _repository.Read(Lock).ShouldContain($"actions/checkout: v7.1.0@{NewCommit}\n");
        await NothingToDo();
    }

    [Fact]
    public async Task One_image_is_taken_over()
    {
        Replace(Pipeline, "busybox:1.37.0", "busybox:1.37.3");
        var bumped = _repository.Read(Pipeline);

        await CheckIsGood("busybox:1.37.0 1.37.3 is newer");
        await Generate();

        _repository.Read(Pipeline).ShouldBe(bumped);
        _repository.Read(Lock).ShouldContain("busybox:1.37.0: 1.37.3\n");
        await NothingToDo();
    }

    [Fact]
    public async Task An_image_may_get_a_digest()
    {
        var digest = "sha256:" + new string('a', 64);
        Replace(Pipeline, "busybox:1.37.0", $"busybox:1.37.0@{digest}");

        await CheckIsGood("busybox:1.37.0 1.37.0 is newer");
        await Generate();

        _repository.Read(Pipeline).ShouldContain($"busybox:1.37.0@{digest}\n");
        await NothingToDo();
    }

    [Fact]
    public async Task Two_actions_at_once_are_taken_over()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        Bump(Workflow, "actions/upload-artifact", "v7.2.0", new string('2', 40));
        var bumped = _repository.Read(Workflow);

        await CheckIsGood("actions/upload-artifact v7.2.0 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldBe(bumped);
        await NothingToDo();
    }

    [Fact]
    public async Task A_path_below_an_action_shares_its_pin()
    {
        Bump(Workflow, "github/codeql-action", "v4.40.0");

        await CheckIsGood("github/codeql-action v4.40.0 is newer");
        await Generate();

        _repository.Read(Lock).ShouldContain($"github/codeql-action: v4.40.0@{NewCommit}\n");
        await NothingToDo();
    }

    [Fact]
    public async Task Only_one_of_several_places_is_an_error_that_names_the_others()
    {
        var text = _repository.Read(Workflow);
        var at = text.IndexOf("actions/checkout@", StringComparison.Ordinal);
        var end = text.IndexOf('\n', at);
        _repository.Write(Workflow, $"{text[..at]}actions/checkout@{NewCommit} # v7.1.0{text[end..]}");
        var before = _repository.Status();

        foreach (var args in (string[][])[["generate", "--check"], ["generate"]])
        {
            var result = await Support.Cli.RunAsync(_repository.Folder, args);

            result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
            result.Error.ShouldContain("PK4051");
            result.Error.ShouldContain($"v7.1.0@{NewCommit} in job lint (line ");
            foreach (var job in (string[])["sast", "licence-check", "test-coverage", "docs", "code-scanning"])
            {
                result.Error.ShouldContain($"job {job} (line ");
            }
        }

        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task The_files_of_other_platforms_are_brought_along_and_are_no_drift()
    {
        await AddForgejo();
        Bump(Workflow, "actions/checkout", "v7.1.0");

        await CheckIsGood("actions/checkout v7.1.0 is newer");
        await Generate();

        _repository.Read(Forgejo).ShouldContain($"https://github.com/actions/checkout@{NewCommit} # v7.1.0\n");
        _repository.Read(Forgejo).ShouldNotContain("# v7.0.1");
        await NothingToDo();
    }

    [Fact]
    public async Task A_version_that_is_data_is_taken_over_on_all_platforms()
    {
        Replace(Pipeline, "uv:0.12.5-", "uv:0.13.9-");

        await CheckIsGood("uv 0.13.9 is newer");
        await Generate();

        _repository.Read(Pipeline).ShouldNotContain("0.12.5");
        _repository.Read(Workflow).ShouldContain("version: 0.13.9\n");
        _repository.Read(Workflow).ShouldNotContain("0.12.5");
        _repository.Read("pipelinekit.cake").ShouldContain("uv >= 0.13.9");
        await NothingToDo();
    }

    [Fact]
    public async Task A_tag_with_a_variable_of_a_matrix_which_bots_do_not_read_is_brought_along()
    {
        Replace(Pipeline, "uv:0.12.5-python3.12", "uv:0.13.9-python3.12");
        _repository.Read(Pipeline).ShouldContain("uv:0.12.5-python$PK_PYTHON");

        await CheckIsGood("uv 0.13.9 is newer");
        await Generate();

        _repository.Read(Pipeline).ShouldContain("uv:0.13.9-python$PK_PYTHON");
        _repository.Read(Pipeline).ShouldNotContain("0.12.5");
        await NothingToDo();
    }

    [Fact]
    public async Task Bumps_of_two_platforms_meet()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        Replace(Workflow, "version: 0.12.5", "version: 0.13.0");
        Replace(Pipeline, "uv:0.12.5-", "uv:0.13.9-");

        await CheckIsGood("uv 0.13.9 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldContain("version: 0.13.9\n");
        await NothingToDo();
    }

    [Fact]
    public async Task A_later_change_of_the_spec_regenerates_around_a_bump()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        await Generate();
        Replace("pipelinekit.yml", "minimum: 90", "minimum: 80");

        await Generate();

        _repository.Read(Workflow).ShouldContain("--cov-fail-under=80");
        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # v7.1.0");
        _repository.Read(Workflow).ShouldNotContain("# v7.0.1");
        await NothingToDo();
    }

    [Fact]
    public async Task A_change_of_the_spec_that_comes_with_a_bump_regenerates_around_it()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        Replace("pipelinekit.yml", "minimum: 90", "minimum: 80");

        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.ProblemsFound);
        await Generate();

        _repository.Read(Workflow).ShouldContain("--cov-fail-under=80");
        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # v7.1.0");
        await NothingToDo();
    }

    [Fact]
    public async Task A_hand_edit_beside_a_bump_is_told_apart_and_not_overwritten()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        Replace(Workflow, "timeout-minutes: 10", "timeout-minutes: 11");
        var edited = _repository.Read(Workflow);

        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.ProblemsFound);
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("PK4002");
        _repository.Read(Workflow).ShouldBe(edited);
    }

    [Theory]
    [InlineData("actions/checkout@[^\n]*", "somebody/checkout@1111111111111111111111111111111111111111 # v7.1.0")]
    [InlineData("# v7\\.0\\.1", "# v7.0.1 really")]
    [InlineData("image: busybox:1\\.37\\.0", "image: busybux:1.38.0")]
    [InlineData("python3\\.12-trixie", "python3.13-trixie")]
    [InlineData("timeout-minutes: 20", "timeout-minutes: 21")]
    public async Task Nothing_else_is_read_back(string pattern, string by)
    {
        var (was, file) = (_repository.Read(Workflow), _repository.Read(Pipeline));
        (Regex.IsMatch(was, pattern) || Regex.IsMatch(file, pattern)).ShouldBeTrue();
        _repository.Write(Workflow, Regex.Replace(was, pattern, by));
        _repository.Write(Pipeline, Regex.Replace(file, pattern, by));

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("PK4002");
        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.ProblemsFound);
    }

    [Fact]
    public async Task A_pin_older_than_the_built_in_one_is_told_and_replaced()
    {
        var generated = _repository.Read(Workflow);
        Bump(Workflow, "actions/checkout", "v6.0.0");

        var check = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        check.Exit.ShouldBe(ExitCode.ProblemsFound);
        check.Error.ShouldContain("PK4055");
        await Generate();

        _repository.Read(Workflow).ShouldBe(generated);
        _repository.Status().ShouldBe("");
    }

    [Theory]
    [InlineData("actions/checkout@v7.1.0", "PK4050")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111", "PK4050")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111 # main", "PK4050")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111 # v7.0.1", "PK4052")]
    [InlineData("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.1.0", "PK4052")]
    public async Task What_is_no_whole_pair_or_contradicts_a_known_one_is_an_error(string uses, string code)
    {
        _repository.Write(Workflow, Regex.Replace(_repository.Read(Workflow), "actions/checkout@[^\n]*", uses));
        var before = _repository.Status();

        foreach (var args in (string[][])[["generate", "--check"], ["generate"]])
        {
            var result = await Support.Cli.RunAsync(_repository.Folder, args);
            result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
            result.Error.ShouldContain(code);
        }

        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task Force_takes_what_the_spec_says()
    {
        var generated = _repository.Read(Workflow);
        _repository.Write(Workflow, Regex.Replace(generated, "actions/checkout@[^\n]*", "actions/checkout@v7.1.0"));

        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--force")).Exit.ShouldBe(ExitCode.Ok);

        _repository.Read(Workflow).ShouldBe(generated);
    }

    [Fact]
    public async Task A_pin_of_the_spec_holds()
    {
        _repository.Write("pipelinekit.yml", $"{_repository.Read("pipelinekit.yml")}pins:\n  actions/checkout: v7.0.5@{NewCommit}\n  busybox: 1.36.1@sha256:{new string('b', 64)}\n  uv: 0.12.9\n");
        await Generate();
        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # v7.0.5\n");
        _repository.Read(Workflow).ShouldContain("version: 0.12.9\n");
        _repository.Read(Pipeline).ShouldContain($"image: busybox:1.36.1@sha256:{new string('b', 64)}\n");

        Bump(Workflow, "actions/checkout", "v7.1.0", new string('2', 40));
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("PK4053");
        result.Error.ShouldContain("actions/checkout is held at v7.0.5");
    }

    [Fact]
    public async Task Files_of_the_repository_hold_pins_too()
    {
        _repository.Write(".pipelinekit/pins/actions.yml", $"- {{ action: actions/checkout, version: v7.0.5, sha: {NewCommit} }}\n");
        _repository.Write(".pipelinekit/pins/tools.yml", "ruff: 0.17.6\n");
        _repository.Write(".pipelinekit/pins/images.yml", "busybox:1.37.0: 1.38.0\n");

        await Generate();

        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # v7.0.5\n");
        _repository.Read(Workflow).ShouldContain("ruff@0.17.6");
        _repository.Read(Pipeline).ShouldContain("image: busybox:1.38.0\n");
        await NothingToDo();
    }

    [Fact]
    public async Task A_file_of_pins_under_another_name_is_refused_by_name()
    {
        _repository.Write(".pipelinekit/pins/action.yml", "a: 1\n");

        var result = await Support.Cli.RunAsync(_repository.Folder, "validate");

        result.Out.ShouldContain(".pipelinekit/pins/action.yml");
        result.Out.ShouldContain("\"pins/actions.yml\"");
    }

    [Theory]
    [InlineData("dependabot", ".github/dependabot.yml", "default-days: 7")]
    [InlineData("renovate", "renovate.json", "\"minimumReleaseAge\": \"7 days\"")]
    public async Task The_configuration_of_a_bot_is_written_once(string bot, string file, string cooldown)
    {
        _repository.Write("pipelinekit.yml", $"{_repository.Read("pipelinekit.yml")}updates: {bot}\n");

        await Generate();
        _repository.Read(file).ShouldContain(cooldown);
        _repository.Write(file, "mine\n");
        await NothingToDo();

        _repository.Read(file).ShouldBe("mine\n");
    }

    [Fact]
    public async Task What_the_lock_file_holds_must_be_a_pin()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        await Generate();
        Replace(Lock, $"v7.1.0@{NewCommit}", "v7.1.0@main");

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound);
        result.Error.ShouldContain("PK4057");
    }

    [Fact]
    public async Task Another_digest_of_one_tag_is_taken_over()
    {
        var (first, second) = ("sha256:" + new string('a', 64), "sha256:" + new string('b', 64));
        Replace(Pipeline, "busybox:1.37.0", $"busybox:1.37.0@{first}");
        await Generate();

        Replace(Pipeline, first, second);
        await CheckIsGood("busybox:1.37.0 1.37.0 is newer");
        await Generate();

        _repository.Read(Lock).ShouldContain($"busybox:1.37.0: 1.37.0@{second}\n");
        _repository.Read(Pipeline).ShouldNotContain(first);
        await NothingToDo();
    }

    [Theory]
    [InlineData("busybox:1.37.0", "busybox:1.38.0")]
    [InlineData("uv:0.12.5-python3.12-trixie-slim", "uv:0.13.0-python3.12-trixie-slim")]
    public async Task A_tag_that_was_changed_without_its_digest_is_an_error(string image, string other)
    {
        var digest = "sha256:" + new string('a', 64);
        Replace(Pipeline, image, $"{image}@{digest}");
        await Generate();
        Replace(Pipeline, $"{image}@{digest}", $"{other}@{digest}");
        var before = _repository.Status();

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("PK4052");
        result.Error.ShouldContain("that digest is known to be");
        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task A_pin_of_the_spec_is_stronger_than_what_was_taken_over_before()
    {
        Replace(Pipeline, "busybox:1.37.0", "busybox:1.37.3");
        Bump(Workflow, "actions/checkout", "v7.1.0");
        await Generate();

        _repository.Write("pipelinekit.yml", $"{_repository.Read("pipelinekit.yml")}pins:\n  busybox: 1.36.1\n  actions/checkout: v7.0.5@{new string('2', 40)}\n");
        await Generate();

        _repository.Read(Pipeline).ShouldContain("image: busybox:1.36.1\n");
        _repository.Read(Workflow).ShouldContain($"actions/checkout@{new string('2', 40)} # v7.0.5\n");
        await NothingToDo();
    }

    [Theory]
    [InlineData("actions/chekout: v7.1.0@1111111111111111111111111111111111111111", "did you mean actions/checkout?")]
    [InlineData("busibox:1.37.0: 1.38.0", "did you mean busybox:1.37.0?")]
    public async Task A_pin_of_the_spec_that_holds_nothing_is_told(string pin, string hint)
    {
        _repository.Write("pipelinekit.yml", $"{_repository.Read("pipelinekit.yml")}pins:\n  {pin}\n");

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldContain("PK4060");
        result.Error.ShouldContain(hint);
    }

    [Fact]
    public async Task A_tag_that_lost_its_v_is_the_same_pin()
    {
        var generated = _repository.Read(Workflow);
        _repository.Write(Workflow, generated.Replace("# v7.0.1", "# 7.0.1", StringComparison.Ordinal));

        var check = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        check.Exit.ShouldBe(ExitCode.ProblemsFound, check.ToString());
        check.Error.ShouldNotContain("PK4");
        await Generate();

        _repository.Read(Workflow).ShouldBe(generated);
    }

    [Fact]
    public async Task A_newer_tag_without_its_v_is_taken_over_as_it_stands()
    {
        Bump(Workflow, "actions/checkout", "7.1.0");

        await CheckIsGood("actions/checkout 7.1.0 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # 7.1.0\n");
        await NothingToDo();
    }

    [Fact]
    public async Task A_bump_of_a_file_with_Windows_line_ends_is_taken_over()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        var bumped = _repository.Read(Workflow).Replace("\n", "\r\n", StringComparison.Ordinal);
        _repository.Write(Workflow, bumped);

        await CheckIsGood("actions/checkout v7.1.0 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldBe(bumped);
        _repository.Read(Lock).ShouldContain($"actions/checkout: v7.1.0@{NewCommit}\n");
        await NothingToDo();
    }

    [Theory]
    [InlineData("\"actions/checkout@{0}\" # {1}")]
    [InlineData("'actions/checkout@{0}'   #{1}")]
    [InlineData("actions/checkout@{0} #  {1}  ")]
    public async Task A_bump_that_is_spelt_in_another_way_is_taken_over_and_spelt_as_ever(string uses)
    {
        _repository.Write(Workflow, Regex.Replace(_repository.Read(Workflow), "actions/checkout@[^\n]*", string.Format(System.Globalization.CultureInfo.InvariantCulture, uses, NewCommit, "v7.1.0")));

        await CheckIsGood("actions/checkout v7.1.0 is newer");
        await Generate();

        _repository.Read(Workflow).ShouldContain($"uses: actions/checkout@{NewCommit} # v7.1.0\n");
        _repository.Read(Workflow).ShouldNotContain("# v7.0.1");
        await NothingToDo();
    }

    [Theory]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111\n      # v7.1.0", "PK4002")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111 # v7.1.0 # v7.2.0", "PK4002")]
    [InlineData("&a actions/checkout@1111111111111111111111111111111111111111 # v7.1.0", "PK4002")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111 # v7.1.0'$(id)", "PK4050")]
    [InlineData("actions/checkout@AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA # v7.1.0", "PK4050")]
    [InlineData("actions/checkout@1111111 # v7.1.0", "PK4050")]
    [InlineData("actions/checkout@1111111111111111111111111111111111111111 # v99999999999999999999", "PK4054")]
    public async Task What_is_written_meanly_is_refused_and_stays(string uses, string code)
    {
        _repository.Write(Workflow, Regex.Replace(_repository.Read(Workflow), "actions/checkout@[^\n]*", uses));
        var before = _repository.Status();

        (await Support.Cli.RunAsync(_repository.Folder, "generate", "--check")).Exit.ShouldBe(ExitCode.ProblemsFound);
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain(code);
        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task A_bump_of_Forgejo_is_taken_over_everywhere()
    {
        await AddForgejo();
        Bump(Forgejo, "actions/checkout", "v7.1.0");
        var bumped = _repository.Read(Forgejo);

        await CheckIsGood("actions/checkout v7.1.0 is newer");
        await Generate();

        _repository.Read(Forgejo).ShouldBe(bumped);
        _repository.Read(Workflow).ShouldContain($"actions/checkout@{NewCommit} # v7.1.0\n");
        _repository.Read(Workflow).ShouldNotContain("# v7.0.1");
        await NothingToDo();
    }

    [Fact]
    public async Task One_tag_at_two_commits_on_two_platforms_is_an_error()
    {
        await AddForgejo();
        Bump(Workflow, "actions/checkout", "v7.1.0");
        Bump(Forgejo, "actions/checkout", "v7.1.0", new string('2', 40));
        var before = _repository.Status();

        foreach (var args in (string[][])[["generate", "--check"], ["generate"]])
        {
            var result = await Support.Cli.RunAsync(_repository.Folder, args);
            result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
            result.Error.ShouldContain("PK4052");
            result.Error.ShouldContain($"v7.1.0@{NewCommit} in {Workflow} and at v7.1.0@{new string('2', 40)} in {Forgejo}");
        }

        _repository.Status().ShouldBe(before);
    }

    [Fact]
    public async Task A_release_that_the_library_knows_at_another_commit_than_the_lock_file_is_an_error()
    {
        Bump(Workflow, "actions/checkout", "v7.1.0");
        await Generate();
        Replace(Lock, $"v7.1.0@{NewCommit}", $"v7.0.1@{NewCommit}");

        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");

        result.Exit.ShouldBe(ExitCode.ProblemsFound, result.ToString());
        result.Error.ShouldContain("PK4052");
        result.Error.ShouldContain($"{Lock} has actions/checkout at v7.0.1 and commit {NewCommit}");
    }

    [Fact]
    public async Task Images_with_digests_are_written_alike_without_a_network()
    {
        var digest = "sha256:" + new string('a', 64);
        _repository.Write("pipelinekit.yml", _repository.Read("pipelinekit.yml") + "pins: { digests: true }\n");
        Replace(Pipeline, "busybox:1.37.0", $"busybox:1.37.0@{digest}");

        await Generate();
        var (pipeline, locked) = (_repository.Read(Pipeline), _repository.Read(Lock));
        var again = await Support.Cli.RunAsync(_repository.Folder, "generate", "--force");

        again.Exit.ShouldBe(ExitCode.Ok);
        again.Error.ShouldNotContain("busybox");
        again.Error.ShouldContain("PK4059");
        (_repository.Read(Pipeline), _repository.Read(Lock)).ShouldBe((pipeline, locked));
    }

    private async Task AddForgejo()
    {
        Replace("pipelinekit.yml", "targets: [github, ", "targets: [github, forgejo, ");
        await Generate();
    }

    private void Replace(string path, string old, string by)
    {
        var text = _repository.Read(path);
        text.ShouldContain(old);
        _repository.Write(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    // Every place, as Dependabot does: the commit and the comment.
    private void Bump(string path, string action, string tag, string commit = NewCommit)
    {
        var text = _repository.Read(path);
        var bumped = Regex.Replace(text, $"({Regex.Escape(action)}(?:/[a-z-]+)?)@[0-9a-f]{{40}} # [^\n]+", $"$1@{commit} # {tag}");
        bumped.ShouldNotBe(text);
        _repository.Write(path, bumped);
    }

    private async Task CheckIsGood(string message)
    {
        var before = _repository.Status();
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Out.ShouldBe("");
        result.Error.ShouldContain("PK4056");
        result.Error.ShouldContain(message);
        _repository.Status().ShouldBe(before);
    }

    private async Task Generate()
    {
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
    }

    private async Task NothingToDo()
    {
        var before = _repository.Status();
        var result = await Support.Cli.RunAsync(_repository.Folder, "generate", "--check");
        result.Exit.ShouldBe(ExitCode.Ok, result.ToString());
        result.Error.ShouldNotContain("PK4");
        await Generate();
        _repository.Status().ShouldBe(before);
    }
}
