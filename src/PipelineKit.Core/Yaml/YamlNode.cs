namespace PipelineKit.Core.Yaml;

/// <summary>A node of a YAML document that is to be written. Mutable, so that patches can be applied before printing.</summary>
public abstract class YamlNode
{
    /// <summary>Comment behind the node (or behind its key, for a block mapping or sequence), without <c>#</c>; or null.</summary>
    public string? Comment { get; set; }

    /// <summary>Comment lines above the entry, without <c>#</c>.</summary>
    public IReadOnlyList<string> CommentsAbove { get; set; } = [];

    /// <summary>True: an empty line stands above the entry, unless it is the first line of the document.</summary>
    public bool BlankLineAbove { get; set; }

    /// <summary>Text is a scalar that reads back as exactly this text; it is quoted where needed.</summary>
    public static implicit operator YamlNode(string text) => new YamlScalar(text);

    /// <summary>A whole number.</summary>
    public static implicit operator YamlNode(int number) => YamlScalar.Bare(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A boolean.</summary>
    public static implicit operator YamlNode(bool value) => YamlScalar.Bare(value ? "true" : "false");

    /// <summary>The same as the conversion from text.</summary>
    public static YamlNode ToYamlNode(string text) => text;

    /// <summary>The same as the conversion from a number.</summary>
    public static YamlNode ToYamlNode(int number) => number;

    /// <summary>The same as the conversion from a boolean.</summary>
    public static YamlNode ToYamlNode(bool value) => value;

    /// <summary>Sets the comment behind the node.</summary>
    public YamlNode WithComment(string comment)
    {
        Comment = comment;
        return this;
    }
}

/// <summary>A scalar.</summary>
/// <param name="value">Its text.</param>
/// <param name="style">How it is written.</param>
public sealed class YamlScalar(string value, ScalarStyle style = ScalarStyle.Text) : YamlNode
{
    /// <summary>Text after reading.</summary>
    public string Value { get; } = value;

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; } = style;

    /// <summary>A token with its own YAML meaning (number, boolean), written as it is.</summary>
    public static YamlScalar Bare(string token) => new(token, ScalarStyle.Bare);

    /// <summary>A key without a value, which reads back as null (<c>pull_request:</c>). Only as the value of a mapping.</summary>
    public static YamlScalar Null() => Bare("");

    /// <summary>Text in single quotes (GitLab's regular expressions).</summary>
    public static YamlScalar SingleQuoted(string text) => new(text, ScalarStyle.SingleQuoted);

    /// <summary>One long line that may be folded at single spaces; it reads back as one line.</summary>
    public static YamlScalar Folded(string line) => new(line, ScalarStyle.Folded);
}

/// <summary>How a scalar is written.</summary>
public enum ScalarStyle
{
    /// <summary>Plain where that is unambiguous, a literal block for several lines, otherwise double quotes.</summary>
    Text,

    /// <summary>As it is: a number or boolean token.</summary>
    Bare,

    /// <summary>Single quotes where possible.</summary>
    SingleQuoted,

    /// <summary>Like <see cref="Text"/>, but a line longer than the width is folded (<c>&gt;-</c>).</summary>
    Folded,
}

/// <summary>A sequence.</summary>
public sealed class YamlList : YamlNode
{
    /// <summary>Makes a sequence.</summary>
    public YamlList(params IEnumerable<YamlNode> items) => Items = [.. items];

    /// <summary>Its items.</summary>
    public IList<YamlNode> Items { get; }

    /// <summary>True: written on one line where it fits (<c>[a, b]</c>).</summary>
    public bool Flow { get; init; }

    /// <summary>A one-line sequence of texts.</summary>
    public static YamlList Inline(IEnumerable<string> texts) => new(texts.Select(t => (YamlNode)t)) { Flow = true };
}
