using System.Globalization;
using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake;

/// <summary>Values as C# source. What a spec says always ends up inside a literal: it can never become code.</summary>
internal static class CSharpText
{
    /// <summary>Columns of a line, with a little room for what stands before and behind it.</summary>
    public const int LineLength = 130;

    private static readonly HashSet<string> Keywords = ["case", "char", "class", "default", "event", "fixed", "float", "int", "is", "lock", "long", "new", "object", "operator", "ref", "short", "string", "this", "try", "using", "var", "void"];

    /// <summary>A string literal. Control characters, line separators and lone surrogates are escaped; all else stays readable.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 8).Append('"');
        var written = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text, i) is { } escape)
            {
                literal.Append(text, written, i - written).Append(escape);
                written = i + 1;
            }
        }

        literal.Append(text, written, text.Length - written);
        return literal.Append('"').ToString();
    }

    /// <summary>A value of a job as it stands in an argument list or a map of variables.</summary>
    /// <param name="value">The value; one that tells of a service is known only when the service runs.</param>
    /// <param name="job">The job, whose variables an argument can name.</param>
    /// <param name="syntax">Where it stands.</param>
    public static string Of(Value value, Job job, StageSyntax syntax) => value switch
    {
        LiteralValue literal => Literal(literal.Text),
        MatrixValue matrix => Variable(matrix.Axis),
        EnvReference env when job.Env.Any(variable => variable.Key == env.Name) => syntax.Variable(Literal(env.Name)),
        EnvReference env => $"{syntax.Alias}EnvironmentVariable({Literal(env.Name)})",
        SecretValue secret => syntax.SettingsVariable(Literal(secret.Name)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    /// <summary>The loop variable that holds the value of an axis: <c>nodeVersion</c> for <c>node-version</c>.</summary>
    public static string Variable(string axis)
    {
        var words = axis.Split('-', '_');
        var name = words[0] + string.Concat(words.Skip(1).Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>A regular expression, whose backslashes are left as they are.</summary>
    public static string Pattern(string pattern) =>
        pattern.Contains('\\', StringComparison.Ordinal) && pattern.All(c => c is >= ' ' and <= '~') ? $"@\"{pattern.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : Literal(pattern);

    /// <summary>Text inside an interpolated literal.</summary>
    public static string Inside(string text) => Literal(text)[1..^1].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary><c>["a", "b"]</c>.</summary>
    public static string List(IEnumerable<string> items) => "[" + string.Join(", ", items) + "]";

    /// <summary><c>["a", "b"]</c> of literals.</summary>
    public static string Literals(IEnumerable<string> texts) => List(texts.Select(Literal));

    /// <summary><c>{ ["a"] = 1, ["b"] = 2 }</c> of entries as <see cref="Entry"/> writes them.</summary>
    public static string Map(IEnumerable<string> entries) => "{ " + string.Join(", ", entries) + " }";

    /// <summary><c>["a"] = 1</c>.</summary>
    /// <param name="key">The key; becomes a literal.</param>
    /// <param name="value">The value as C# source.</param>
    public static string Entry(string key, string value) => $"[{Literal(key)}] = {value}";

    /// <summary>A chain of calls: on one line where it fits, else behind its head as many to a line as fit.</summary>
    /// <param name="head">Source that the calls follow.</param>
    /// <param name="comment">What stands behind the first line, or nothing.</param>
    /// <param name="calls">Calls with their leading dots.</param>
    public static IReadOnlyList<string> Chain(string head, string comment, IReadOnlyList<string> calls)
    {
        var flat = $"{head}{string.Concat(calls)};{comment}";
        if (flat.Length <= LineLength)
        {
            return [flat];
        }

        var lines = new List<string> { head + comment };
        foreach (var call in calls)
        {
            if (lines.Count == 1 || lines[^1].Length + call.Length >= LineLength)
            {
                lines.Add("    ");
            }

            lines[^1] += call;
        }

        lines[^1] += ";";
        return lines;
    }

    /// <summary>Breaks a line that is too long behind commas outside literals; continuations are indented once more.</summary>
    public static IEnumerable<string> Wrap(string indent, string text)
    {
        var current = new StringBuilder(indent);
        var next = indent + "    ";
        foreach (var piece in Pieces(text).SelectMany(piece => Parts(piece, LineLength - next.Length)))
        {
            if (current.Length + piece.TrimEnd().Length > LineLength && current.ToString().Trim().Length > 0)
            {
                yield return current.ToString().TrimEnd();
                current.Clear().Append(next);
            }

            current.Append(piece);
        }

        yield return current.ToString().TrimEnd();
    }

    // Null where the character stands for itself.
    private static string? Escape(string text, int at) => text[at] switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        >= ' ' and <= '~' => null,
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        var c => IsPaired(text, at) || !IsHidden(c) ? null : $"\\u{(int)c:x4}",
    };

    private static bool IsPaired(string text, int at) => char.IsSurrogate(text[at])
        && ((at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) || (at > 0 && char.IsSurrogatePair(text[at - 1], text[at])));

    private static bool IsHidden(char c) => char.IsControl(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A literal that is longer than a line is put together from parts, broken where a reader would: behind a separator.
    private static IEnumerable<string> Parts(string piece, int length)
    {
        while (piece.Length > length && CutOf(piece, length - 4) is { } cut)
        {
            yield return piece[..cut] + "\" + ";
            piece = "\"" + piece[cut..];
        }

        yield return piece;
    }

    // The last place in time inside a plain literal; a separator is never part of an escape.
    private static int? CutOf(string piece, int length)
    {
        int? cut = null;
        var (isQuoted, isPlain) = (false, false);
        for (var at = 0; at < Math.Min(length, piece.Length - 2); at++)
        {
            if (isQuoted && piece[at] == '\\')
            {
                at++;
            }
            else if (piece[at] == '"')
            {
                (isQuoted, isPlain) = (!isQuoted, at == 0 || piece[at - 1] is not ('$' or '@'));
            }
            else if (isQuoted && isPlain && at >= length / 2 && piece[at] is (';' or ',' or ' ' or '/' or ':'))
            {
                cut = at + 1;
            }
        }

        return cut;
    }

    // Pieces end behind ", " that stands in no literal.
    private static IEnumerable<string> Pieces(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[i] == ' ' && i > 0 && text[i - 1] == ',')
            {
                yield return text[start..(i + 1)];
                start = i + 1;
            }
        }

        yield return text[start..];
    }
}
