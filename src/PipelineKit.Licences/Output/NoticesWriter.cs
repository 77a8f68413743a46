using PipelineKit.Licences.Data;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Output;

/// <summary>
/// A <c>THIRD-PARTY-NOTICES</c> file: every package that is shipped, with the licence texts it came with, or the text of the
/// list where it came with none. Development packages are left out.
/// </summary>
public sealed class NoticesWriter : ILicenceReportWriter
{
    private static readonly string Rule = new('=', 80);

    /// <inheritdoc/>
    public string Format => "notices";

    /// <inheritdoc/>
    public string Summary => "THIRD-PARTY-NOTICES with licence texts";

    /// <inheritdoc/>
    public void Write(LicenceReport report, Stream output)
    {
        using var text = TextOutput.Open(output);
        text.WriteLine($"Third-party notices of {Wording.Safe(report.Name)}");
        text.WriteLine();
        text.WriteLine("This product contains the packages below. Packages with the same text stand together.");
        var shipped = report.Packages.Where(decision => !decision.Package.Development);
        foreach (var group in shipped.GroupBy(Texts).OrderBy(group => group.First().Package.Name, StringComparer.Ordinal))
        {
            text.WriteLine();
            text.WriteLine(Rule);
            foreach (var decision in group)
            {
                text.WriteLine($"{Wording.Safe(decision.Package.Label)} ({decision.Conclusion.Text})");
            }

            text.WriteLine(Rule);
            text.WriteLine();
            text.WriteLine(group.Key);
        }
    }

    private static string Texts(PackageDecision decision)
    {
        var own = decision.Texts.Select(statement => Clean(statement.Value)).Where(text => text.Length > 0).Distinct().ToList();
        if (own.Count > 0)
        {
            return string.Join("\n\n----\n\n", own);
        }

        var listed = decision.Conclusion.Expression?.Leaves().OfType<LicenceTerm>().Select(term => ListText(term.Id)).OfType<string>().Distinct().ToList() ?? [];
        return listed.Count > 0
            ? "The package comes without a licence text; this is the text that the SPDX list has.\n\n" + string.Join("\n\n----\n\n", listed)
            : "The package comes without a licence text.";
    }

    private static string? ListText(string id)
    {
        var name = id.EndsWith("-or-later", StringComparison.Ordinal) ? id[..^"or-later".Length] + "only" : id;
        return DataFile.TextIds().Contains(name, StringComparer.Ordinal) ? DataFile.Text("texts/" + name).TrimEnd() : null;
    }

    // Control characters other than line ends and tabs have no place in a text file.
    private static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c))).Trim();
}
