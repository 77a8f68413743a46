using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Spec;
using Shouldly;

namespace PipelineKit.Core.Tests.Spec;

/// <summary>Loads specs against the fake library.</summary>
internal static class SpecCase
{
    public static SpecOptions Options { get; } = new() { FolderName = "folder", ToolVersion = "0.1.0" };

    public static SpecDocument Ok(string text)
    {
        var bag = new DiagnosticBag();
        var spec = SpecLoader.Load(text, Options, FakeCatalog.Usual, bag);
        bag.Sorted().Select(Line).ShouldBeEmpty();
        return spec.ShouldNotBeNull();
    }

    public static IReadOnlyList<Diagnostic> Problems(string text)
    {
        var bag = new DiagnosticBag();
        SpecLoader.Load(text, Options, FakeCatalog.Usual, bag);
        return bag.Sorted();
    }

    public static string Line(Diagnostic d) => $"{d.Primary.Line}:{d.Primary.Column}: {d.Descriptor.Code}: {d.Message}";
}
