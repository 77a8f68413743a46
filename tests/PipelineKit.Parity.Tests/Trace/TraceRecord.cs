using System.Text.Json.Nodes;

namespace PipelineKit.Parity.Tests.Trace;

/// <summary>One start of a program, as its probe wrote it down.</summary>
/// <param name="Argv">The program and its arguments.</param>
/// <param name="Folder">Where, relative to the root.</param>
/// <param name="Env">The variables that some job declares, and those of the matrix; only those that were set.</param>
internal sealed record TraceRecord(IReadOnlyList<string> Argv, string Folder, IReadOnlyDictionary<string, string> Env)
{
    private const char Record = '\x1e';
    private const char Unit = '\x1f';

    /// <summary>True: another job's install, which Cake runs once for all; whose variables it saw is that job's affair.</summary>
    public bool IsShared { get; init; }

    /// <summary>The records of a trace file, with the job and scenario (<c>lint@pass</c>) and the leaf of each.</summary>
    public static IReadOnlyList<(string Job, string Leaf, TraceRecord Record)> ReadAll(string file) =>
        File.Exists(file) ? [.. File.ReadAllLines(file).Select(Read)] : [];

    /// <summary>Arguments as the probe compares them.</summary>
    public static string Escape(IEnumerable<string> argv) =>
        string.Join(Unit, argv.Select(a => a.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)));

    /// <summary>A line of a plan: a code, and the arguments of the command that exits with it.</summary>
    public static string PlanLine(int code, IEnumerable<string> argv) => $"{code}{Record}{Escape(argv)}\n";

    /// <summary>For the comparison.</summary>
    /// <param name="env">The variables to compare, in the form in which they are compared.</param>
    public JsonObject ToJson(JsonObject? env)
    {
        var json = new JsonObject { ["argv"] = new JsonArray([.. Argv.Select(a => (JsonNode)a)]), ["folder"] = Folder.Length == 0 ? "." : Folder };
        if (env is not null)
        {
            json["env"] = env;
        }

        return json;
    }

    private static (string Job, string Leaf, TraceRecord Record) Read(string line)
    {
        var fields = line.Split(Record);
        var env = fields[4].Split(Unit, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2));
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in env)
        {
            variables[pair[0]] = Unescape(pair[1]);
        }

        return (fields[0], fields[1], new TraceRecord([.. fields[3].Split(Unit).Select(Unescape)], fields[2], variables));
    }

    private static string Unescape(string text)
    {
        var plain = new System.Text.StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            plain.Append(text[at] != '\\' ? text[at] : text[++at] == 'n' ? '\n' : text[at]);
        }

        return plain.ToString();
    }
}
