using System.Text;
using PipelineKit.Licences.Data;
using PipelineKit.Licences.Normalisation;
using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Policies;

/// <summary>
/// What the support scripts of generated pipelines know of licences, <c>templates/support/licences/spdx.txt</c>, is made from this library's
/// data: <c>PIPELINEKIT_UPDATE=1</c> writes it.
/// </summary>
public sealed class SupportData
{
    private const int Width = 140;
    [Fact]
    public void The_data_of_the_scripts_is_that_of_this_library()
    {
        var text = Text();

        Fixture.ShouldBeFile(text, "../../../templates/support/licences/spdx.txt");
        text.Split('\n').ShouldAllBe(line => line.Length < 400);
    }

    private static string Text()
    {
        var text = new StringBuilder("""
            # What the licence check knows: identifiers of the SPDX licence list by group, exceptions, replaced identifiers,
            # versions that "or later" offers, common spellings ("?" means: one of these, the spelling does not say which).

            """);
        foreach (var group in LicenceGroups.Names.Append(""))
        {
            var ids = SpdxList.All.Select(licence => licence.Id).Where(id => (LicenceGroups.Of(new LicenceTerm(id)) ?? "") == group);
            Section(text, $"licences {group}".TrimEnd(), Wrapped(ids));
        }

        foreach (var group in LicenceGroups.Names.Take(2).Append(""))
        {
            Section(text, $"exceptions {group}".TrimEnd(), Wrapped(SpdxList.Exceptions.Where(id => Lift(id) == group)));
        }

        Section(text, "replaced", DataFile.Pairs("deprecated").Select(pair => $"{pair.Key} = {pair.Value}"));
        Section(text, "later", DataFile.Lines("ranges"));
        Section(text, "names", Names().GroupBy(pair => pair.Meaning).OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Wrapped(group.Select(pair => pair.Key.Replace(' ', '_')).Order(StringComparer.Ordinal), $"{group.Key} = ")));
        Section(text, "classifiers", DataFile.Pairs("classifiers").Where(pair => Classifier(pair.Key) is { } meaning && meaning != Spelled(LastPart(pair.Key)))
            .Select(pair => $"{Classifier(pair.Key)} = {LastPart(pair.Key)}"));
        Section(text, "addresses", DataFile.Pairs("urls").Where(pair => pair.Value[0] != '!').Select(pair => $"{Simple(pair.Value)} = {pair.Key}"));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string name, IEnumerable<string> lines)
    {
        text.Append($"\n[{name}]\n");
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }

    // What an exception makes of a strong copyleft licence; nothing where it changes nothing.
    private static string Lift(string exception) =>
        LicenceGroups.Of(new LicenceTerm("GPL-3.0-only", false, exception)) is { } group and not "strong-copyleft" ? group : "";

    // What says nothing is as unknown as what is not there.
    private static IEnumerable<(string Key, string Meaning)> Names() =>
        DataFile.Pairs("aliases").Where(pair => pair.Value[0] != '!').Select(pair => (pair.Key, Simple(pair.Value)));

    private static string Simple(string meaning) => meaning[0] == '?' && !meaning.Contains(' ', StringComparison.Ordinal) ? meaning[1..] : meaning;

    private static string? Classifier(string classifier) => Meaning(NameTable.Classified(classifier));

    private static string? Spelled(string name) => Meaning(NameTable.Spelled(name));

    private static string? Meaning(NameMeaning? meaning) => meaning?.Expression switch
    {
        null => null,
        UnresolvedLicence open => "?" + string.Join(' ', open.Candidates),
        var expression => expression.ToString(),
    };

    private static string LastPart(string classifier) => classifier[(classifier.LastIndexOf(':') + 1)..].Trim();

    private static IEnumerable<string> Wrapped(IEnumerable<string> words, string head = "")
    {
        var line = new StringBuilder(head);
        foreach (var word in words)
        {
            if (line.Length > head.Length && line.Length + word.Length > Width)
            {
                yield return line.ToString().TrimEnd();
                line.Clear().Append(head);
            }

            line.Append(word).Append(' ');
        }

        if (line.Length > head.Length)
        {
            yield return line.ToString().TrimEnd();
        }
    }
}
