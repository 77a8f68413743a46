using PipelineKit.Core.Model;

namespace PipelineKit.Core.Spec.Text;

/// <summary>The words of the spec for the model's enumerations.</summary>
internal static class Words
{
    public static IReadOnlyList<KeyValuePair<string, PipelineEvents>> Events { get; } =
    [
        new("push", PipelineEvents.Push), new("pull-request", PipelineEvents.PullRequest), new("merge-queue", PipelineEvents.MergeQueue),
        new("schedule", PipelineEvents.Schedule), new("manual", PipelineEvents.Manual), new("tag", PipelineEvents.Tag),
    ];

    public static IReadOnlyList<KeyValuePair<string, Phase>> Phases { get; } =
    [
        new("prepare", Phase.Prepare), new("check", Phase.Check), new("test", Phase.Test), new("build", Phase.Build),
        new("publish", Phase.Publish), new("deploy", Phase.Deploy),
    ];

    public static IReadOnlyList<KeyValuePair<string, ReportKind>> ReportKinds { get; } =
    [
        new("junit", ReportKind.Junit), new("cobertura", ReportKind.Cobertura), new("sarif", ReportKind.Sarif),
        new("codequality", ReportKind.Codequality), new("sast", ReportKind.Sast), new("cyclonedx", ReportKind.Cyclonedx),
        new("summary", ReportKind.Summary), new("html", ReportKind.Html), new("other", ReportKind.Other),
    ];

    public static IReadOnlyList<KeyValuePair<string, CodeScanning>> CodeScanning { get; } =
        [new("auto", Model.CodeScanning.Auto), new("on", Model.CodeScanning.On), new("off", Model.CodeScanning.Off)];

    public static IReadOnlyList<KeyValuePair<string, UpdateBot>> UpdateBots { get; } =
        [new("dependabot", UpdateBot.Dependabot), new("renovate", UpdateBot.Renovate)];

    public static IReadOnlyList<KeyValuePair<string, BranchFlow>> BranchFlows { get; } =
        [new("trunk", BranchFlow.Trunk), new("gitflow", BranchFlow.Gitflow), new("custom", BranchFlow.Custom)];

    public static IReadOnlyList<KeyValuePair<string, CakeHost>> CakeHosts { get; } = [new("script", CakeHost.Script), new("frosting", CakeHost.Frosting)];

    public static IReadOnlyList<string> OperatingSystems { get; } = ["linux", "windows", "macos"];
}
