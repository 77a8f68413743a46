// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using System.Text;
using System.Text.RegularExpressions;
using Cake.Common.Diagnostics;

namespace Build;

// Tools whose version matters: "dotnet >= 10.0", "node 22" (22.1 as well), "uv = 0.12.5".
public partial class StageContext
{
    /// <summary>True: a version is what is wanted.</summary>
    public static bool Accepts(string wanted, string found)
    {
        static Version Number(string text) => new(Regex.Match($"{text}.0.0", @"\d+\.\d+\.\d+").Value);
        if (wanted.StartsWith(">= ", StringComparison.Ordinal))
        {
            return Number(found) >= Number(wanted);
        }

        if (wanted.StartsWith("= ", StringComparison.Ordinal))
        {
            return found == wanted[2..];
        }

        var isNumber = Regex.IsMatch(wanted, @"^\d"); // "lts/*" is not
        return !isNumber || Regex.IsMatch(found, $@"^{Regex.Escape(Regex.Replace(wanted, @"\.x$", ""))}([.-]|$)");
    }

    // Pattern finds the version in what the probe prints.
    private void Tool(string name, string hint, string[] probe, string pattern) =>
        _tools[name] = (hint, (stage, need) => HasVersion(stage, need[name.Length..].TrimStart(), probe, pattern));

    private bool HasVersion(Stage stage, string wanted, string[] probe, string pattern)
    {
        if (Programs.Find(this, probe[0], stage.Settings) is null)
        {
            return false;
        }

        using var output = new MemoryStream();
        string[] command = [.. probe.Select(word => word.Replace("{version}", wanted))];
        Programs.Start(this, command, stage.Settings, Programs.Patience, output);
        var found = Regex.Match(Encoding.UTF8.GetString(output.ToArray()), pattern, RegexOptions.Multiline);
        if (!found.Success)
        {
            return false;
        }

        var version = found.Groups.Values.Last().Value;
        if (Accepts(wanted, version))
        {
            return true;
        }

        this.Warning("{0} is asked for; this machine has {1}", wanted, version);
        return false;
    }
}
