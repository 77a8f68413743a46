using System.Text.Json.Nodes;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitLab;

/// <summary>Reads a GitLab pipeline back: YAML, and shell words of its scripts.</summary>
internal static class GitLabReader
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "default", "stages", "workflow", "variables",
    };

    public static ReadPipeline Read(string text)
    {
        var root = YamlText.Load(text);
        root.Get("default").Allow("interruptible", "retry", "tags", "image");
        var whole = new WholeJobs(root);
        var jobs = root.Entries()
            .Where(job => !Keywords.Contains(job.Key) && job.Key[0] != '.' && !ReadPipeline.IsOwn(job.Key))
            .Select(job => Guarded.Read("gitlab", job.Key, () => new JobReader(job.Key, whole.Of(job.Value)).Read()));
        return new ReadPipeline("gitlab", jobs.ToDictionary(job => job.Id));
    }

    private sealed class JobReader(string id, YamlNode node)
    {
        private readonly ReadJob _job = new(id, []);
        private readonly JsonObject _toolchains = [];

        public ReadJob Read()
        {
            node.Allow(
                "extends", "stage", "needs", "dependencies", "rules", "when", "allow_failure", "image", "tags", "timeout", "interruptible", "resource_group", "environment",
                "parallel", "services", "id_tokens", "variables", "cache", "before_script", "script", "after_script", "coverage", "artifacts", "pages");
            var scripts = new JobScripts(id, node);
            _job.Parts["directory"] = scripts.Directory;
            _job.Parts["timeoutSeconds"] = Durations.Seconds(node.Text("timeout")!);
            if (scripts.Run.Any(command => command!["always"] is not null) && scripts.AlwaysDirectory != scripts.Directory)
            {
                _job.Parts["directoryOfAlways"] = scripts.AlwaysDirectory;
            }

            // A button has it anyway, or the pipeline would wait for it.
            if (node.Text("allow_failure") == "true" && node.Text("when") != "manual")
            {
                _job.Parts["allowFailure"] = true;
            }

            _job.Set("matrix", Axes());
            _job.Set("services", Services());
            _job.Set("env", Env());
            _job.Set("install", scripts.Install);
            _job.Set("run", scripts.Run);
            Add(node.Get("image") is { } image ? ToolchainTable.GitLab.Image(image.Text() ?? image.Text("name")!) : []);
            Add(scripts.Versions);
            _job.Set("toolchains", _toolchains);
            return _job;
        }

        // With exclusions the leaves that remain are written out: the axes are what they have together.
        private JsonObject Axes()
        {
            node.Get("parallel").Allow("matrix");
            var axes = new JsonObject();
            foreach (var (variable, values) in node.Get("parallel").Get("matrix").Items().SelectMany(entry => entry.Entries()))
            {
                var axis = Shape.Axis(variable) ?? throw new UnreadableException($"no axis: {variable}");
                var known = axes[axis]?.AsArray() ?? [];
                axes[axis] ??= known;
                foreach (var value in values.Texts().Select(Unescaped).Where(value => !known.Any(k => k!.GetValue<string>() == value)))
                {
                    known.Add(value);
                }
            }

            return axes;
        }

        private JsonObject Services()
        {
            var services = new JsonObject();
            foreach (var service in Services(node))
            {
                service.Allow("name", "alias", "variables");
                var parts = new JsonObject { ["image"] = service.Text("name") };
                if (service.Get("variables") is { } variables)
                {
                    parts["env"] = new JsonObject(variables.Entries().Select(v => KeyValuePair.Create<string, JsonNode?>(v.Key, Unescaped(v.Value.Text()!))));
                }

                services[service.Text("alias")!] = parts;
            }

            return services;
        }

        private JsonObject Env()
        {
            var env = new JsonObject();
            foreach (var (name, value) in node.Get("variables").Entries())
            {
                var isLiteral = value.Text("expand") == "false";
                var text = value.Text() ?? value.Text("value")!;
                if (ToolchainTable.GitLab.Variable(name, text) is { } versions)
                {
                    Add(versions);
                }
                else if (isLiteral || !text.Contains('$', StringComparison.Ordinal))
                {
                    _job.Readings[name] = ServiceTable.Readings(text, Addresses());
                    env[name] = text;
                }
                else if (Shape.Axis(text[1..]) is { } axis)
                {
                    env[name] = Shape.Matrix(axis);
                }
                else if (text[1..].Any(c => c != '_' && !char.IsAsciiLetterOrDigit(c)))
                {
                    // A dollar sign that GitLab expands although it is not alone. A name alone is a project variable: a secret.
                    env[name] = new JsonObject { ["expanded"] = text };
                }
            }

            return env;
        }

        private static IEnumerable<YamlNode> Services(YamlNode job) =>
            job.Get("services").Items().Where(service => !ToolchainTable.GitLab.IsService(service.Text("name")!));

        private IEnumerable<ServiceAddress> Addresses() => Services(node).Select(service => new ServiceAddress(
            service.Text("alias")!,
            service.Text("name")!,
            service.Get("variables").Entries().ToDictionary(v => v.Key, v => Unescaped(v.Value.Text()!)),
            service.Text("alias")!));

        private void Add(IEnumerable<KeyValuePair<string, string>> versions)
        {
            foreach (var (toolchain, version) in versions)
            {
                Shape.AddVersion(_toolchains, toolchain, version.StartsWith('$') && Shape.Axis(version.Trim('$', '{', '}')) is { } axis ? Shape.Matrix(axis) : version);
            }
        }

        private static string Unescaped(string text) => text.Replace("$$", "$", StringComparison.Ordinal);
    }
}
