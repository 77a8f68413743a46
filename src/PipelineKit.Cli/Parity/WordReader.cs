using System.Text;

namespace PipelineKit.Cli.Parity;

/// <summary>
/// Splits a simple command into words (POSIX.1-2024, Shell Command Language, 2.2 and 2.3), as far as generated texts use it: bare characters,
/// single quotes, a variable in double quotes, <c>"$(printf '\ooo')"</c> and one <c>&gt; FILE</c>. Anything else is a script.
/// </summary>
internal sealed class WordReader
{
    private const string PrintfStart = "\"$(printf '";
    private const string PrintfEnd = "')\"";
    private const string Special = "|&;<>()$`\\\"' \t\n*?[]#~{}!";

    private readonly string _text;
    private readonly List<Word> _words = [];
    private readonly List<byte> _word = [];
    private bool _inWord;
    private bool _isVariable;
    private bool _toFile;
    private string? _file;
    private int _at;

    private WordReader(string text) => _text = text;

    /// <summary>The command at the beginning and where it ends (before a line end or a blank that <c>||</c> follows); null when it is not simple.</summary>
    public static (ShellLine Line, int End)? Read(string text) => new WordReader(text).Read();

    private (ShellLine Line, int End)? Read()
    {
        while (_at < _text.Length && _text[_at] != '\n' && !Rest.StartsWith(" || ", StringComparison.Ordinal))
        {
            if (_text[_at] == ' ')
            {
                EndWord();
                _at++;
            }
            else if (_text[_at] == '>' && !_inWord && !_toFile)
            {
                _toFile = true;
                _at++;
            }
            else if (!ReadPart())
            {
                return null;
            }
        }

        EndWord();
        return _toFile && _file is null ? null : (new ShellLine(_words, _file), _at);
    }

    private ReadOnlySpan<char> Rest => _text.AsSpan(_at);

    private bool ReadPart()
    {
        _inWord = true;
        if (_text[_at] == '\'')
        {
            var end = _text.IndexOf('\'', _at + 1);
            return end > 0 && Take(_text[(_at + 1)..end], end + 1);
        }

        if (Rest.StartsWith(PrintfStart, StringComparison.Ordinal))
        {
            var from = _at + PrintfStart.Length;
            var end = _text.IndexOf(PrintfEnd, from, StringComparison.Ordinal);
            return end > 0 && TakeOctal(_text[from..end]) && Move(end + PrintfEnd.Length);
        }

        if (Rest is ['"', '$', ..])
        {
            var end = _text.IndexOf('"', _at + 2);
            _isVariable = end > 0 && _word.Count == 0 && _text.AsSpan((_at + 2)..end) is var name && !name.ContainsAnyExcept(Names);
            return _isVariable && Take(_text[(_at + 2)..end], end + 1);
        }

        // Brackets and braces stand bare in nothing that is generated, `\'` between two quoted parts does.
        return Rest.StartsWith("\\'", StringComparison.Ordinal) ? Take("'", _at + 2)
            : !Special.Contains(_text[_at], StringComparison.Ordinal) && Take(_text[_at].ToString(), _at + 1);
    }

    private static readonly System.Buffers.SearchValues<char> Names =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private bool Take(string text, int next)
    {
        _word.AddRange(Encoding.UTF8.GetBytes(text));
        return Move(next);
    }

    private bool TakeOctal(string text)
    {
        foreach (var code in text.Split('\\', StringSplitOptions.RemoveEmptyEntries))
        {
            if (code.Length != 3 || code.Any(c => c is < '0' or > '7'))
            {
                return false;
            }

            _word.Add((byte)Convert.ToInt32(code, 8));
        }

        return true;
    }

    private bool Move(int next)
    {
        _at = next;
        return true;
    }

    private void EndWord()
    {
        if (!_inWord)
        {
            return;
        }

        var word = new Word(Encoding.UTF8.GetString([.. _word]), _isVariable);
        if (_toFile && _file is null)
        {
            _file = word.Text.StartsWith("./-", StringComparison.Ordinal) ? word.Text[2..] : word.Text;
        }
        else
        {
            _words.Add(word);
        }

        _word.Clear();
        (_inWord, _isVariable) = (false, false);
    }
}
