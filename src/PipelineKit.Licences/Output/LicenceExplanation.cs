using System.Text;
using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Output;

/// <summary>The chain of evidence of a package, for a person: found where, read how, decided why.</summary>
public static class LicenceExplanation
{
    /// <summary>The text for every package of a name or <c>name@version</c>; null if the report has none.</summary>
    public static string? Of(LicenceReport report, string package)
    {
        var found = report.Packages.Where(decision =>
            string.Equals(decision.Package.Name, package, StringComparison.OrdinalIgnoreCase)
            || string.Equals(decision.Package.Label, package, StringComparison.OrdinalIgnoreCase)
            || decision.Package.Purl == package);
        var text = string.Join("\n", found.Select(Of));
        return text.Length > 0 ? text : null;
    }

    private static string Of(PackageDecision decision)
    {
        var package = decision.Package;
        var text = new StringBuilder();
        Line(text, 0, $"{Wording.Safe(package.Label)}: {Wording.Of(decision.Outcome)}");
        Line(text, 1, $"package url  {package.Purl}");
        Line(text, 1, $"found in     {package.FoundAt}");
        Line(text, 1, $"needed       {(package.Direct ? "directly" : "by others")}, {(package.Development ? "for development only" : "in production")}");
        Line(text, 1, $"way          {(package.Path.IsEmpty ? "not known" : Wording.Path(package))}");
        Line(text, 1, $"licence      {decision.Conclusion.Text}");
        Line(text, 1, "evidence");
        foreach (var step in decision.Conclusion.Evidence)
        {
            Line(text, 2, $"{step.Location}: \"{step.Found}\" ({step.Rule}) -> {step.Result}");
        }

        if (decision.Conclusion.Evidence.IsEmpty)
        {
            Line(text, 2, "nothing says anything about a licence");
        }

        Line(text, 1, "decision");
        Proof(text, 2, decision.Proof);
        if (decision.Outcome != PackageOutcome.Allowed)
        {
            Line(text, 1, $"because      {Wording.Safe(decision.Reason)}");
        }

        return text.ToString();
    }

    private static void Proof(StringBuilder text, int depth, DecisionStep step)
    {
        Line(text, depth, $"{step.Expression}: {step.Verdict.ToString().ToLowerInvariant()}, {Wording.Safe(step.Reason)}");
        foreach (var part in step.Parts)
        {
            Proof(text, depth + 1, part);
        }
    }

    private static void Line(StringBuilder text, int depth, string line) => text.Append(' ', depth * 2).Append(line).Append('\n');
}
