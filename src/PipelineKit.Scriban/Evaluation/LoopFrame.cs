using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Evaluation;

/// <summary>One running loop: its variable and what <c>for.index</c> and the like read (language reference, 9.5).</summary>
internal sealed class LoopFrame(LoopFrame? outer, LoopKind kind, Identifier? name)
{
    public LoopFrame? Outer { get; } = outer;

    public LoopKind Kind { get; } = kind;

    /// <summary>The plain name of the loop variable; null when it is another kind of target.</summary>
    public Identifier? Name { get; } = name;

    public object? Value { get; set; }

    public int Index { get; set; }

    /// <summary>Number of rounds; -1 for <c>while</c>.</summary>
    public int Length { get; set; } = -1;

    public int Column { get; set; }

    public int Columns { get; set; } = 1;

    public bool IsChanged { get; set; }

    public object? Member(string member) => member switch
    {
        "index" => Boxes.Of(Index),
        "rindex" => Boxes.Of(Length - Index - 1),
        "first" => Boxes.Of(Index == 0),
        "last" => Boxes.Of(Index == Length - 1),
        "even" => Boxes.Of((Index & 1) == 0),
        "odd" => Boxes.Of((Index & 1) == 1),
        "length" => Boxes.Of(Length),
        "changed" => Boxes.Of(IsChanged),
        "col" => Boxes.Of(Column),
        _ => null,
    };

    /// <summary>Whether the language knows this member of this kind of loop.</summary>
    public static bool HasMember(LoopKind kind, string member) => kind switch
    {
        LoopKind.While => member is "index" or "first" or "even" or "odd",
        LoopKind.TableRow when member == "col" => true,
        _ => member is "index" or "rindex" or "first" or "last" or "even" or "odd" or "changed" or "length",
    };
}
