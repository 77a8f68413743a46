namespace PipelineKit.Cli.Parity;

/// <summary>Reads the commands of a Cake script's stages back.</summary>
internal static class CakeOutput
{
    private const string PowerShellStart = "$ErrorActionPreference = 'stop'\n";
    private const string PowerShellEnd = "\nif ((Test-Path -LiteralPath variable:LASTEXITCODE)) { exit $LASTEXITCODE }";

    /// <exception cref="UnreadableException">The text is no such script.</exception>
    public static ReadOutput Read(string text, string path) => new("cake", CSharpCalls.Of(text, path)
        .ToDictionary(stage => stage.Key, stage => ReadOutput.InOrder([.. stage.Value.SelectMany(Commands)]), StringComparer.Ordinal));

    // What is left out prepares folders, or looks at what the commands have left behind.
    private static IEnumerable<ReadCommand> Commands(CSharpCall call) => call switch
    {
        { Name: "Install" } => call.Arguments.OfType<CSharpList>().Select(argv => new ReadCommand(Words(argv.Items))),
        { Name: "Run", Arguments: [CSharpList list] } => [With(Command(list.Items), call)],
        { Name: "Run" } => [Command(call.Arguments)],
        { Name: "Expect" or "EnsureDirectoryExists" or "CopyDirectory" or "StartServices" or "Information" } => [],
        _ => throw new UnreadableException($"{call.Name} is no command of a generated Cake script"),
    };

    private static ReadCommand Command(IReadOnlyList<CSharpValue> words) => words switch
    {
        [CSharpText { Text: "sh" }, CSharpText { Text: "-e" }, CSharpText { Text: "-c" }, CSharpText script] => Script("sh", script.Text),
        [CSharpText { Text: "bash" }, _, _, _, _, CSharpText { Text: "-c" }, CSharpText script] => Script("bash", script.Text),
        [CSharpText { Text: "pwsh" }, _, _, CSharpText { Text: "-Command" }, CSharpText script]
            when script.Text.StartsWith(PowerShellStart, StringComparison.Ordinal) && script.Text.EndsWith(PowerShellEnd, StringComparison.Ordinal) =>
            Script("pwsh", script.Text[PowerShellStart.Length..^PowerShellEnd.Length]),
        _ => new ReadCommand(Words(words)),
    };

    private static ReadCommand Script(string shell, string text) => new([]) { Script = text.ReplaceLineEndings("\n").TrimEnd('\n'), Shell = shell };

    private static ReadCommand With(ReadCommand read, CSharpCall call) => read with
    {
        Stdout = (call.Options.GetValueOrDefault("to") as CSharpText)?.Text,
        Always = call.Options.GetValueOrDefault("always") is CSharpWord { Text: "true" },
    };

    private static IReadOnlyList<Word> Words(IReadOnlyList<CSharpValue> argv) => [.. argv.Select(Word)];

    // The variable of a loop has the name of its axis, in another spelling.
    private static Word Word(CSharpValue value) => value switch
    {
        CSharpText text => new Word(text.Text),
        CSharpWord axis => new Word("PK_" + string.Concat(axis.Text.Select(c => char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString())), IsVariable: true),
        CSharpVariable variable => new Word(variable.Name, IsVariable: true),
        _ => throw new UnreadableException("an argument of the Cake script is neither a text nor a value"),
    };
}
