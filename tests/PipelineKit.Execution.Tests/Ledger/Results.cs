using System.Text.Json;

namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>
/// What passed, as files below <c>artifacts/verification</c>: the ledger is made of these and of nothing else. A run that passed with the same
/// inputs is not repeated by the task <c>verify</c>, so that an interrupted one goes on where it was.
/// </summary>
internal static class Results
{
    private const string Refusal = ".refused";

    private static readonly List<Execution> Current = [];

    /// <summary>True when everything is to be run and recorded.</summary>
    public static bool Everything { get; } = Environment.GetEnvironmentVariable("PIPELINEKIT_VERIFY") == "1";

    private static string Folder { get; } = Path.Combine(TestFolders.Repository, "artifacts", "verification");

    /// <summary>Runs a test, or knows that it passed already.</summary>
    public static async Task OnceAsync(string name, Func<Task> test)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1", "PIPELINEKIT_SKIP_VALIDATORS=1");
        var file = Path.Combine(Folder, name + ".json");
        if (Everything && Read(file)?.Inputs == LedgerInputs.Digest)
        {
            TestContext.Current.SendDiagnosticMessage($"{name}: passed before with the same inputs");
            return;
        }

        Current.Clear();
        await test();
        if (Everything)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Recorded(LedgerInputs.Digest, [.. Current])), TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Notes tools whose stages passed on a platform.</summary>
    public static void Passed(string stack, string platform, IEnumerable<ToolUse> uses) =>
        Current.AddRange(uses.Select(u => new Execution(u.Stage, stack, u.Tool, platform, Twin: false)));

    /// <summary>Notes that a stage told its sabotaged twin.</summary>
    public static void Caught(string stack, string platform, string stage) => Current.Add(new(stage, stack, "", platform, Twin: true));

    /// <summary>All that passed with the inputs as they are now.</summary>
    public static IReadOnlyList<Execution> All() => !Directory.Exists(Folder) ? [] :
        [.. Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).Select(Read).Where(r => r?.Inputs == LedgerInputs.Digest).SelectMany(r => r!.Executions)];

    /// <summary>Notes that a tool could not be fetched, with the last line of what was said.</summary>
    public static void Refused(string tool, string message)
    {
        if (Everything)
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, tool + Refusal), message);
        }
    }

    /// <summary>Forgets that a tool could not be fetched earlier.</summary>
    public static void Fetched(string tool)
    {
        if (Everything)
        {
            File.Delete(Path.Combine(Directory.CreateDirectory(Folder).FullName, tool + Refusal));
        }
    }

    /// <summary>Messages by tool.</summary>
    public static IReadOnlyDictionary<string, string> Refusals() => !Directory.Exists(Folder) ? new Dictionary<string, string>() :
        Directory.GetFiles(Folder, "*" + Refusal).ToDictionary(f => Path.GetFileName(f)[..^Refusal.Length], File.ReadAllText);

    /// <summary>Names of the runs that passed with the inputs as they are now.</summary>
    public static IEnumerable<string> Names() => !Directory.Exists(Folder) ? [] :
        Directory.GetFiles(Folder, "*.json").Where(f => Read(f)?.Inputs == LedgerInputs.Digest).Select(f => Path.GetFileNameWithoutExtension(f));

    private static Recorded? Read(string file) => File.Exists(file) ? JsonSerializer.Deserialize<Recorded>(File.ReadAllText(file)) : null;

    private sealed record Recorded(string Inputs, IReadOnlyList<Execution> Executions);
}

/// <summary>A stage that was executed on a platform; a twin stands for the whole stage and names no tool.</summary>
internal sealed record Execution(string Stage, string Stack, string Tool, string Platform, bool Twin);
