using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Node;

/// <summary>The owner's linter: the tool itself where we know how to read it, otherwise the owner's script as it is.</summary>
internal static class NodeLint
{
    public static void Choose(DetectedProject project, PackageManifest manifest)
    {
        var script = manifest.Script("lint") is null ? null : "lint";
        if (script is not null && IsPlain(manifest.Script(script)!, "eslint") && HasFlatConfig(manifest) && manifest.Major("eslint") >= 9)
        {
            project.Choose("lint", "ESLint of the repository", manifest.At("devDependencies", "eslint"));
            return;
        }

        if (script is not null && (IsPlain(manifest.Script(script)!, "biome") || IsPlain(manifest.Script(script)!, "biome check")) && manifest.Dependency("@biomejs/biome") is not null)
        {
            project.Choose("lint", "Biome of the repository", manifest.At("devDependencies", "@biomejs/biome")).With("tools", "biome");
            return;
        }

        if (script is not null && !Rewrites(manifest.Script(script)!))
        {
            project.Choose("lint", $"the owner's script: {manifest.Script(script)}", manifest.At("scripts", script)).With("tools", "script");
            return;
        }

        if (manifest.Major("eslint") >= 9 && HasFlatConfig(manifest))
        {
            project.Choose("lint", "ESLint of the repository", manifest.At("devDependencies", "eslint"));
        }
        else if (manifest.Dependency("@biomejs/biome") is not null && manifest.FileThatBegins("biome.json") is { } biome)
        {
            project.Choose("lint", "Biome of the repository", manifest.File(biome)).With("tools", "biome");
        }
        else if (manifest.Dependency("eslint") is not null || manifest.FileThatBegins(".eslintrc", "eslint.config.") is not null)
        {
            project.LeaveOut("lint: there is no script that only looks; write one (\"lint\": \"eslint .\") and list the tool `script`", manifest.At());
        }
        else
        {
            project.LeaveOut("lint: no linter of the owner's was found", manifest.At());
        }
    }

    private static bool HasFlatConfig(PackageManifest manifest) => manifest.FileThatBegins("eslint.config.") is not null;

    // One program with the folder it looks at: what our template runs is then the same.
    private static bool IsPlain(string script, string program) => script.Trim() == program || script.Trim() == program + " .";

    private static bool Rewrites(string script) =>
        script.Contains("--fix", StringComparison.Ordinal) || script.Contains("--write", StringComparison.Ordinal) || script.Contains("--apply", StringComparison.Ordinal);
}
