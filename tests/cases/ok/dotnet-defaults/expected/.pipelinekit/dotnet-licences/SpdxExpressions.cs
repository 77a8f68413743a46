// Reads licence expressions (SPDX 2.3, annex D) and the common spellings of licences that packages use instead.
// What is known of licences stands in ../licences/spdx.txt.
#nullable enable
using System.Text.RegularExpressions;

namespace LicenceCheck;

/// <summary>A licence expression.</summary>
internal abstract record Tree;

/// <summary>A choice ("or"), a conjunction ("and"), or a spelling that does not say which of several licences it means ("any").</summary>
internal sealed record Group(string Kind, Tree[] Parts) : Tree;

internal sealed record Term(string Id, bool Plus, string? Exception) : Tree;

internal sealed record Unknown(string Name) : Tree;

/// <summary>Reads one expression; a strict one holds identifiers only, a loose one names of several words too.</summary>
internal sealed class SpdxExpressions(string text, bool strict)
{
    /// <summary>Longest name that is looked up.</summary>
    public const int LongestName = 200;

    private const int LongestExpression = 4096;
    private const int Deepest = 64;
    private readonly Match[] tokens = Regex.Matches(text, @"[()]|[^\s()]+").ToArray();
    private int at;

    /// <summary>The expression, or null if the text is none.</summary>
    public static Tree? Parse(string text) => new SpdxExpressions(text, strict: true).Read();

    /// <summary>The expression of what a package states.</summary>
    public static Tree Of(string stated)
    {
        var text = stated.Trim();
        if (Parse(text) is { } exact)
        {
            return Modern(exact);
        }

        var line = text.Split('\n')[0].Trim();
        if (text.Length > LongestName || line != text)
        {
            return LicenceNames.Spelled(line) ?? new Unknown(line[..Math.Min(80, line.Length)]);
        }

        var tree = new SpdxExpressions(text, false).IsBroken() ? null : LicenceNames.Spelled(text) ?? new SpdxExpressions(text, false).Read();
        return tree is null ? new Unknown(text) : Modern(tree);
    }

    /// <summary>The expression without identifiers that the list has replaced: GPL-2.0+ is GPL-2.0-or-later.</summary>
    public static Tree Modern(Tree tree)
    {
        if (tree is Group { Kind: not "any" } group)
        {
            return group with { Parts = [.. group.Parts.Select(Modern)] };
        }

        if (tree is not Term term || !LicenceNames.Replaced.TryGetValue(term.Id, out var text) || Parse(text) is not Term instead
            || (term.Exception is not null && instead.Exception is not null))
        {
            return tree;
        }

        var plus = term.Plus && !instead.Id.EndsWith("-or-later", StringComparison.Ordinal);
        return plus && instead.Id.EndsWith("-only", StringComparison.Ordinal)
            ? new Term(instead.Id[..^"only".Length] + "or-later", false, term.Exception ?? instead.Exception)
            : new Term(instead.Id, plus, term.Exception ?? instead.Exception);
    }

    private Tree? Read()
    {
        var tree = text.Length <= LongestExpression ? Chain("or", 0) : null;
        return Kind(at) == "end" ? tree : null;
    }

    // Brackets that do not match, or an operator without both its sides.
    private bool IsBroken()
    {
        string[] kinds = ["(", .. tokens.Select((_, index) => Kind(index)), ")"];
        var depth = 0;
        for (var index = 0; index < kinds.Length; index++)
        {
            depth += kinds[index] == "(" ? 1 : kinds[index] == ")" ? -1 : 0;
            var isLonely = index > 0 && kinds[index - 1] is not ("word" or ")") && kinds[index] is not ("word" or "(");
            if (isLonely || (depth < 1 && index < kinds.Length - 1))
            {
                return true;
            }
        }

        return depth != 0;
    }

    private string Kind(int index) => index >= tokens.Length ? "end" : tokens[index].Value switch
    {
        "AND" or "and" => "and",
        "or" when Regex.IsMatch(text[(tokens[index].Index + 2)..], @"^\s*(later|newer|any |above|greater|higher)", RegexOptions.IgnoreCase) => "word",
        "OR" or "or" or "-or-" or "-OR-" => "or",
        "WITH" or "with" => "with",
        "(" or ")" => tokens[index].Value,
        _ => "word",
    };

    private Tree? Chain(string kind, int depth)
    {
        var parts = new List<Tree>();
        while (true)
        {
            if ((kind == "or" ? Chain("and", depth) : Primary(depth)) is not { } part)
            {
                return null;
            }

            parts.Add(part);
            if (Kind(at) != kind)
            {
                return parts.Count == 1 ? part : new Group(kind, [.. parts]);
            }

            at++;
        }
    }

    private Tree? Primary(int depth)
    {
        if (Kind(at) == "word")
        {
            return Name();
        }

        if (Kind(at) != "(" || depth >= Deepest)
        {
            return null;
        }

        at++;
        var inner = Chain("or", depth + 1);
        return inner is not null && Kind(at++) == ")" ? inner : null;
    }

    private Tree? Name()
    {
        var first = tokens[at++];
        while (!strict && Kind(at) == "word")
        {
            at++;
        }

        var name = text[first.Index..(tokens[at - 1].Index + tokens[at - 1].Length)];
        var licence = LicenceNames.Term(name) ?? (strict ? null : LicenceNames.Spelled(name) ?? new Unknown(name));
        return licence is not null && Kind(at) == "with" ? With(licence, name) : licence;
    }

    private Tree? With(Tree licence, string name)
    {
        if (Kind(++at) != "word")
        {
            return null;
        }

        var word = tokens[at++].Value;
        var exception = LicenceNames.Exceptions.GetValueOrDefault(word) ?? (Regex.IsMatch(word, "^AdditionRef-[A-Za-z0-9.-]+$") ? word : null);
        return exception is not null && licence is Term { Exception: null } term ? term with { Exception = exception }
            : strict ? null : new Unknown($"{name} WITH {word}");
    }
}
