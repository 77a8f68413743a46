using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;
using Shouldly;

namespace PipelineKit.Platforms.Tests.Shared;

public class SharedTests
{
    private static readonly IReadOnlyList<Toolchain> Both = [new(Sample.Python, new MatrixValue("python")), new(Sample.Uv, "0.12.5")];

    [Theory]
    [InlineData("uv:{uv}-python{python}", "uv:0.12.5-python<python>")]
    [InlineData("{uv}{uv}", "0.12.50.12.5")]
    [InlineData("${{ vars.X }}", "${{ vars.X }}")]
    [InlineData("${{uv}}", "${{uv}}")]
    [InlineData("{node}", null)]
    [InlineData("plain", "plain")]
    public void Placeholders_are_versions_of_the_jobs_toolchains(string text, string? expected) =>
        Placeholders.Fill(text, Both, v => v is MatrixValue m ? $"<{m.Axis}>" : Placeholders.Literal(v)).ShouldBe(expected);

    [Theory]
    [InlineData("uv=={uv}", "uv==0.12.5")]
    [InlineData("python@{python}", "python@\"$PK_PYTHON\"")]
    [InlineData("{python}", "\"$PK_PYTHON\"")]
    [InlineData("a b{python}c;", "'a b'\"$PK_PYTHON\"'c;'")]
    [InlineData("", "''")]
    [InlineData("{node}", null)]
    public void Placeholders_in_commands_stay_one_word(string text, string? expected) => Placeholders.ShellWord(text, Both).ShouldBe(expected);

    [Fact]
    public void A_list_with_a_missing_toolchain_is_left_out() => Placeholders.FillAll(["a", "{node}"], Both, Placeholders.Literal).ShouldBeNull();

    [Fact]
    public void A_covered_toolchain_is_not_set_up() => ToolchainChoice.Uncovered(Both).Select(t => t.Id).ShouldBe(["uv"]);

    [Fact]
    public void Of_two_that_cover_each_other_the_first_stays()
    {
        var a = Sample.Python with { Id = "a", Covers = ["b"] };
        var b = Sample.Python with { Id = "b", Covers = ["a"] };
        ToolchainChoice.Uncovered([new(b, "1"), new(a, "1")]).Select(t => t.Id).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData(".", "reports/a", "reports/a")]
    [InlineData("web", "web/reports/a", "reports/a")]
    [InlineData("services/api", "services/api/x", "x")]
    [InlineData("services/api", "services/web/x", "../web/x")]
    [InlineData("services/api", "x", "../../x")]
    [InlineData("web", "website/x", "../website/x")]
    public void A_path_is_seen_from_a_folder(string folder, string path, string expected) => RepositoryPath.SeenFrom(folder, path).ShouldBe(expected);

    [Theory]
    [InlineData("a/b", "a/b", true)]
    [InlineData("a/b", "a/b/c", true)]
    [InlineData("a/b", "a/bc", false)]
    [InlineData(".", "x", true)]
    public void A_folder_holds_what_is_below_it(string folder, string path, bool expected) => RepositoryPath.IsWithin(folder, path).ShouldBe(expected);

    [Theory]
    [InlineData("release/*", false, "^release/[^/]*$")]
    [InlineData("**/v?.x+(a)", false, @"^.*/v[^/]\.x\+\(a\)$")]
    [InlineData("a/b", true, @"^a\/b$")]
    public void A_glob_is_a_regular_expression(string glob, bool escapeSlash, string expected) => GlobPattern.ToRegex(glob, escapeSlash).ShouldBe(expected);

    [Fact]
    public void Leaves_keep_their_order_and_lose_the_excluded_ones()
    {
        var matrix = new Matrix
        {
            Axes = [new MatrixAxis("a", ["1", "2"]), new MatrixAxis("b", ["x", "y"])],
            Exclude = [new Dictionary<string, string> { ["a"] = "1", ["b"] = "y" }],
            Primary = new Dictionary<string, string> { ["a"] = "1" },
        };
        MatrixLeaves.Of(matrix).Select(leaf => leaf["a"] + leaf["b"]).ShouldBe(["1x", "2x", "2y"]);
        MatrixLeaves.Primary(matrix).Select(p => p.Key + p.Value).ShouldBe(["a1", "by"]);
    }

    [Fact]
    public void A_service_says_where_it_is()
    {
        var service = new Service { Alias = "db", Image = "db", Port = 1, Values = new Dictionary<string, string> { ["url"] = "db://{host}:{port}/{x}" } };
        ServiceTexts.Get(service, "host", "h", 2).ShouldBe("h");
        ServiceTexts.Get(service, "port", "h", 2).ShouldBe("2");
        ServiceTexts.Get(service, "url", "h", 2).ShouldBe("db://h:2/{x}");
        ServiceTexts.Get(service, "user", "h", 2).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, "alpine:3", "alpine:3")]
    [InlineData("mirror/", "alpine:3", "mirror/alpine:3")]
    public void Images_come_through_the_mirror(string? prefix, string image, string expected) =>
        Images.Pulled(new Settings { ImagesPrefix = prefix }, image).ShouldBe(expected);

    [Theory]
    [InlineData("python", "PK_PYTHON")]
    [InlineData("node-version", "PK_NODE_VERSION")]
    public void An_axis_has_a_variable(string axis, string expected) => EnvNames.OfAxis(axis).ShouldBe(expected);
}
