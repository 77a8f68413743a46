using System.Globalization;

namespace PipelineKit.Cli.Parity;

/// <summary>
/// Reads the stages of a Cake script: the id of each <c>Stage</c> or <c>Leg</c>, and the calls in its <c>Does</c>. Nothing is run. Knows the C#
/// that such a script is made of, and no more.
/// </summary>
internal sealed class CSharpCalls
{
    private readonly IReadOnlyList<CSharpToken> _tokens;
    private readonly string _path;
    private int _at;

    private CSharpCalls(string text, string path) => (_tokens, _path) = (CSharpTokens.Of(text, path), path);

    /// <summary>The calls by stage, in order.</summary>
    /// <exception cref="UnreadableException">There is something else in the text.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<CSharpCall>> Of(string text, string path)
    {
        var reader = new CSharpCalls(text, path);
        var stages = new Dictionary<string, IReadOnlyList<CSharpCall>>(StringComparer.Ordinal);
        while (reader._at < reader._tokens.Count)
        {
            if (reader.Is(0, "Stage", "(") || reader.Is(0, "Leg", "("))
            {
                reader._at += 2;
                stages[reader.Take(CSharpTokenKind.Text)] = reader.Actions();
            }
            else
            {
                reader._at++;
            }
        }

        return stages.Count > 0 ? stages : throw new UnreadableException($"{path} has no stage");
    }

    // Up to the end of the statement.
    private List<CSharpCall> Actions()
    {
        var calls = new List<CSharpCall>();
        while (!Is(0, ";"))
        {
            if (Is(0, ".", "Does", "(", "(", ")", "=", ">"))
            {
                _at += 7;
                calls.Add(Call(Take(CSharpTokenKind.Word)));
            }
            else
            {
                Next();
            }
        }

        return calls;
    }

    private CSharpCall Call(string name)
    {
        Expect("(");
        var (arguments, options) = (new List<CSharpValue>(), new Dictionary<string, CSharpValue>(StringComparer.Ordinal));
        while (!Is(0, ")"))
        {
            if (Is(1, ":"))
            {
                var option = Take(CSharpTokenKind.Word);
                Expect(":");
                options[option] = Value();
            }
            else
            {
                arguments.Add(Value());
            }

            Comma(")");
        }

        Expect(")");
        return new CSharpCall(name, arguments, options);
    }

    private CSharpValue Value()
    {
        if (Is(0, "["))
        {
            return List();
        }

        if (Is(0, "current", ".", "Env", "["))
        {
            return Variable("]");
        }

        if (Is(0, "EnvironmentVariable", "("))
        {
            return Variable(")");
        }

        var token = Next();
        if (token.Kind != CSharpTokenKind.Text)
        {
            return token.Kind == CSharpTokenKind.Word ? new CSharpWord(token.Text) : throw Unexpected();
        }

        var text = token.Text;
        while (Is(0, "+"))
        {
            _at++;
            text += Take(CSharpTokenKind.Text);
        }

        return new CSharpText(text);
    }

    private CSharpList List()
    {
        Expect("[");
        var items = new List<CSharpValue>();
        while (!Is(0, "]"))
        {
            items.Add(Value());
            Comma("]");
        }

        Expect("]");
        return new CSharpList(items);
    }

    private CSharpVariable Variable(string close)
    {
        while (_tokens[_at].Kind != CSharpTokenKind.Text)
        {
            Next();
        }

        var name = Take(CSharpTokenKind.Text);
        Expect(close);
        return new CSharpVariable(name);
    }

    private void Comma(string close)
    {
        if (!Is(0, close))
        {
            Expect(",");
        }
    }

    private bool Is(int ahead, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (_at + ahead + i >= _tokens.Count || _tokens[_at + ahead + i] is not { Kind: not CSharpTokenKind.Text } token || token.Text != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Expect(string sign)
    {
        if (!Is(0, sign))
        {
            throw Unexpected();
        }

        _at++;
    }

    private string Take(CSharpTokenKind kind) => Next() is var token && token.Kind == kind ? token.Text : throw Unexpected();

    private CSharpToken Next() => _at < _tokens.Count ? _tokens[_at++] : throw Unexpected();

    private UnreadableException Unexpected() => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{_path}:{(_tokens.Count == 0 ? 1 : _tokens[Math.Min(_at, _tokens.Count - 1)].Line)}: not the text of a generated script"));
}
