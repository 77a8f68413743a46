using System.Text;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Recipes;

/// <summary>Fills the placeholders of argument templates.</summary>
internal sealed class ArgumentExpander(DiagnosticBag diagnostics)
{
    /// <summary>Tables that <c>map:</c> names: for a text the texts that stand for it.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Tables { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    public IReadOnlyList<string> Expand(ArgumentTemplate template, Scope scope)
    {
        var result = new List<string>();
        foreach (var part in template.Parts)
        {
            Expand(part, scope, result);
        }

        return result;
    }

    /// <summary>Fills a text that is one value; lists are joined by a space.</summary>
    public string ExpandText(string text, Scope scope, SourceSpan span)
    {
        if (Placeholder.Next(text, 0) is not { } next)
        {
            return text;
        }

        var (expanded, at) = (new StringBuilder(), 0);
        for (Placeholder? found = next; found is not null; found = Placeholder.Next(text, at))
        {
            expanded.Append(text, at, found.Start - at);
            _ = found.Escaped
                ? expanded.Append('{').Append(found.Name).Append('}')
                : expanded.AppendJoin(' ', Scope.Entries(scope.Get(found.Name, span, diagnostics)));
            at = found.End;
        }

        return expanded.Append(text, at, text.Length - at).ToString();
    }

    private void Expand(ArgumentPart part, Scope scope, List<string> result)
    {
        switch (part)
        {
            case TextPart text:
                AddText(text, scope, result);
                break;
            case ConditionalPart conditional:
                result.AddRange(Expand(scope.Holds(conditional.If, diagnostics) ? conditional.Then : conditional.Else, scope));
                break;
            case EachPart each:
                foreach (var item in Items(each.Name, each.Map, scope, each.Span))
                {
                    result.AddRange(Expand(each.As, scope.With("item", item)));
                }

                break;
            case JoinPart join:
                AddJoined(join, scope, result);
                break;
        }
    }

    private void AddText(TextPart part, Scope scope, List<string> result)
    {
        if (Placeholder.Next(part.Text, 0) is { Escaped: false, Start: 0 } whole && whole.End == part.Text.Length)
        {
            result.AddRange(Scope.Entries(scope.Get(whole.Name, part.Span, diagnostics)));
        }
        else
        {
            result.Add(ExpandText(part.Text, scope, part.Span));
        }
    }

    private void AddJoined(JoinPart join, Scope scope, List<string> result)
    {
        var items = Items(join.Name, join.Map, scope, join.Span);
        if (items.Count > 0)
        {
            result.Add(ExpandText(join.As, scope.With("item", string.Join(join.By, items)), join.Span));
        }
    }

    private IReadOnlyList<string> Items(string name, string? table, Scope scope, SourceSpan span)
    {
        var items = Scope.Entries(scope.Get(name, span, diagnostics));
        if (table is null)
        {
            return items;
        }

        if (!Tables.TryGetValue(table, out var names))
        {
            diagnostics.Add(StageDiagnostics.UnknownPlaceholder, span, $"there is no table \"{table}\" in this file");
            return items;
        }

        return [.. items.SelectMany(item => names.TryGetValue(item, out var known) ? known : [item]).Distinct(StringComparer.Ordinal)];
    }
}
