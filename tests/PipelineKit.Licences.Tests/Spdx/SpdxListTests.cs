using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Spdx;

public sealed class SpdxListTests
{
    [Fact]
    public void Holds_the_list_and_says_where_it_is_from()
    {
        SpdxList.Source.ShouldStartWith("spdx-license-ids 3.0.24");
        SpdxList.All.Count.ShouldBe(740);
        SpdxList.Exceptions.Count.ShouldBe(84);
        SpdxList.All.Count(licence => licence.Deprecated).ShouldBe(32);
        SpdxList.Find("mit").ShouldBe(new SpdxLicence("MIT", "MIT License", false, true, true));
        SpdxList.Find("BSD").ShouldBeNull();
        SpdxList.FindException("CLASSPATH-exception-2.0").ShouldBe("Classpath-exception-2.0");
    }

    [Fact]
    public void Deprecated_identifiers_have_a_replacement_or_are_known_to_have_none()
    {
        var without = SpdxList.All.Where(licence => licence.Deprecated && SpdxList.Replacement(licence.Id) is null).Select(licence => licence.Id);

        without.ShouldBe(["Net-SNMP"]);
    }

    [Theory]
    [InlineData("GPL-2.0", "GPL-2.0-only")]
    [InlineData("GPL-2.0+", "GPL-2.0-or-later")]
    [InlineData("LGPL-2.1+ WITH Qt-LGPL-exception-1.1", "LGPL-2.1-or-later WITH Qt-LGPL-exception-1.1")]
    [InlineData("GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("wxWindows OR MIT", "LGPL-2.0-or-later WITH WxWindows-exception-3.1 OR MIT")]
    [InlineData("GPL-2.0-with-classpath-exception WITH LLVM-exception", "GPL-2.0-with-classpath-exception WITH LLVM-exception")]
    [InlineData("Apache-2.0+ AND BSD-2-Clause-NetBSD", "Apache-2.0+ AND BSD-2-Clause")]
    public void Replaces_deprecated_identifiers(string text, string expected) =>
        ModernForm.Of(ExpressionParser.Parse(text).Expression!).ToString().ShouldBe(expected);
}
