using PipelineKit.Core.Diagnostics;
using Scriban.Syntax;

namespace PipelineKit.Core.Stages.Linting.Checks;

/// <summary>Names, members of names and partials exist. A render finds only those that it comes by.</summary>
internal sealed class UnknownNameCheck : ITemplateCheck
{
    public DiagnosticDescriptor Descriptor { get; } = new("PK2603", "A name that nothing declares", Severity.Warning);

    public void Check(LintedStage stage, CheckContext context)
    {
        var given = stage.Templates.SelectMany(t => t.Nodes).Select(Given).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var imports = stage.Templates.Any(t => t.Nodes.Any(n => n is ScriptImportStatement));
        foreach (var template in stage.Templates)
        {
            var globals = GlobalNames.Of(template);
            var inWith = template.Nodes.OfType<ScriptWithStatement>().SelectMany(n => n.Body is { } body ? body.DescendantsAndSelf() : []).ToHashSet();
            foreach (var node in template.Nodes)
            {
                if (InputUse.Access(node) is var (owner, member) && !given.Contains(owner))
                {
                    CheckMember(stage, template, context, node, member, Members(stage, template, globals, owner), owner);
                }
                else if (node.VariableName() is { } name && !imports && !given.Contains(name) && !globals.All.Contains(name) && !inWith.Contains(node))
                {
                    var known = globals.All.Concat(given).ToList();
                    context.Report(template.SpanOf(node), $"nothing declares the name {MessageText.Quote(name)}", MessageText.DidYouMean(name, known));
                }
            }

            CheckPartials(stage, template, context);
        }
    }

    // What a template gives a value is known to the partials it includes, and the other way round.
    private static string? Given(ScriptNode node) => node switch
    {
        ScriptAssignExpression assignment => assignment.Target?.VariableName(),
        ScriptCaptureStatement capture => (capture.Target as ScriptVariableGlobal)?.Name,
        ScriptForStatement loop => (loop.Variable as ScriptVariableGlobal)?.Name,
        ScriptFunction function => (function.NameOrDoToken as ScriptVariable)?.Name,
        ScriptParameter parameter => parameter.Name?.Name,
        _ => null,
    };

    private static IReadOnlyList<string>? Members(LintedStage stage, LintedTemplate template, GlobalNames globals, string owner) => owner switch
    {
        "inputs" => stage.Manifest is { } manifest ? [.. manifest.Inputs.Select(i => Snake(i.Name)), "fail_on"] : null,
        "stack" when template.Stack is { } stack => stage.Catalog.FindStack(stack) is { } found ? [.. found.Options.Select(o => Snake(o.Name))] : null,
        _ => globals.MembersOf(owner),
    };

    private static string Snake(string name) => name.Replace('-', '_');

    private static void CheckMember(
        LintedStage stage, LintedTemplate template, CheckContext context, ScriptNode node, string member, IReadOnlyList<string>? known, string owner)
    {
        if (known is null || known.Contains(member, StringComparer.Ordinal) || member is "size" or "empty?" or "blank?")
        {
            return;
        }

        var span = template.SpanAt(node.Span.Start.Offset + Math.Max(0, template.TextOf(node).LastIndexOf(member, StringComparison.Ordinal)), member.Length);
        var what = owner == "inputs" ? $"the stage \"{stage.Manifest?.Id}\" has no input" : $"\"{owner}\" has no member";
        context.Report(span, $"{what} {MessageText.Quote(member)}; {MessageText.ExpectedOneOf(known)}", MessageText.DidYouMean(member, known));
    }

    private static void CheckPartials(LintedStage stage, LintedTemplate template, CheckContext context)
    {
        var known = stage.Catalog.PathsBelow("partials/").Select(p => p["partials/".Length..^".sbn".Length]).ToList();
        foreach (var (name, node) in template.Includes.Where(i => i.Name is not null && !known.Contains(i.Name, StringComparer.Ordinal)))
        {
            context.Report(template.SpanOf(node), $"there is no partial {MessageText.Quote(name!)}; {MessageText.ExpectedOneOf(known)}", MessageText.DidYouMean(name!, known));
        }
    }
}
