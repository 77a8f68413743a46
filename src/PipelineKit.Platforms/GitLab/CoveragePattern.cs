using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Platforms.GitLab;

/// <summary>
/// <c>coverage</c>: the pattern that finds the percentage in the log. GitLab reads the last capturing group of the last match, so only the first
/// group of the pattern stays one; the patterns are RE2, without look-around and back references.
/// </summary>
internal static class CoveragePattern
{
    /// <summary>The pattern between slashes, or null when the job has none that GitLab can read.</summary>
    public static string? Of(Job job, GitLabPlan plan)
    {
        if (job.Reports.Select(report => report.Line).FirstOrDefault(line => line is not null) is not { } line)
        {
            return null;
        }

        if (Convert(line) is { } pattern)
        {
            return pattern;
        }

        plan.Report(
            GitLabDiagnostics.CoveragePatternUnreadable,
            $"job \"{job.Id}\": the coverage pattern {line} has look-around or a back reference, which RE2 does not know; GitLab shows no percentage");
        return null;
    }

    internal static string? Convert(string line)
    {
        var pattern = new StringBuilder("/");
        var (inClass, groups) = (false, 0);
        for (var at = 0; at < line.Length; at++)
        {
            var rest = line.AsSpan(at);
            switch (line[at])
            {
                case '\\' when rest.Length > 1:
                    if (!inClass && rest[1] is >= '1' and <= '9' or 'k')
                    {
                        return null;
                    }

                    pattern.Append(rest[..2]);
                    at++;
                    break;
                case '(' when !inClass && IsLookAround(rest):
                    return null;
                case '(' when !inClass && CapturePrefix(rest) is { } prefix:
                    pattern.Append(groups++ == 0 ? rest[..prefix] : "(?:");
                    at += prefix - 1;
                    break;
                case '/':
                    pattern.Append("\\/");
                    break;
                default:
                    inClass = inClass ? line[at] != ']' : line[at] == '[';
                    pattern.Append(line[at]);
                    break;
            }
        }

        return pattern.Append('/').ToString();
    }

    private static bool IsLookAround(ReadOnlySpan<char> rest) =>
        rest.StartsWith("(?=") || rest.StartsWith("(?!") || rest.StartsWith("(?<=") || rest.StartsWith("(?<!") || rest.StartsWith("(?>");

    // Length of what opens a capturing group: "(", "(?<name>" or "(?P<name>"; null for the groups that capture nothing.
    private static int? CapturePrefix(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("(?"))
        {
            return 1;
        }

        return rest.StartsWith("(?<") || rest.StartsWith("(?P<") ? rest.IndexOf('>') + 1 : null;
    }
}
