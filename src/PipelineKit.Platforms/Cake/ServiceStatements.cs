using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>The services of a job: a statement for each before the stage's, and the calls that ask for them and start them.</summary>
internal sealed class ServiceStatements(Job job, Pipeline pipeline)
{
    /// <summary>The statements.</summary>
    public IEnumerable<string> Declarations() => job.Services.SelectMany(service => (IEnumerable<string>)
    [
        $"Service({Name}, {CSharpText.Literal(service.Alias)}, new()",
        "{",
        .. Settings(service).SelectMany(member => CSharpText.Wrap("    ", member + ",")),
        "});",
    ]);

    /// <summary>The services as a member of the settings of a class.</summary>
    public IEnumerable<string> Members() => job.Services.Count == 0 ? [] :
    [
        "    Services =",
        "    {",
        .. job.Services.SelectMany(service => (IEnumerable<string>)
        [
            $"        [{CSharpText.Literal(service.Alias)}] = new()",
            "        {",
            .. Settings(service).SelectMany(member => CSharpText.Wrap("            ", member + ",")),
            "        },",
        ]),
        "    },",
    ];

    /// <summary>The calls of the stage's builder.</summary>
    public IReadOnlyList<string> Calls() => job.Services.Count == 0 ? [] : [$".WithCriteria(() => HasServices({Name}))", $".Does(() => StartServices({Name}))"];

    private string Name => job.Matrix is { } matrix ? MatrixLoop.NameOf(job, matrix) : CSharpText.Literal(job.Id);

    private IEnumerable<string> Settings(Service service)
    {
        yield return $"Image = {CSharpText.Literal(Images.Pulled(pipeline.Settings, service.Image))}, Port = {service.Port.ToString(CultureInfo.InvariantCulture)}";
        if (service.Env.Count > 0)
        {
            yield return "Env = " + Texts(service.Env.Keys, service.Env);
        }

        if (service.Health is { } health)
        {
            yield return "Health = " + CSharpText.Literal(health);
        }

        var told = job.Env.Where(variable => variable.Value is ServiceValue value && value.Service == service.Alias)
            .ToDictionary(variable => variable.Key, variable => ((ServiceValue)variable.Value).Get, StringComparer.Ordinal);
        if (told.Count > 0)
        {
            yield return "Tells = " + Texts(told.Keys, told);
        }

        if (told.Values.Where(service.Values.ContainsKey).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names)
        {
            yield return "Values = " + Texts(names, service.Values);
        }
    }

    private static string Texts(IEnumerable<string> names, IReadOnlyDictionary<string, string> texts) =>
        CSharpText.Map(names.Order(StringComparer.Ordinal).Select(name => CSharpText.Entry(name, CSharpText.Literal(texts[name]))));
}
