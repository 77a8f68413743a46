using System.Text.Json;

namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>A stage, stack and tool that were executed, with the platforms that passed it and those on which it told its sabotaged twin.</summary>
internal sealed record ExecutedUse(string Stage, string Stack, string Tool, IReadOnlyList<string> Platforms, IReadOnlyList<string> Twin);

/// <summary>What is known of executions: <c>docs/verification.lock.json</c>, written by the task <c>verify</c> alone.</summary>
/// <param name="Executed">What passed.</param>
/// <param name="Refused">Messages of tools that could not be fetched, by id.</param>
/// <param name="Inputs">Hashes of what it speaks of, see <see cref="LedgerInputs.Hashes"/>.</param>
internal sealed record LedgerFile(IReadOnlyList<ExecutedUse> Executed, IReadOnlyDictionary<string, string> Refused, IReadOnlyDictionary<string, string> Inputs)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static string FilePath => Path.Combine(TestFolders.Repository, "docs", "verification.lock.json");

    public static LedgerFile Read() => File.Exists(FilePath)
        ? JsonSerializer.Deserialize<LedgerFile>(File.ReadAllText(FilePath), Options)!
        : new([], new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>Makes it from the results of the runs.</summary>
    public static LedgerFile Of(IReadOnlyList<Execution> executions, IReadOnlyDictionary<string, string> refused)
    {
        var used = executions.Where(e => !e.Twin).GroupBy(e => (e.Stage, e.Stack, e.Tool)).Select(g => new ExecutedUse(
            g.Key.Stage, g.Key.Stack, g.Key.Tool, Sorted(g.Select(e => e.Platform)),
            Sorted(executions.Where(e => e.Twin && e.Stage == g.Key.Stage && e.Stack == g.Key.Stack).Select(e => e.Platform))));
        return new([.. used.OrderBy(u => u.Stage, StringComparer.Ordinal).ThenBy(u => u.Stack, StringComparer.Ordinal).ThenBy(u => u.Tool, StringComparer.Ordinal)],
            new SortedDictionary<string, string>(refused.ToDictionary(), StringComparer.Ordinal), LedgerInputs.Hashes);
    }

    public void Write() => File.WriteAllText(FilePath, JsonSerializer.Serialize(this, Options) + "\n");

    private static IReadOnlyList<string> Sorted(IEnumerable<string> texts) => [.. texts.Distinct().Order(StringComparer.Ordinal)];
}
