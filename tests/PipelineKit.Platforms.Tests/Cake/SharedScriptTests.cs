using PipelineKit.Platforms.Cake;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Cake;

/// <summary>The files that all repositories share are code that people review.</summary>
[Collection(nameof(SandboxCollection))]
public sealed class SharedScriptTests(Sandbox sandbox)
{
    // Two lines of the generated file are its header.
    private const int Lines = 178;

    public static TheoryData<string> Names => [.. SharedScripts.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void They_are_short_and_no_line_is_long(string name)
    {
        var lines = SharedScripts.Read(name).Split('\n');

        lines.Length.ShouldBeLessThanOrEqualTo(Lines + 1);
        lines.ShouldAllBe(line => line.Length <= 140);
    }

    [Fact]
    public async Task They_are_formatted_as_C_sharp()
    {
        var folder = Directory.CreateTempSubdirectory("pipelinekit-format-").FullName;
        foreach (var name in SharedScripts.All)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, Path.ChangeExtension(name, ".csx")), SharedScripts.Read(name), TestContext.Current.CancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, ".csharpierrc.yaml"), "printWidth: 140\n", TestContext.Current.CancellationToken);
        var (code, output) = await sandbox.StartAsync("dotnet", ["tool", "exec", "--yes", "csharpier@1.3.0", "--", "check", folder], []);
        Directory.Delete(folder, recursive: true);

        code.ShouldBe(0, output);
    }

    // On Windows .cmd files get their arguments through cmd.exe; the text is the same everywhere.
    [Fact]
    public async Task Arguments_are_quoted_for_cmd()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        (string Argument, string Quoted)[] cases =
        [
            ("plain", "\"plain\""), ("", "\"\""), ("a b", "\"a b\""), ("a&b|c<d>e^f", "\"a&b|c<d>e^f\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
            ("50%", "\"50%%cd:~,%\""), ("%PATH%", "\"%%cd:~,%PATH%%cd:~,%\""), ("!x!", "\"!x!\""), (@"end\", @"""end\\"""), ("q\\\"", "\"q\\\\\"\"\""), (@"a\b", @"""a\b"""),
        ];
        var arguments = string.Join(", ", cases.Select(c => CSharpText.Literal(c.Argument)));
        sandbox.Write("quoting.cake", $$"""
            #load "pipelinekit.cake"
            System.IO.File.WriteAllText("quoted.txt", BatchArguments(@"C:\50%\npm.cmd", [{{arguments}}]));
            try { BatchArguments("x.cmd", ["a\nb"]); }
            catch (CakeException error) { System.IO.File.AppendAllText("quoted.txt", "\n" + error.Message); }
            """);

        var result = await sandbox.CakeAsync("quoting.cake");

        result.ExitCode.ShouldBe(0, result.Output);
        sandbox.Read("quoted.txt").ShouldBe(
            $"/e:ON /v:OFF /d /c \"\"C:\\50%%cd:~,%\\npm.cmd\" {string.Join(' ', cases.Select(c => c.Quoted))}\"\nx.cmd cannot take line breaks");
    }

    [Theory]
    [InlineData(">= 10.0", "10.0.401-preview.1", true)]
    [InlineData(">= 10.0", "9.0.100", false)]
    [InlineData(">= 20.11", "20.9.1", false)]
    [InlineData("3.12", "3.12.4", true)]
    [InlineData("3.12", "3.1.2", false)]
    [InlineData("3.1", "3.12", false)]
    [InlineData("8.0.x", "8.0.3", true)]
    [InlineData("= 1.2.3", "1.2.3", true)]
    [InlineData("= 1.2.3", "1.2.31", false)]
    [InlineData("lts/*", "22.1.0", true)]
    public async Task Versions_are_compared(string wanted, string found, bool isAccepted)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the probe programs are shell scripts");
        sandbox.Write("versions.cake", "#load \"pipelinekit.cake\"\nSystem.IO.File.WriteAllText(\"accepted.txt\", $\"{Accepts(Argument<string>(\"wanted\"), Argument<string>(\"found\"))}\");\n");

        var result = await sandbox.CakeAsync("versions.cake", $"--wanted={wanted}", $"--found={found}");

        result.ExitCode.ShouldBe(0, result.Output);
        sandbox.Read("accepted.txt").ShouldBe(isAccepted.ToString());
    }
}
