using PipelineKit.Cli.Init.Facts;

namespace PipelineKit.Cli.Init.Node;

/// <summary>The security rules run only where their plugin can be had: among the owner's own dependencies.</summary>
internal static class NodeSecurity
{
    public static void Choose(DetectedProject project, PackageManifest manifest)
    {
        if (manifest.Dependency("eslint-plugin-security") is not null && manifest.Major("eslint") >= 9)
        {
            project.Choose("sast", "security rules, which fail nothing until fail-on is given", manifest.At());
        }
        else
        {
            project.LeaveOut("sast: the security rules need eslint (9 or later) and eslint-plugin-security among the dependencies", manifest.At());
        }
    }
}
