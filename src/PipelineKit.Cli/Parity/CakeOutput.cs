namespace PipelineKit.Cli.Parity;

/// <summary>Reads the commands of a Cake script's data section back.</summary>
internal static class CakeOutput
{
    /// <exception cref="UnreadableException">The text is no such script.</exception>
    public static ReadOutput Read(string text, string path) => new("cake", CSharpData.Calls(text, path)
        .Where(c => c is { Name: "Job", Arguments: [CSharpText, CSharpObject] })
        .ToDictionary(c => ((CSharpText)c.Arguments[0]).Text, c => Job((CSharpObject)c.Arguments[1]), StringComparer.Ordinal));

    private static IReadOnlyList<ReadCommand> Job(CSharpObject job) => ReadOutput.InOrder(
    [
        .. Items(job, "Install").Select(argv => new ReadCommand(Words(argv))),
        .. Items(job, "Run").Select(Command),
    ]);

    private static IReadOnlyList<CSharpValue> Items(CSharpObject job, string member) => (job.Members.GetValueOrDefault(member) as CSharpList)?.Items ?? [];

    private static ReadCommand Command(CSharpValue value) => value switch
    {
        CSharpObject { Arguments: [CSharpText, CSharpText shell, CSharpText script] } command =>
            With(new ReadCommand([]) { Script = script.Text.ReplaceLineEndings("\n").TrimEnd('\n'), Shell = shell.Text }, command),
        CSharpObject { Arguments: [CSharpText, var argv] } command => With(new ReadCommand(Words(argv)), command),
        _ => throw new UnreadableException("a command of the Cake script is no command"),
    };

    private static ReadCommand With(ReadCommand read, CSharpObject command) => read with
    {
        Stdout = (command.Members.GetValueOrDefault("Stdout") as CSharpText)?.Text,
        Always = command.Members.GetValueOrDefault("Always") is CSharpWord { Text: "true" },
    };

    private static IReadOnlyList<Word> Words(CSharpValue argv) => argv is CSharpList list
        ? [.. list.Items.Select(Word)]
        : throw new UnreadableException("an argument list of the Cake script is no list");

    private static Word Word(CSharpValue value) => value switch
    {
        CSharpText text => new Word(text.Text),
        CSharpObject { Name: "Value", Arguments: [CSharpText { Text: "matrix" }, CSharpText axis] } => new Word("PK_" + axis.Text.ToUpperInvariant().Replace('-', '_'), IsVariable: true),
        CSharpObject { Name: "Value", Arguments: [CSharpText { Text: "env" }, CSharpText name] } => new Word(name.Text, IsVariable: true),
        _ => throw new UnreadableException("an argument of the Cake script is neither a text nor a value"),
    };
}
