using System.Security.Cryptography;
using PipelineKit.Cli.Tests.Support;
using PipelineKit.TestCases;
using Shouldly;

namespace PipelineKit.Cli.Tests.Cases;

/// <summary>Bad input through the whole program: what it says, how it ends, and that every file stays as it was.</summary>
public sealed class ErrCaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateDirectory(Path.Combine(Directory.CreateTempSubdirectory("pipelinekit-").FullName, "repository")).FullName;

    public static TheoryData<string> Names() => [.. ErrCase.All().Where(c => !c.NeedsOrdinaryUser).Select(c => c.Name)];

    public static TheoryData<string> NamesForAnOrdinaryUser() => [.. ErrCase.All().Where(c => c.NeedsOrdinaryUser).Select(c => c.Name)];

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var folder in Directory.EnumerateDirectories(_folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            {
                File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
            }
        }

        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Bad_input_ends_in_a_clear_diagnostic_and_changes_nothing(string name)
    {
        var testCase = ErrCase.Named(name);
        testCase.CopyTo(_folder);
        var before = Snapshot();

        var result = await Support.Cli.RunAsync(_folder, testCase.Command);

        result.Exit.ShouldBe(testCase.ExpectedExit, result.ToString());
        if (testCase.ExpectedExit == 0)
        {
            result.Error.ShouldContain(testCase.Expected.Split('\n')[0]);
            return;
        }

        testCase.ShouldSay(result.Error);
        Snapshot().ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(NamesForAnOrdinaryUser))]
    public void What_may_not_be_written_ends_in_a_clear_diagnostic(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix permissions");
        var testCase = ErrCase.Named(name);
        testCase.CopyTo(_folder);
        var before = Snapshot();

        var result = RunAsOrdinaryUser(testCase.Command);

        result.Exit.ShouldBe(testCase.ExpectedExit, result.ToString());
        testCase.ShouldSay(result.Error.Replace(_folder, "FOLDER", StringComparison.Ordinal));
        Snapshot().ShouldBe(before);
    }

    // The superuser may write anywhere, so as root the program is started as nobody, in a folder that nobody may write to.
    private CliResult RunAsOrdinaryUser(string[] command)
    {
        string[] program = ["dotnet", TestFolders.Program, .. command];
        if (Environment.UserName != "root")
        {
            return Tool.Run(_folder, program[0], program[1..]);
        }

        var copy = Path.Combine(Path.GetDirectoryName(_folder)!, "program");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(TestFolders.Program)!))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        program[1] = Path.Combine(copy, "pipelinekit.dll");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.GetDirectoryName(_folder)!, (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(_folder, (UnixFileMode)0b111_111_111);
        }

        var environment = new Dictionary<string, string?> { ["HOME"] = _folder, ["DOTNET_CLI_HOME"] = _folder };
        return Tool.Run(_folder, "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", .. program], environment);
    }

    private Dictionary<string, string> Snapshot() =>
        Directory.EnumerateFiles(_folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(PipelineKit.Core.Files.FileReader.Exists)
            .ToDictionary(f => Path.GetRelativePath(_folder, f), f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))), StringComparer.Ordinal);
}
