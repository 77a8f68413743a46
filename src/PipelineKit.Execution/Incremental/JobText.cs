using System.Globalization;
using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Incremental;

/// <summary>Everything of a job that decides what is run, as one text: only ever compared.</summary>
internal static class JobText
{
    public static string Of(Job job)
    {
        var text = new StringBuilder(job.Project.Path).Append('\n').Append(job.Timeout.Ticks.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var argv in job.Install?.Run ?? [])
        {
            text.AppendJoin('\0', argv).Append('\n');
        }

        foreach (var command in job.Run)
        {
            text.AppendJoin('\0', command.Argv).Append(command.Shell).Append(command.Script).Append('>').Append(command.Stdout)
                .Append((int)command.OnFailure).Append(command.Always).AppendJoin(',', command.Findings).Append('\n');
        }

        foreach (var service in job.Services)
        {
            text.Append(service.Alias).Append(service.Image).AppendJoin(',', service.Env.OrderBy(e => e.Key, StringComparer.Ordinal)).Append('\n');
        }

        return text.AppendJoin(',', job.Artifacts.SelectMany(a => a.Paths)).AppendJoin(',', job.Reports).ToString();
    }
}
