using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>The services of a job: a statement for each before the stage's, and the calls that ask for them and start them.</summary>
internal sealed class ServiceStatements(Job job, Pipeline pipeline)
{
    /// <summary>The statements.</summary>
    public IEnumerable<string> Declarations() => job.Services.SelectMany(service =>
    {
        var members = new List<string> { Name, CSharpText.Literal(service.Alias), CSharpText.Literal(Images.Pulled(pipeline.Settings, service.Image)), service.Port.ToString(CultureInfo.InvariantCulture) };
        var tells = job.Env.Where(variable => variable.Value is ServiceValue value && value.Service == service.Alias)
            .Select(variable => CSharpText.Entry(variable.Key, CSharpText.Literal(Text(service, ((ServiceValue)variable.Value).Get)))).ToList();
        if (tells.Count > 0)
        {
            members.Add("tells: new() " + CSharpText.Map(tells));
        }

        if (service.Env.Count > 0)
        {
            members.Add("env: new() " + CSharpText.Map(service.Env.Keys.Order(StringComparer.Ordinal).Select(key => CSharpText.Entry(key, CSharpText.Literal(service.Env[key])))));
        }

        if (service.Health is { } health)
        {
            members.Add("health: " + CSharpText.Literal(health));
        }

        return CSharpText.Wrap("", $"Service({string.Join(", ", members)});");
    });

    /// <summary>The calls of the stage's builder.</summary>
    public IReadOnlyList<string> Calls() => job.Services.Count == 0 ? [] : [$".WithCriteria(() => HasServices({Name}))", $".Does(() => StartServices({Name}))"];

    private string Name => job.Matrix is { } matrix ? MatrixLoop.NameOf(job, matrix) : CSharpText.Literal(job.Id);

    private static string Text(Service service, string get) => get switch
    {
        "host" => "{host}",
        "port" => "{port}",
        _ => service.Values.GetValueOrDefault(get) ?? "",
    };
}
