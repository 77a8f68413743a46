using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake.Frosting;

/// <summary>The text of <c>Stages.cs</c>: what the stages need on this machine, a class per stage, and the tasks over several of them.</summary>
internal sealed class StageClasses(Pipeline pipeline, ToolStatements tools, string folder)
{
    private const string Indent = "    ";

    private readonly ClassNames _names = new(pipeline);

    /// <summary>The whole text.</summary>
    public string Text()
    {
        List<IEnumerable<string>> blocks = [Introduction(), Usings(), ["namespace Build;"], Tools()];
        blocks.AddRange(pipeline.Jobs.SelectMany(job => new StageClass(job, pipeline, tools, _names).Blocks()));
        blocks.AddRange(TaskStatements.Groups(pipeline).Select(Group));
        return string.Join("\n", blocks.Select(lines => string.Concat(lines.Select(line => line + "\n"))).Where(block => block.Length > 0));
    }

    /// <summary>The attributes of a task.</summary>
    public static IEnumerable<string> Attributes(string task, string? title, IEnumerable<string> needs) =>
    [
        $"[TaskName({CSharpText.Literal(task)})]",
        .. title is null ? Array.Empty<string>() : [$"[TaskDescription({CSharpText.Literal(title)})]"],
        .. needs.Select(need => $"[IsDependentOn(typeof({need}))]"),
    ];

    private IEnumerable<string> Introduction()
    {
        var first = pipeline.Jobs.FirstOrDefault(TaskStatements.IsInGate)?.Id ?? "quality-gate";
        return
        [
            $"// All that decide: dotnet run --project {folder}",
            $"// One stage: dotnet run --project {folder} -- --target={first} (--tree shows all). Tasks of your own belong in files beside this one.",
        ];
    }

    // Only what the classes use: a warning about the rest would be the user's.
    private IEnumerable<string> Usings()
    {
        var isAsking = pipeline.Jobs.Any(job => StageStatement.IsPublishing(job) || job.Runner.Os is "windows" or "macos" || job.Env.Any(variable => variable.Value is SecretValue { Required: true }) || job.Run.Any(Reads));
        var isTelling = pipeline.Jobs.Any(job => job.PlatformOperation is not null || job.Run.Count == 0);
        var usesFolders = pipeline.Jobs.SelectMany(job => new CommandCalls(job, StageSyntax.Class).All())
            .Any(call => call.Text.StartsWith("Context.EnsureDirectoryExists", StringComparison.Ordinal) || call.Text.StartsWith("Context.CopyDirectory", StringComparison.Ordinal));
        return
        [
            .. isAsking ? ["using Cake.Common;"] : Array.Empty<string>(),
            .. isTelling ? ["using Cake.Common.Diagnostics;"] : Array.Empty<string>(),
            .. usesFolders ? ["using Cake.Common.IO;"] : Array.Empty<string>(),
            "using Cake.Frosting;",
        ];

        static bool Reads(Command command) => command.Argv.Any(word => word is EnvReference);
    }

    private IEnumerable<string> Tools()
    {
        var lines = tools.Lines().ToList();
        return lines.Count == 0 ? [] :
        [
            "public partial class StageContext",
            "{",
            Indent + "partial void AddTools()",
            Indent + "{",
            .. lines.Select(line => Indent + Indent + line),
            Indent + "}",
            "}",
        ];
    }

    private IEnumerable<string> Group(TaskGroup group) =>
        [.. Attributes(group.Name, group.Description, group.Members.Select(_names.Of)), $"public sealed class {_names.Of(group.Name)} : FrostingTask;"];
}
