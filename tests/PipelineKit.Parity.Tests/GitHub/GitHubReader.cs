using System.Globalization;
using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitHub;

/// <summary>Reads a workflow back: YAML, and shell words of its <c>run</c> texts.</summary>
internal static class GitHubReader
{
    public static ReadPipeline Read(string text) => Read(text, "github", ToolchainTable.GitHub, "127.0.0.1");

    /// <summary>The same language on a forge: other set-up lines, and jobs that are containers and reach a service by its name.</summary>
    public static ReadPipeline ReadForgejo(string text) => Read(text, "forgejo", ToolchainTable.Forgejo, null);

    private static ReadPipeline Read(string text, string platform, ToolchainTable table, string? serviceHost)
    {
        var root = YamlText.Load(text);
        root.Allow("name", "run-name", "on", "permissions", "concurrency", "defaults", "jobs");
        var shell = root.Get("defaults").Get("run").Text("shell") ?? "bash";
        var jobs = root.Get("jobs").Entries().Where(job => !ReadPipeline.IsOwn(job.Key) && !IsOperation(job.Value))
            .Select(job => Guarded.Read(platform, job.Key, () => new JobReader(job.Key, job.Value, shell, table, serviceHost).Read()));
        return new ReadPipeline(platform, jobs.ToDictionary(job => job.Id));
    }

    // An operation of the platform is no command of the spec: other platforms have it as a button, or not at all.
    private static bool IsOperation(YamlNode job) =>
        job.Get("steps").Items().ToList() is [var only] && only.Text("run")?.StartsWith("gh cache delete ", StringComparison.Ordinal) == true;

    private sealed class JobReader(string id, YamlNode node, string workflowShell, ToolchainTable table, string? serviceHost)
    {
        private readonly JsonObject _toolchains = [];
        private readonly List<Step> _steps = [];
        private readonly YamlNode? _defaults = node.Get("defaults").Get("run");
        private readonly ReadJob _job = new(id, []) { TimeStep = 60 };
        private JsonArray _install = [];

        public ReadJob Read()
        {
            node.Allow(
                "name", "needs", "if", "runs-on", "timeout-minutes", "continue-on-error", "permissions", "environment", "concurrency", "outputs",
                "strategy", "container", "services", "env", "defaults", "steps");
            _defaults.Allow("shell", "working-directory");
            if (node.Get("container") is { } container and not YamlScalarNode)
            {
                container.Allow("image");
            }

            _job.Parts["directory"] = Expressions.Literal(_defaults.Text("working-directory") ?? ".");
            _job.Parts["timeoutSeconds"] = 60 * long.Parse(node.Text("timeout-minutes")!, CultureInfo.InvariantCulture);
            if (node.Text("continue-on-error") == "true")
            {
                _job.Parts["allowFailure"] = true;
            }

            _job.Set("matrix", Axes());
            _job.Set("services", Services());
            _job.Set("env", Env());
            Steps();
            _job.Set("install", _install);
            _job.Set("run", StepCommands.Read(_steps));
            _job.Set("toolchains", _toolchains);
            return _job;
        }

        private JsonObject Axes() => new(node.Get("strategy").Get("matrix").Entries().Where(axis => axis.Key != "exclude")
            .Select(axis => KeyValuePair.Create<string, JsonNode?>(axis.Key, new JsonArray([.. axis.Value.Texts().Select(v => (JsonNode)Expressions.Literal(v))]))));

        private JsonObject Services()
        {
            var services = new JsonObject();
            foreach (var (alias, service) in node.Get("services").Entries())
            {
                service.Allow("image", "env", "ports", "options");
                var parts = new JsonObject { ["image"] = Expressions.Literal(service.Text("image")!) };
                if (service.Get("env") is { } env)
                {
                    parts["env"] = new JsonObject(env.Entries().Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, Expressions.Literal(e.Value.Text()!))));
                }

                services[alias] = parts;
            }

            return services;
        }

        private JsonObject Env()
        {
            var env = new JsonObject();
            foreach (var (name, value) in node.Get("env").Entries())
            {
                var text = value.Text()!;
                if (Expressions.IsSecret(text) || (Shape.Axis(name) is { } axis && text == $"${{{{ matrix.{axis} }}}}"))
                {
                    continue;
                }

                if (table.Variable(name, text) is { } versions)
                {
                    Add(versions);
                    continue;
                }

                var meaning = Expressions.Value(text);
                env[name] = meaning;
                _job.Readings[name] = meaning is JsonObject ? [meaning] : ServiceTable.Readings(meaning.GetValue<string>(), Addresses());
            }

            return env;
        }

        // Steps on the runner reach a service at the mapped port; steps in a container share its network.
        private IEnumerable<ServiceAddress> Addresses() => node.Get("services").Entries().Select(service => new ServiceAddress(
            service.Key,
            service.Value.Text("image")!,
            service.Value.Get("env").Entries().ToDictionary(e => e.Key, e => Expressions.Literal(e.Value.Text()!)),
            node.Get("container") is null && serviceHost is not null ? serviceHost : service.Key,
            service.Value.Get("ports").Texts().FirstOrDefault()?.Split(':')[0]));

        private void Steps()
        {
            var shell = _defaults.Text("shell") ?? workflowShell;
            foreach (var node in node.Get("steps").Items())
            {
                if (node.Text("uses") is { } action)
                {
                    Add(table.Action(action.Split('@')[0], input => node.Get("with").Text(input)));
                }
                else if (Step.Of(node, shell) is { IsForRunner: false } step)
                {
                    Run(step);
                }
            }

            foreach (var (toolchain, bringing) in table.Implied)
            {
                if (bringing.Any(_toolchains.ContainsKey))
                {
                    _toolchains[toolchain] = "any";
                }
            }
        }

        private void Run(Step step)
        {
            if (step.IsInstall)
            {
                _install = [.. (step.Commands ?? throw new UnreadableException("the install is a script")).Select(Shape.Bare)];
            }
            else if (_steps.Count > 0 || (!SetsUp(step) && !(step.Run.StartsWith("mkdir -p ", StringComparison.Ordinal) && step.Run.EndsWith("reports/" + id, StringComparison.Ordinal))))
            {
                _steps.Add(step);
            }
        }

        private bool SetsUp(Step step)
        {
            if (_install.Count > 0 || step.Commands?.Select(line => table.Line(line.Text)).ToList() is not { Count: > 0 } lines || lines.Contains(null))
            {
                return false;
            }

            Add(lines.SelectMany(versions => versions!));
            return true;
        }

        private void Add(IEnumerable<KeyValuePair<string, string>> versions)
        {
            foreach (var (toolchain, version) in versions)
            {
                Shape.AddVersion(_toolchains, toolchain, version.StartsWith("$PK_", StringComparison.Ordinal) ? Shape.Matrix(Shape.Axis(version[1..])!) : Expressions.Value(version));
            }
        }
    }
}
