using System.Globalization;
using System.Text.Json;
using PipelineKit.Cli.Hosting;
using PipelineKit.Cli.Output;
using PipelineKit.Core.Diagnostics.Printing;

namespace PipelineKit.Cli.Estimating;

/// <summary>A schedule and the name of the pipeline it is of.</summary>
internal sealed record Estimate(string Name, Schedule Schedule);

/// <summary>Prints estimates: jobs, critical path and totals, side by side where there are two.</summary>
internal sealed class EstimatePrinter(CliEnvironment environment, ScheduleOptions options)
{
    public void Print(Estimate own, Estimate? other)
    {
        Jobs(own);
        foreach (var estimate in new[] { own, other }.OfType<Estimate>())
        {
            environment.Out.WriteLine($"critical path of {estimate.Name}: {string.Join(" -> ", estimate.Schedule.CriticalPath)}");
        }

        if (other is null)
        {
            Table.Write(environment, ["", own.Name], [.. Measures().Select(m => new[] { m.Name, Times.Show(m.Of(own.Schedule)) })]);
        }
        else
        {
            Table.Write(environment, ["", own.Name, other.Name, "difference"], [.. Measures().Select(m => Compare(m.Name, m.Of(own.Schedule), m.Of(other.Schedule)))]);
        }
    }

    public void PrintJson(Estimate own, Estimate? other) => environment.Out.Write(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("overheadSeconds", options.Overhead.TotalSeconds);
        if (options.Runners is { } runners)
        {
            json.WriteNumber("runners", runners);
        }

        Write(json, "pipeline", own);
        if (other is not null)
        {
            Write(json, "against", other);
        }

        json.WriteEndObject();
    }));

    private IEnumerable<(string Name, Func<Schedule, TimeSpan> Of)> Measures()
    {
        yield return ("critical path", s => s.CriticalTime);
        if (options.Runners is { } runners)
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"end with {runners} {(runners == 1 ? "runner" : "runners")}"), s => s.Makespan);
        }

        yield return ("runner time", s => s.RunnerTime);
        if (options.RoundUp > TimeSpan.Zero)
        {
            yield return ($"billed, each job rounded up to {Times.Show(options.RoundUp)}", s => s.BilledTime);
        }
    }

    private static string[] Compare(string name, TimeSpan own, TimeSpan other)
    {
        var percent = other > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $" ({(own - other) / other * 100:+0;-0;0} %)") : "";
        return [name, Times.Show(own), Times.Show(other), $"{(own > other ? "+" : "")}{Times.Show(own - other)}{percent}"];
    }

    private void Jobs(Estimate estimate) => Table.Write(
        environment,
        ["job", "start", "end", "runner"],
        [.. estimate.Schedule.Leaves.Select(l => new[] { l.Leaf.Length == 0 ? l.Job : $"{l.Job} ({l.Leaf})", Times.Show(l.Start), Times.Show(l.End), Times.Show(l.End - l.Start) })]);

    private static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        var schedule = estimate.Schedule;
        json.WriteStartObject(name);
        json.WriteString("name", estimate.Name);
        json.WriteStartArray("criticalPath");
        schedule.CriticalPath.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteNumber("criticalSeconds", schedule.CriticalTime.TotalSeconds);
        json.WriteNumber("endSeconds", schedule.Makespan.TotalSeconds);
        json.WriteNumber("runnerSeconds", schedule.RunnerTime.TotalSeconds);
        json.WriteNumber("billedSeconds", schedule.BilledTime.TotalSeconds);
        json.WriteStartArray("jobs");
        foreach (var leaf in schedule.Leaves)
        {
            json.WriteStartObject();
            json.WriteString("job", leaf.Job);
            json.WriteString("leaf", leaf.Leaf);
            json.WriteNumber("start", leaf.Start.TotalSeconds);
            json.WriteNumber("end", leaf.End.TotalSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
