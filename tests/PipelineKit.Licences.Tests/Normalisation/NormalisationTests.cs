using PipelineKit.Licences.Data;
using PipelineKit.Licences.Normalisation;

namespace PipelineKit.Licences.Tests.Normalisation;

public sealed class NormalisationTests
{
    [Theory]
    [InlineData("Apache 2.0", "Apache-2.0")]
    [InlineData("Apache License, Version 2.0", "Apache-2.0")]
    [InlineData("The Apache Software License, Version 2.0", "Apache-2.0")]
    [InlineData("Apache Software License", "Apache-2.0")]
    [InlineData("The MIT License (MIT)", "MIT")]
    [InlineData("MIT/X11", "MIT")]
    [InlineData("BSD", "LicenseRef-BSD")]
    [InlineData("New BSD License", "BSD-3-Clause")]
    [InlineData("BSD (2 clause)", "BSD-2-Clause")]
    [InlineData("GPLv3+", "GPL-3.0-or-later")]
    [InlineData("GPL v2 or later", "GPL-2.0-or-later")]
    [InlineData("LGPL 2.1+", "LGPL-2.1-or-later")]
    [InlineData("LGPLv2.1", "LGPL-2.1-only")]
    [InlineData("GNU Lesser General Public License v3 or later (LGPLv3+)", "LGPL-3.0-or-later")]
    [InlineData("GNU General Public License v2 (GPLv2)", "GPL-2.0-only")]
    [InlineData("GNU AGPLv3", "AGPL-3.0-only")]
    [InlineData("GPL", "GPL-1.0-or-later")]
    [InlineData("GPL v4", "LicenseRef-GPL-v4")]
    [InlineData("Library 2", "LicenseRef-Library-2")]
    [InlineData("Eclipse Public License 2.0", "EPL-2.0")]
    [InlineData("Apache 2.0 or later", "Apache-2.0+")]
    [InlineData("MIT License OR Apache License 2.0", "MIT OR Apache-2.0")]
    [InlineData("MIT -or- GPL v2 or later", "MIT OR GPL-2.0-or-later")]
    [InlineData("MIT AND Whatever Licence", "MIT AND LicenseRef-Whatever-Licence")]
    [InlineData("GPL-2.0 WITH Nothing-exception", "LicenseRef-GPL-2.0-WITH-Nothing-exception")]
    [InlineData("UNLICENSED", "LicenseRef-proprietary")]
    [InlineData("The Unlicense", "Unlicense")]
    [InlineData("Public Domain", "LicenseRef-public-domain")]
    [InlineData("https://opensource.org/licenses/MIT", "MIT")]
    [InlineData("http://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0")]
    [InlineData("MIT, BSD", "LicenseRef-MIT-BSD")]
    [InlineData("?!", "LicenseRef-unnamed")]
    [InlineData("UNKNOWN", "NOASSERTION")]
    public void Reads_fields(string value, string expected) => Conclude(StatementKind.Field, value).Text.ShouldBe(expected);

    [Theory]
    [InlineData("https://licenses.nuget.org/MIT%20OR%20Apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("https://spdx.org/licenses/ISC.html", "ISC")]
    [InlineData("http://opensource.org/licenses/bsd-3-clause/", "BSD-3-Clause")]
    [InlineData("https://aka.ms/deprecateLicenseUrl", "NOASSERTION")]
    [InlineData("https://example.org/LICENSE", "NOASSERTION")]
    public void Reads_addresses(string url, string expected) => Conclude(StatementKind.Url, url).Text.ShouldBe(expected);

    [Fact]
    public void Each_step_is_in_the_evidence()
    {
        Conclude(StatementKind.Field, "MIT License OR GPL-2.0").Evidence.Select(step => (step.Found, step.Rule, step.Result)).ShouldBe(
        [
            ("MIT License", "spelling", "MIT"),
            ("MIT License OR GPL-2.0", "expression of names", "MIT OR GPL-2.0"),
            ("GPL-2.0", "deprecated identifier", "GPL-2.0-only"),
        ]);
        Conclude(StatementKind.Classifier, "License :: OSI Approved :: Apache Software License").Evidence.ShouldHaveSingleItem()
            .Result.ShouldBe("Apache-2.0 (assumed: the version is not said)");
    }

    [Fact]
    public void Texts_are_recognised_with_other_names_line_ends_and_layout()
    {
        var mit = DataFile.Text("texts/MIT").Replace("<year> <copyright holders>", "2024 Some Body <some@body.example>", StringComparison.Ordinal);

        TextMatcher.Best(mit.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe(new TextMatch("MIT", 1.0, 0));
        TextMatcher.Best(string.Join("\n", mit.Split('\n').Select(line => " * " + line.ToUpperInvariant())))!.Id.ShouldBe("MIT");
        TextMatcher.Best("The MIT License (MIT)\n\n" + mit)!.Similarity.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void A_text_with_terms_of_its_own_is_not_recognised()
    {
        var text = DataFile.Text("texts/MIT") + "\nThe Software may not be used to provide a commercial service to third parties, whether for a fee or not, including hosting, consulting and support services related to the Software.";

        Conclude(StatementKind.Text, text).Expression.ShouldBeNull();
        var clause = string.Join(' ', Enumerable.Range(0, 80).Select(word => $"condition{word}"));
        Conclude(StatementKind.Text, clause + "\n\n" + DataFile.Text("texts/Apache-2.0")).Evidence.ShouldHaveSingleItem().Result.ShouldBe("too much text of its own, so not taken");
        Conclude(StatementKind.Text, "All rights reserved.").Evidence.ShouldHaveSingleItem().Result.ShouldBe("resembles no known text");
    }

    /// <summary>Where two licences are so alike that a changed text could be taken for the other, a person should know.</summary>
    [Fact]
    public void Only_known_pairs_of_texts_are_more_alike_than_the_threshold()
    {
        var prints = DataFile.TextIds().Select(id => (Id: id, Print: TextFingerprint.Of(DataFile.Text("texts/" + id)))).ToList();
        var alike = prints.SelectMany((one, at) => prints.Skip(at + 1).Where(other => one.Print.Similarity(other.Print) >= TextMatcher.Threshold)
            .Select(other => $"{one.Id} {other.Id}"));

        alike.ShouldBe(["AGPL-3.0-only GPL-3.0-only", "CC-BY-4.0 CC-BY-SA-4.0"]);
    }

    private static LicenceConclusion Conclude(StatementKind kind, string value) =>
        LicenceNormaliser.Conclude([new LicenceStatement(kind, value, new("x"))], () => []);
}
