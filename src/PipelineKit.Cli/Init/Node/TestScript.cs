namespace PipelineKit.Cli.Init.Node;

/// <summary>A script that tests, taken apart: one program with arguments, or something that only the owner's shell understands.</summary>
/// <param name="Program">The program, or null for a script of several commands.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record TestScript(string? Program, IReadOnlyList<string> Arguments)
{
    private static readonly System.Buffers.SearchValues<char> Shell = System.Buffers.SearchValues.Create("&|;<>$`(");

    public static TestScript Of(string script)
    {
        var words = Words(script);
        if (script.AsSpan().ContainsAny(Shell) || words.Count == 0 || words[0].Contains('=', StringComparison.Ordinal) || words[0] is "cross-env" or "npm" or "yarn" or "pnpm" or "npx" or "dotenv")
        {
            return new TestScript(null, []);
        }

        return words is ["node", .. var rest] && rest.Contains("--test")
            ? new TestScript("node --test", [.. rest.Where(w => w != "--test")])
            : new TestScript(words[0], [.. words.Skip(1)]);
    }

    /// <summary>The script says that there are no tests, as npm init writes it.</summary>
    public static bool IsPlaceholder(string script) => script.Contains("no test specified", StringComparison.Ordinal);

    private static List<string> Words(string script)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        char? quote = null;
        foreach (var c in script.Trim())
        {
            if (quote is null && (c == '"' || c == '\''))
            {
                quote = c;
            }
            else if (c == quote)
            {
                quote = null;
            }
            else if (c == ' ' && quote is null)
            {
                Take();
            }
            else
            {
                word.Append(c);
            }
        }

        Take();
        return words;

        void Take()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
