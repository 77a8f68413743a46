using PipelineKit.Parity.Tests.Comparison;

namespace PipelineKit.Parity.Tests;

/// <summary>One change of one file: the comparison names the job, the place, and who differs.</summary>
public sealed class MutationTests
{
    private const string Changed = "-changed";
    private const string Monorepo = "examples/monorepo";
    private const string Grammar = "tests/PipelineKit.Parity.Tests/Vectors/grammar";
    private const string Passing = " || case $? in 3 | 1) ;; *) exit $? ;; esac";

    // Folder, platform, text, its replacement, the message.
    public static TheoryData<string, string, string, string, string> Commands => new()
    {
        { Grammar, "github", "tool report", "tool --report", "lint: run[1].argv[1]: \"--report\" on github; \"report\" on gitlab, cake" },
        { Grammar, "gitlab", "tool report", "tool --report", "lint: run[1].argv[1]: \"report\" on github, cake; \"--report\" on gitlab" },
        { Grammar, "cake", "\"tool\", \"report\"", "\"tool\", \"--report\"", "lint: run[1].argv[1]: \"report\" on github, gitlab; \"--report\" on cake" },
        { Grammar, "github", "'a b' ", "", "lint: run[0].argv: \"a b\" on gitlab, cake; not on github" },
        { Grammar, "gitlab", "'a b' ", "", "lint: run[0].argv: \"a b\" on github, cake; not on gitlab" },
        { Grammar, "cake", "\"a b\", ", "", "lint: run[0].argv: \"a b\" on github, gitlab; not on cake" },
        { Grammar, "gitlab", "'$X'", "\"$X\"", "lint: run[0].argv[7]: \"$X\" on github, cake; {\"env\":\"X\"} on gitlab" },
        { Grammar, "gitlab", "\"$PK_NODE_VERSION\"", "\"$PK_PYTHON\"", "lint: run[0].argv[1].matrix: \"node-version\" on github, cake; \"python\" on gitlab" },
        { Grammar, "github", "run: tool useless", "uses: actions/none@v1", "lint: run: {\"argv\":[\"tool\",\"useless\"]} on gitlab, cake; not on github" },
        { Grammar, "gitlab", "    - tool useless\n", "", "lint: run: {\"argv\":[\"tool\",\"useless\"]} on github, cake; not on gitlab" },
        { Grammar, "cake", "            .Does(() => Run(\"mkdir\", \"-p\", \"somewhere\"))\n", "", "lint: run: {\"argv\":[\"mkdir\",\"-p\",\"somewhere\"]} on github, gitlab; not on cake" },
        { Grammar, "github", "./check.sh | tee check.log", "./check.sh", "lint: run[3].script: \"./check.sh\" on github; \"./check.sh | tee check.log\" on gitlab, cake" },
        { Grammar, "gitlab", "bash -eo pipefail -c 'make x | cat'", "sh -ec 'make x | cat'", "lint-image: run[1].shell: \"bash\" on github, cake; \"sh\" on gitlab" },
        { Grammar, "gitlab", "> reports/lint/report.txt", "> report.txt", "lint: run[1].stdout: \"reports/lint/report.txt\" on github, cake; \"report.txt\" on gitlab" },
        { Monorepo, "github", "run: npm ci", "run: npm install", "lint-web: install[0].argv[1]: \"install\" on github; \"ci\" on gitlab, cake" },
        { Monorepo, "gitlab", "    - npm ci\n", "", "lint-web: install: [{\"argv\":[\"npm\",\"ci\"]}] on github, cake; nothing on gitlab" },
        { Monorepo, "cake", "    .Does(() => Install([\"npm\", \"ci\"]))\n", "", "lint-web: install: [{\"argv\":[\"npm\",\"ci\"]}] on github, gitlab; nothing on cake" },
    };

