using PipelineKit.Licences.Spdx;

namespace PipelineKit.Licences.Tests.Spdx;

public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("MIT", "MIT")]
    [InlineData("mit", "MIT")]
    [InlineData(" ( MIT ) ", "MIT")]
    [InlineData("(MIT OR GPL-3.0-only)", "MIT OR GPL-3.0-only")]
    [InlineData("MIT or apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("MIT and Zlib", "MIT AND Zlib")]
    [InlineData("MIT OR Apache-2.0 AND ISC", "MIT OR Apache-2.0 AND ISC")]
    [InlineData("(MIT OR Apache-2.0) AND ISC", "(MIT OR Apache-2.0) AND ISC")]
    [InlineData("MIT OR (Apache-2.0 AND ISC)", "MIT OR Apache-2.0 AND ISC")]
    [InlineData("MIT AND (ISC AND Zlib)", "MIT AND ISC AND Zlib")]
    [InlineData("MIT OR MIT", "MIT")]
    [InlineData("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0")]
    [InlineData("gpl-2.0-or-later with classpath-exception-2.0", "GPL-2.0-or-later WITH Classpath-exception-2.0")]
    [InlineData("Apache-2.0+", "Apache-2.0+")]
    [InlineData("GPL-2.0+", "GPL-2.0+")]
    [InlineData("Apache-2.0+ WITH LLVM-exception", "Apache-2.0+ WITH LLVM-exception")]
    [InlineData("LicenseRef-Mine", "LicenseRef-Mine")]
    [InlineData("DocumentRef-a:LicenseRef-b OR MIT", "DocumentRef-a:LicenseRef-b OR MIT")]
    [InlineData("MIT WITH AdditionRef-x", "MIT WITH AdditionRef-x")]
    [InlineData("LicenseRef-a WITH Classpath-exception-2.0", "LicenseRef-a WITH Classpath-exception-2.0")]
    public void Reads_and_prints_in_the_normal_form(string text, string expected)
    {
        var result = ExpressionParser.Parse(text);

        result.Error.ShouldBeNull();
        result.Expression!.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("", 0, "expected a licence identifier")]
    [InlineData("BSD", 0, "\"BSD\" is not an identifier of the SPDX licence list")]
    [InlineData("MIT OR", 6, "expected a licence identifier")]
    [InlineData("MIT OR Nope", 7, "\"Nope\" is not an identifier of the SPDX licence list")]
    [InlineData("OR MIT", 0, "expected a licence identifier")]
    [InlineData("MIT ISC", 4, "expected AND, OR or the end")]
    [InlineData("MIT +", 4, "expected AND, OR or the end")]
    [InlineData("(MIT", 4, "\")\" is missing")]
    [InlineData("MIT)", 3, "\")\" closes nothing")]
    [InlineData("MIT WITH", 8, "expected an exception identifier after WITH")]
    [InlineData("MIT WITH Nope", 9, "\"Nope\" is not an exception of the SPDX list")]
    [InlineData("MIT WITH MIT", 9, "\"MIT\" is not an exception of the SPDX list")]
    [InlineData("(MIT OR ISC) WITH LLVM-exception", 13, "expected AND, OR or the end")]
    [InlineData("Classpath-exception-2.0", 0, "\"Classpath-exception-2.0\" is not an identifier of the SPDX licence list")]
    [InlineData("LicenseRef-", 0, "\"LicenseRef-\" is not an identifier of the SPDX licence list")]
    [InlineData("LicenseRef-a_b", 0, "\"LicenseRef-a_b\" is not an identifier of the SPDX licence list")]
    [InlineData("MIT Or ISC", 4, "expected AND, OR or the end")]
    public void Says_what_is_wrong_and_where(string text, int position, string error)
    {
        var result = ExpressionParser.Parse(text);

        result.Expression.ShouldBeNull();
        result.Error.ShouldBe(error);
        result.Position.ShouldBe(position);
    }

    [Fact]
    public void Bounds_nesting_and_length()
    {
        ExpressionParser.Parse(new string('(', 64) + "MIT" + new string(')', 64)).Error.ShouldBeNull();
        ExpressionParser.Parse(new string('(', 65) + "MIT" + new string(')', 65)).Error.ShouldBe("brackets are nested deeper than 64");
        ExpressionParser.Parse(new string('(', 4097)).Error.ShouldBe("the expression is longer than 4096 characters");
    }

    [Fact]
    public void Every_identifier_of_the_list_is_read_in_any_case_of_letters()
    {
        foreach (var licence in SpdxList.All)
        {
            ExpressionParser.Parse(licence.Id.ToUpperInvariant()).Expression.ShouldNotBeNull(licence.Id).ToString().ShouldBe(licence.Id);
        }
    }
}
