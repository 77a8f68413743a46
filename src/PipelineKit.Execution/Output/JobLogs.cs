using PipelineKit.Core.Model;

namespace PipelineKit.Execution.Output;

/// <summary>The logs of all jobs, and whose turn it is to be shown: jobs never mix, each is shown live from its turn on.</summary>
internal sealed class JobLogs : IDisposable
{
    private readonly Dictionary<Job, JobLog> _logs = [];
    private readonly IReadOnlyList<Job> _jobs;
    private readonly Action<Job, string>? _show;
    private readonly HashSet<Job> _finished = [];
    private int _turn;

    /// <param name="root">The repository.</param>
    /// <param name="jobs">Jobs in the order in which they are shown.</param>
    /// <param name="show">Receives the lines; null when nobody wants to see them.</param>
    public JobLogs(string root, IReadOnlyList<Job> jobs, Action<Job, string>? show)
    {
        (_jobs, _show) = (jobs, show);
        foreach (var job in jobs)
        {
            var path = Path.Combine(root, RunFolder.LogOf(job.Id));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _logs[job] = new JobLog(path);
        }

        ShowNext();
    }

    public JobLog Of(Job job) => _logs[job];

    /// <summary>A job has ended: the next one has its turn. Called by one thread at a time.</summary>
    public void Finish(Job job)
    {
        _logs[job].Flush();
        _finished.Add(job);
        while (_turn < _jobs.Count && _finished.Contains(_jobs[_turn]))
        {
            _turn++;
            ShowNext();
        }
    }

    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Dispose();
        }
    }

    private void ShowNext()
    {
        if (_show is { } show && _turn < _jobs.Count)
        {
            var job = _jobs[_turn];
            _logs[job].Watch(line => show(job, line));
        }
    }
}