    public static TheoryData<string, string, string, string, string> Failures => new()
    {
        { Grammar, "gitlab", "'~' || failed=1", "'~'", "lint: run[0].onFailure: \"later\" on github, cake; nothing on gitlab" },
        { Grammar, "gitlab", "    - exit \"${failed:-0}\"\n", "", "lint: run[0].onFailure: \"later\" on github, cake; \"ignored\" on gitlab" },
        { Grammar, "github", "steps.report.outcome == 'success'", "steps.report.conclusion == 'success'", "lint: run[2].condition: \"unknown\" on github; nothing on gitlab, cake" },
        { Grammar, "cake", "\"~\"], later: true", "\"~\"]", "lint: run[0].onFailure: \"later\" on github, gitlab; nothing on cake" },
        { Grammar, "github", "in 3 | 1)", "in 3)", "lint: run[1].findings: 1 on gitlab, cake; not on github" },
        { Grammar, "gitlab", Passing, " || true", "lint: run[1].onFailure: \"report\" on github, cake; \"ignored\" on gitlab" },
        { Grammar, "gitlab", Passing, "", "lint: run[1].onFailure: \"report\" on github, cake; nothing on gitlab" },
        { Grammar, "cake", ", findings: [3, 1]", "", "lint: run[1].onFailure: \"report\" on github, gitlab; nothing on cake" },
        { Grammar, "gitlab", "table.txt || true", "table.txt", "lint: run[8].onFailure: nothing on github, cake; \"stops the others\" on gitlab" },
        { Grammar, "cake", "\"echo one\\n\"], always: true", "\"echo one\\n\"], later: false", "lint: run[8].always: true on github, gitlab; nothing on cake" },
        { Grammar, "cake", "            AllowFailure = true,\n", "", "lint: allowFailure: true on github, gitlab; nothing on cake" },
        { Grammar, "github", "    continue-on-error: true\n", "", "lint: allowFailure: nothing on github; true on gitlab, cake" },
    };

    public static TheoryData<string, string, string, string, string> Circumstances => new()
    {
        { Monorepo, "github", "ESLINT_ROOT: ..", "ESLINT_ROOT: .", "lint-web: env.ESLINT_ROOT: \".\" on github; \"..\" on gitlab, cake" },
        { Monorepo, "gitlab", "ESLINT_ROOT: ..", "ESLINT_ROOT: .", "lint-web: env.ESLINT_ROOT: \"..\" on github, cake; \".\" on gitlab" },
        { Monorepo, "cake", "[\"ESLINT_ROOT\"] = \"..\"", "[\"ESLINT_ROOT\"] = \".\"", "lint-web: env.ESLINT_ROOT: \"..\" on github, gitlab; \".\" on cake" },
        { Grammar, "github", "      PASSWORD: pa$s", "      PASSWORD: pass", "lint: env.PASSWORD: \"pass\" on github; {\"get\":\"password\",\"service\":\"db\"} on gitlab, cake" },
        { Grammar, "gitlab", "HOST: db", "HOST: other", "lint: env.HOST: {\"get\":\"host\",\"service\":\"db\"} on github, cake; \"other\" on gitlab" },
        { Grammar, "github", "OTHER_PORT: \"3307\"", "OTHER_PORT: \"3306\"", "lint: env.OTHER_PORT.service: \"db\" on github, gitlab; \"other\" on cake" },
        { Grammar, "cake", "[\"PASSWORD\"] = \"password\"", "[\"PASSWORD\"] = \"host\"", "lint: env.PASSWORD.get: \"password\" on github, gitlab; \"host\" on cake" },
        { Grammar, "gitlab", "AXIS: $PK_NODE_VERSION", "AXIS: \"22\"", "lint: env.AXIS: {\"matrix\":\"node-version\"} on github, cake; \"22\" on gitlab" },
        { Grammar, "gitlab", "DOLLAR:\n      value: a$b\n      expand: false", "DOLLAR: a-$b", "lint: env.DOLLAR: \"a$b\" on github, cake; {\"expanded\":\"a-$b\"} on gitlab" },
        { Grammar, "github", "image: mariadb:11.4.5", "image: mariadb:11.8.1", "lint: services.db.image: \"mariadb:11.8.1\" on github; \"mariadb:11.4.5\" on gitlab, cake" },
        { Grammar, "gitlab", "name: mariadb:11.4.5", "name: mariadb:11.8.1", "lint: services.db.image: \"mariadb:11.4.5\" on github, cake; \"mariadb:11.8.1\" on gitlab" },
        { Grammar, "cake", "\"mariadb:11.4.5\"", "\"mariadb:11.8.1\"", "lint: services.db.image: \"mariadb:11.4.5\" on github, gitlab; \"mariadb:11.8.1\" on cake" },
        { Grammar, "gitlab", "MARIADB_DATABASE: app", "MARIADB_DATABASE: data", "lint: services.db.env.MARIADB_DATABASE: \"app\" on github, cake; \"data\" on gitlab" },
        { Grammar, "gitlab", "uv:0.12.5-", "uv:0.12.4-", "lint: toolchains.uv: \"0.12.5\" on github, cake; \"0.12.4\" on gitlab" },
        { Grammar, "github", "UV_PYTHON: ${{ matrix.python }}", "UV_PYTHON: \"3.13\"", "lint: toolchains.python: \"3.13\" on github; {\"matrix\":\"python\"} on gitlab, cake" },
        { Grammar, "gitlab", "UV_PYTHON: $PK_PYTHON", "UV_PYTHON: \"3.13\"", "lint: toolchains.python: {\"matrix\":\"python\"} on github, cake; [\"3.13\",{\"matrix\":\"python\"}] on gitlab" },
        { Monorepo, "github", "python3-bandit", "flake8", "sast-report: toolchains.bandit-debian: nothing on github; \"any\" on gitlab, cake" },
        { Monorepo, "github", "working-directory: services/api", "working-directory: services", "lint-api: directory: \"services\" on github; \"services/api\" on gitlab, cake" },
        { Monorepo, "gitlab", "- cd services/api", "- cd services", "lint-api: directory: \"services/api\" on github, cake; \"services\" on gitlab" },
        { Monorepo, "cake", "Directory = \"services/api\"", "Directory = \"services\"", "lint-api: directory: \"services/api\" on github, gitlab; \"services\" on cake" },
        { Grammar, "gitlab", "after_script:\n    - cd services/api\n", "after_script:\n", "lint: directoryOfAlways: nothing on github, cake; \".\" on gitlab" },
        { Grammar, "github", "timeout-minutes: 90", "timeout-minutes: 91", "lint-image: timeoutSeconds: 5460 on github; 5400 on gitlab, cake" },
        { Grammar, "gitlab", "1 minute 30 seconds", "1 minute 31 seconds", "lint: timeoutSeconds: 120 on github; 91 on gitlab; 90 on cake" },
        { Grammar, "gitlab", "PK_NODE_VERSION: [\"20\", \"22\"]", "PK_NODE_VERSION: [\"20\", \"24\"]", "lint: matrix.node-version[1]: \"22\" on github, cake; \"24\" on gitlab" },
        { Grammar, "gitlab", "\nlint-image:", "\nlint-other:", "lint-other: no such job on github, cake" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    [MemberData(nameof(Failures))]
    [MemberData(nameof(Circumstances))]
    public void A_change_is_named(string folder, string platform, string old, string replacement, string message)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));

