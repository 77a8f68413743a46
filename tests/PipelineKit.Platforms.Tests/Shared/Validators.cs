using System.Diagnostics;
using System.Runtime.CompilerServices;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

/// <summary>Runs the independent checks of <c>tests/validators</c>.</summary>
internal static class Validators
{
    private const int NotInstalled = 3;

    /// <summary>Fails with the findings. A validator that is not there fails too, unless it is left out on purpose, which shows as skipped.</summary>
    public static void Accept(string validator, params IEnumerable<string> files)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1", "PIPELINEKIT_SKIP_VALIDATORS=1");
        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), validator), .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var findings = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var message = process.ExitCode == NotInstalled ? "run dotnet cake --target=set-up first" : findings;
        process.ExitCode.ShouldBe(0, message + errors.GetAwaiter().GetResult());
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "validators"));
}
