using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PipelineKit.Licences.Tests.Support;

/// <summary>Runs the scripts of generated pipelines, each with its own runtime, on a batch of questions in one process.</summary>
internal static class SupportScripts
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Fixture.Project, "../../templates/support"));

    private static string Drivers { get; } = Path.Combine(Fixture.Project, "Support/drivers");

    /// <summary>The answers of the Python scripts.</summary>
    public static Task<List<string>> PythonAsync(JsonArray questions, CancellationToken cancel) =>
        AskAsync("/usr/bin/python3", ["-B", Path.Combine(Drivers, "driver.py"), Path.Combine(Folder, "python-licences")], questions, cancel);

    /// <summary>The answers of the Node scripts.</summary>
    public static Task<List<string>> NodeAsync(JsonArray questions, CancellationToken cancel) =>
        AskAsync("node", [Path.Combine(Drivers, "driver.mjs"), Path.Combine(Folder, "node-licences")], questions, cancel);

    /// <summary>The answers of the .NET sources, which are built first, outside the repository.</summary>
    public static async Task<List<string>> DotNetAsync(JsonArray questions, CancellationToken cancel)
    {
        using var build = new TemporaryFolder();
        foreach (var file in (string[])["Driver.cs", "driver.proj"])
        {
            build.With(Path.ChangeExtension(file, file == "driver.proj" ? ".csproj" : ".cs"), await File.ReadAllTextAsync(Path.Combine(Drivers, file), cancel));
        }

        var (code, output, errors) = await RunAsync(
            "dotnet", ["build", Path.Combine(build.Path, "driver.csproj"), "--nologo", "-v", "q", "-o", Path.Combine(build.Path, "out"), $"-p:SupportFolder={Path.Combine(Folder, "dotnet-licences")}"], "", build.Path, cancel);
        code.ShouldBe(0, output + errors);
        return await AskAsync("dotnet", [Path.Combine(build.Path, "out", "driver.dll"), Path.Combine(Folder, "licences/spdx.txt")], questions, cancel);
    }

    /// <summary>Runs a program.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string program, IEnumerable<string> arguments, string input, string folder, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await errors);
    }

    private static async Task<List<string>> AskAsync(string program, IEnumerable<string> arguments, JsonArray questions, CancellationToken cancel)
    {
        var (code, output, errors) = await RunAsync(program, arguments, questions.ToJsonString(), Fixture.Project, cancel);
        code.ShouldBe(0, errors);
        return [.. JsonNode.Parse(output)!.AsArray().Select(answer => (string)answer!)];
    }
}
