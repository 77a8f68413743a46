using PipelineKit.Licences.Data;
using PipelineKit.Licences.Normalisation;
using PipelineKit.Licences.Policies;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Policies;

public sealed class DataTests
{
    [Theory]
    [InlineData("groups")]
    [InlineData("exceptions")]
    public void Groups_name_only_what_the_list_holds_and_nothing_twice(string file)
    {
        var known = file == "groups" ? SpdxList.All.Select(licence => licence.Id).ToList() : [.. SpdxList.Exceptions];
        var words = DataFile.Lines(file).Where(line => line[0] != '[').SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        words.Where(word => !known.Exists(id => word[^1] == '*' ? id.StartsWith(word[..^1], StringComparison.Ordinal) : id == word)).ShouldBeEmpty();
        words.GroupBy(word => word).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();
        DataFile.Lines(file).Where(line => line[0] == '[').Select(line => line.Trim('[', ']')).ShouldAllBe(group => LicenceGroups.Names.Contains(group));
    }

    [Fact]
    public void No_identifier_falls_under_prefixes_of_two_groups()
    {
        foreach (var licence in SpdxList.All)
        {
            var group = "";
            var prefixes = new List<string>();
            foreach (var line in DataFile.Lines("groups"))
            {
                group = line[0] == '[' ? line : group;
                prefixes.AddRange(line.Split(' ').Where(word => word.EndsWith('*') && licence.Id.StartsWith(word[..^1], StringComparison.Ordinal)).Select(_ => group));
            }

            prefixes.Distinct().Count().ShouldBeLessThan(2, licence.Id);
        }
    }

    [Fact]
    public void Ranges_name_only_what_the_list_holds() =>
        DataFile.Lines("ranges").SelectMany(line => line.Split(' ')).Where(id => SpdxList.Find(id) is null).ShouldBeEmpty();

    [Fact]
    public void Spellings_stand_in_the_form_in_which_they_are_looked_up() =>
        DataFile.Pairs("aliases").Where(pair => Spelling.Key(pair.Key) != pair.Key).Select(pair => pair.Key).ShouldBeEmpty();

    [Theory]
    [InlineData("aliases")]
    [InlineData("classifiers")]
    [InlineData("urls")]
    public void Meanings_are_expressions(string file)
    {
        foreach (var (key, value) in DataFile.Pairs(file))
        {
            var meaning = NameMeaning.Read(key, value);
            (meaning.Expression is null).ShouldBe(meaning.NoLicence is not null);
        }
    }

    [Fact]
    public void The_same_text_is_found_for_each_embedded_text()
    {
        foreach (var id in DataFile.TextIds())
        {
            TextMatcher.Best(DataFile.Text("texts/" + id)).ShouldBe(new TextMatch(id, 1.0, 0));
        }

        DataFile.TextIds().Count().ShouldBe(42);
    }
}
