using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Core.Stages.Rendering;

/// <summary>The inputs <c>services</c> (alias to service, a version after a colon) and <c>service-env</c> (variable to <c>ALIAS.GET</c>) of a stage.</summary>
internal sealed class ServiceInputs
{
    private static readonly string[] Gets = ["host", "port", "user", "password", "database", "url"];

    private ServiceInputs(OrderedDictionary<string, object?> services, OrderedDictionary<string, object?> env) => (Services, Env) = (services, env);

    /// <summary>Services as a stage document writes them.</summary>
    public OrderedDictionary<string, object?> Services { get; }

    /// <summary>Variables as a stage document writes them.</summary>
    public OrderedDictionary<string, object?> Env { get; }

    public static ServiceInputs Read(StageFacts facts, IStageCatalog catalog, DiagnosticBag diagnostics)
    {
        var (services, env) = (new OrderedDictionary<string, object?>(StringComparer.Ordinal), new OrderedDictionary<string, object?>(StringComparer.Ordinal));
        var given = facts.Inputs.GetValueOrDefault("services") as IEnumerable<KeyValuePair<string, object?>> ?? [];
        foreach (var (alias, value) in given)
        {
            var parts = (value as string ?? "").Split(':', 2);
            var service = new OrderedDictionary<string, object?> { ["use"] = parts[0] };
            if (parts.Length == 2)
            {
                service["version"] = parts[1];
            }

            services[alias] = service;
            if (facts.Inputs.GetValueOrDefault("service-env") is not IReadOnlyDictionary<string, object?> { Count: > 0 })
            {
                AddAll(alias, catalog.FindService(parts[0]), env);
            }
        }

        foreach (var (name, value) in facts.Inputs.GetValueOrDefault("service-env") as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            AddOne(name, value as string ?? "", services, env, facts, diagnostics);
        }

        return new ServiceInputs(services, env);
    }

    private static void AddAll(string alias, ServiceDefinition? service, OrderedDictionary<string, object?> env)
    {
        foreach (var get in Gets.Where(g => g is "host" or "port" || service?.Values.ContainsKey(g) == true))
        {
            env[$"{alias}_{get}".ToUpperInvariant().Replace('-', '_')] = Value(alias, get);
        }
    }

    private static void AddOne(
        string name, string text, OrderedDictionary<string, object?> services, OrderedDictionary<string, object?> env, StageFacts facts, DiagnosticBag diagnostics)
    {
        var parts = text.Split('.');
        if (parts.Length == 2 && services.ContainsKey(parts[0]) && Gets.Contains(parts[1], StringComparer.Ordinal))
        {
            env[name] = Value(parts[0], parts[1]);
            return;
        }

        diagnostics.Add(
            StageDiagnostics.WrongValue,
            facts.Request.Stage.Source?.Find("service-env")?.Value.Span ?? facts.Request.Stage.Id.Span,
            $"\"{text}\" is no value of a service of this stage; expected NAME.GET with one of {string.Join(", ", services.Keys.Select(k => $"\"{k}\""))} and {string.Join(", ", Gets)}");
    }

    private static OrderedDictionary<string, object?> Value(string alias, string get) => new() { ["service"] = alias, ["get"] = get };
}
