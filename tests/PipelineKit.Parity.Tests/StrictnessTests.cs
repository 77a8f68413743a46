using PipelineKit.Parity.Tests.Comparison;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests;

/// <summary>What a reader does not understand stops the proof instead of being left out of it.</summary>
public sealed class StrictnessTests
{
    [Theory]
    [InlineData("github", "      - name: first\n", "      - name: first\n        env: { PYTHONPATH: elsewhere }\n", "lint: a step with a variable of its own: elsewhere (on github)")]
    [InlineData("github", "      - name: first\n", "      - name: first\n        working-directory: elsewhere\n", "lint: a step with a folder of its own (on github)")]
    [InlineData("github", "      - name: first\n", "      - name: first\n        timeout-minutes: 1\n", "lint: unknown key: timeout-minutes (on github)")]
    [InlineData("github", "\njobs:\n", "\nenv: { PYTHONPATH: elsewhere }\njobs:\n", "unknown key: env")]
    [InlineData("github", "DOLLAR: a$b", "DOLLAR: ${{ github.actor }}", "lint: an expression that no spec can hold: ${{ github.actor }} (on github)")]
    [InlineData("gitlab", "      alias: db\n", "      alias: db\n      command: [x]\n", "lint: unknown key: command (on gitlab)")]
    [InlineData("gitlab", "    - tool useless\n", "    - tool useless | cat\n", "lint: not one simple command: tool useless | cat (on gitlab)")]
    [InlineData("gitlab", "    - tool useless\n", "    - PYTHONPATH=x tool\n", "lint: not one simple command: PYTHONPATH=x tool (on gitlab)")]
    [InlineData("gitlab", "\nstages: ", "\nvariables: { PYTHONPATH: elsewhere }\n\nstages: ", "a variable of all jobs that no toolchain reads: PYTHONPATH")]
    [InlineData("gitlab", "  stage: check\n", "  stage: check\n  extends: .other\n", "lint: no such job to extend: .other (on gitlab)")]
    [InlineData("cake", "            AllowFailure = true,\n", "            Shell = \"sh\",\n", "lint: unknown member: Shell (on cake)")]
    [InlineData("cake", "[\"DOLLAR\"] = \"a$b\"", "[\"DOLLAR\"] = Name", "lint: unknown syntax: Name (on cake)")]
    public void Unknown_things_are_refused(string platform, string old, string replacement, string message)
    {
        var outputs = Goldens.Load(Goldens.Grammar).With(platform, old, replacement);

        Should.Throw<UnreadableException>(() => Proof.Problems(outputs)).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("tool hidden\n          cat x >> \"$GITHUB_STEP_SUMMARY\"")]
    [InlineData("cat \"$(tool hidden)\" | cat >> \"$GITHUB_STEP_SUMMARY\"")]
    [InlineData("cat x >> \"$GITHUB_STEP_SUMMARY\" || true\n          tool hidden")]
    public void A_command_does_not_hide_behind_the_summary(string run)
    {
        var outputs = Goldens.Load(Goldens.Grammar).With("github", "      - name: Keep the reports\n", $"      - run: |\n          {run}\n      - name: Keep the reports\n");

        Proof.Problems(outputs).ShouldContain(problem => problem.StartsWith("lint: run: ", StringComparison.Ordinal) && problem.Contains("tool hidden", StringComparison.Ordinal));
    }
}
