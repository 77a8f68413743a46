using System.Text;
using PipelineKit.Core.Generation;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.Cake.Frosting;

/// <summary>
/// The stages as a compiled Cake project. <c>Build.csproj</c> and <c>Program.cs</c> are made once and are the user's, who adds tasks beside them;
/// <c>Stages.cs</c> has one class per stage, and <c>Shared/</c> what they share, equal in every repository.
/// </summary>
internal static class FrostingProject
{
    /// <summary>Version of the package Cake.Frosting, the one of Cake.Tool as well.</summary>
    public const string Version = "7.0.0";

    // In the order in which a reader wants them.
    private static readonly string[] All = ["Stage.cs", "StageSettings.cs", "StageContext.cs", "StageLifetime.cs", "Programs.cs", "Versions.cs", "Installs.cs", "Legs.cs", "Services.cs"];

    /// <summary>The files.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="folder">The project's folder, relative to the repository root.</param>
    public static IReadOnlyList<EmittedFile> Files(Pipeline pipeline, string folder)
    {
        var tools = new ToolStatements(pipeline);
        return
        [
            new() { Path = $"{folder}/Stages.cs", Text = new StageClasses(pipeline, tools, folder).Text(), CommentPrefix = "//" },
            .. All.Where(name => IsNeeded(name, pipeline, tools)).Select(name => new EmittedFile { Path = $"{folder}/Shared/{name}", Text = Read(name), CommentPrefix = "//" }),
            new() { Path = $"{folder}/Program.cs", Ownership = FileOwnership.CreatedOnce, Text = Program, CommentPrefix = "//" },
            new() { Path = $"{folder}/Build.csproj", Ownership = FileOwnership.CreatedOnce, Text = Project(folder), CommentPrefix = null },
            new() { Path = $"{folder}/.gitignore", Ownership = FileOwnership.CreatedOnce, Text = "/bin/\n/obj/\n" },
        ];
    }

    /// <summary>The text of a shared file, with LF line ends.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(FrostingProject).Assembly.GetManifestResourceStream("Frosting/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static bool IsNeeded(string name, Pipeline pipeline, ToolStatements tools) => name switch
    {
        "Versions.cs" => tools.AskForVersions,
        "Installs.cs" => pipeline.Jobs.Any(job => job.Install is not null),
        "Legs.cs" => pipeline.Jobs.Any(job => job.Matrix is not null),
        "Services.cs" => pipeline.Jobs.Any(job => job.Services.Count > 0),
        _ => true,
    };

    private const string Program = """
        using Build;
        using Cake.Frosting;

        return new CakeHost()
            .UseContext<StageContext>()
            .UseLifetime<StageLifetime>()
            .Run(args);

        """;

    private static string Project(string folder) => $"""
        <Project Sdk="Microsoft.NET.Sdk">

          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <!-- The paths of the stages begin at the root of the repository. -->
            <RunWorkingDirectory>$(MSBuildProjectDirectory){string.Concat(folder.Split('/').Select(_ => "/.."))}</RunWorkingDirectory>
          </PropertyGroup>

          <ItemGroup>
            <PackageReference Include="Cake.Frosting" Version="{Version}" />
          </ItemGroup>

        </Project>

        """;
}