        Proof.Problems(outputs.With(platform, old, replacement)).ShouldContain(message);
    }

    public static TheoryData<string> Folders => GoldenTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_changed_argument_of_any_job_on_any_platform_is_named(string folder)
    {
        var outputs = Goldens.Load(Path.Combine(Places.Repository, folder));
        foreach (var platform in outputs.Texts.Keys.Where(_ => !outputs.Texts.Values.Any(IsBroken)))
        {
            var (text, changes) = WithChangedArguments(outputs, platform);
            var problems = Proof.Problems(outputs.With(platform, text));

            changes.ShouldNotBeEmpty();
            foreach (var (job, argument) in changes)
            {
                // What only this platform does, a report, is told by its comment alone.
                var everywhere = outputs.Texts.Values.All(other => other.Contains(argument[..^Changed.Length], StringComparison.Ordinal));
                problems.ShouldContain(
                    problem => problem.StartsWith(everywhere ? $"{job}: run" : $"{job}: ", StringComparison.Ordinal) && problem.Contains($"\"{argument}\"", StringComparison.Ordinal),
                    $"{platform}, {job}: {argument}");
            }
        }
    }

    // In every job with commands, its longest argument that no shell and no C# spells in another way.
    private static (string Text, List<(string Job, string Argument)> Changes) WithChangedArguments(Outputs outputs, string platform)
    {
        var text = outputs.Texts[platform];
        var jobs = outputs.Read().Single(pipeline => pipeline.Platform == platform).Jobs;
        var end = text.Length;
        var changes = new List<(string, string)>();
        foreach (var (id, start) in Comments.Places(text, jobs.Keys).Reverse())
        {
            var arguments = jobs[id].Parts["run"]?.AsArray().SelectMany(command => command!["argv"]?.AsArray() ?? []).Select(argument => argument!.ToString());
            var plain = arguments?.Where(a => a.Length > 2 && a.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '/' or '=')).MaxBy(a => a.Length);
            if (plain is not null)
            {
                var body = text.IndexOf('\n', start);
                text = text[..body] + text[body..end].Replace(plain, plain + Changed, StringComparison.Ordinal) + text[end..];
                changes.Add((id, plain + Changed));
            }

            end = start;
        }

        return (text, changes);
    }

    // Where a patch gives up parity, a change of the patched job is not looked for.
    private static bool IsBroken(string text) => Comments.Broken(text).Count > 0;
}
