using Shouldly;

namespace PipelineKit.Docs.Tests;

/// <summary>Names of XML documentation as people read them.</summary>
public sealed class MemberIdTests
{
    [Theory]
    [InlineData("T:Kit.Core.Job", "Job", "Kit.Core.Job.md")]
    [InlineData("T:Kit.Core.Set`1", "Set", "Kit.Core.Set-1.md")]
    [InlineData("P:Kit.Core.Job.Id", "Job.Id", "Kit.Core.Job.md")]
    [InlineData("M:Kit.Core.Job.#ctor(System.String)", "Job.Job(String)", "Kit.Core.Job.md")]
    [InlineData("M:Kit.Reader.Read``1(System.Collections.Generic.List{Kit.Core.Job},System.Int32)", "Reader.Read(List<Job>, Int32)", "Kit.Reader.md")]
    public void A_name_is_taken_apart(string id, string display, string page)
    {
        var parsed = MemberId.Parse(id);

        parsed.Display.ShouldBe(display);
        parsed.PageName.ShouldBe(page);
    }
}
