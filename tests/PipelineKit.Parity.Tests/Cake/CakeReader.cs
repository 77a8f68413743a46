using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>Reads the stages of a Cake script back, as syntax: nothing is compiled or run.</summary>
internal static class CakeReader
{
    public static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Preview);

    // Out of parity: what only this machine needs.
    private static readonly HashSet<string> Settings = ["Directory", "Minutes", "AllowFailure", "Needs", "Env", "Reports", "Skip"];

    private static readonly HashSet<string> Ignored = ["Expect", "EnsureDirectoryExists", "CopyDirectory", "StartServices", "Information"];

    public static ReadPipeline Read(string text)
    {
        var toolchains = ToolchainsOf(text);
        var jobs = ScriptStage.ReadAll(text).Select(stage => Guarded.Read("cake", stage.Id, () => new StageReader(stage, toolchains).Read()));
        return new ReadPipeline("cake", jobs.ToDictionary(job => job.Id));
    }

    // A need that no statement explains, or whose probe is its own name, is a program and no toolchain.
    private static HashSet<string> ToolchainsOf(string text) =>
        [.. ScriptTool.ReadAll(text).Where(tool => tool.Probe is not [var only] || only != tool.Name).Select(tool => tool.Name)];

    private sealed class StageReader(ScriptStage stage, HashSet<string> toolchains)
    {
        private readonly ReadJob _job = new(stage.Id, []);
        private readonly JsonObject _toolchains = [];
        private readonly Dictionary<string, string> _axes = AxesOf(stage);

        public ReadJob Read()
        {
            if (stage.Settings.Keys.FirstOrDefault(member => !Settings.Contains(member)) is { } unknown)
            {
                throw new UnreadableException($"unknown member: {unknown}");
            }

            if (stage.Calls.Select(ScriptStage.NameOf).FirstOrDefault(call => call is not ("Does" or "IsDependentOn" or "WithCriteria")) is { } other)
            {
                throw new UnreadableException($"unknown call: {other}");
            }

            _job.Parts["directory"] = stage.Settings.TryGetValue("Directory", out var directory) ? Initializer.Text(directory) : ".";
            _job.Parts["timeoutSeconds"] = (long)Math.Round(double.Parse(stage.Settings["Minutes"].ToString(), CultureInfo.InvariantCulture) * 60);
            if (Initializer.Flag(stage.Settings, "AllowFailure"))
            {
                _job.Parts["allowFailure"] = true;
            }

            Needs();
            _job.Set("env", Env());
            _job.Set("services", new JsonObject(stage.Services.Select(Service)));
            _job.Set("toolchains", _toolchains);
            _job.Set("matrix", new JsonObject(stage.Axes.Select(loop => KeyValuePair.Create<string, JsonNode?>(_axes[loop.Identifier.ValueText], Initializer.Values(loop)))));
            Commands();
            return _job;
        }

        private void Needs()
        {
            foreach (var need in Initializer.Items(stage.Settings.GetValueOrDefault("Needs")).Select(item => Initializer.Text(item).Split(' ', 2)).Where(need => toolchains.Contains(need[0])))
            {
                _toolchains[need[0]] = need.Length == 1 ? "any" : need[1].TrimStart('>', '=', '~').TrimStart();
            }

            foreach (var want in stage.Wants)
            {
                if (want is not InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax text, InterpolationSyntax { Expression: IdentifierNameSyntax variable }] })
                {
                    throw Initializer.Unknown(want);
                }

                _toolchains[text.TextToken.ValueText.Split(' ')[0]] = Shape.Matrix(_axes[variable.Identifier.ValueText]);
            }
        }

        private JsonObject Env()
        {
            var env = new JsonObject();
            foreach (var (name, value) in Initializer.Entries(stage.Settings.GetValueOrDefault("Env")))
            {
                var axis = value is IdentifierNameSyntax variable ? _axes.GetValueOrDefault(variable.Identifier.ValueText) : null;
                var text = axis is not null ? "$PK_" + axis : value is InvocationExpressionSyntax ? null : Initializer.Text(value);
                if (text is null || (Shape.Axis(name) is not null && value is IdentifierNameSyntax))
                {
                    continue;
                }

                if (ToolchainTable.GitHub.Variable(name, text) is { } versions)
                {
                    foreach (var (toolchain, _) in versions)
                    {
                        Shape.AddVersion(_toolchains, toolchain, Word(value));
                    }

                    continue;
                }

                env[name] = Word(value);
            }

            foreach (var service in stage.Services)
            {
                foreach (var (name, get) in Map(service, "Tells"))
                {
                    env[name] = new JsonObject { ["get"] = get, ["service"] = Initializer.Text(service.Arguments[1].Expression) };
                }
            }

            return env;
        }

        private void Commands()
        {
            var (install, run) = (new JsonArray(), new List<JsonObject>());
            foreach (var action in stage.Actions.Where(action => !Ignored.Contains(ScriptStage.NameOf(action))))
            {
                var arguments = action.ArgumentList.Arguments;
                switch (ScriptStage.NameOf(action))
                {
                    case "Install":
                        arguments.Where(argument => argument.Expression is CollectionExpressionSyntax).ToList().ForEach(argument => install.Add(Argv(Initializer.Items(argument.Expression))));
                        break;
                    case "Run" when arguments[0].Expression is CollectionExpressionSyntax list:
                        run.Add(WithOptions(Body(Initializer.Items(list)), arguments.Skip(1)));
                        break;
                    case "Run":
                        run.Add(Body(arguments.Select(argument => argument.NameColon is null ? argument.Expression : throw Initializer.Unknown(argument))));
                        break;
                    default:
                        throw Initializer.Unknown(action);
                }
            }

            _job.Set("install", install);
            _job.Set("run", Shape.InOrder(run));
        }

        private static JsonObject WithOptions(JsonObject body, IEnumerable<ArgumentSyntax> options)
        {
            var named = options.ToDictionary(option => option.NameColon?.Name.Identifier.ValueText ?? throw Initializer.Unknown(option), option => option.Expression);
            if (named.Keys.FirstOrDefault(name => name is not ("to" or "findings" or "later" or "always")) is { } unknown)
            {
                throw new UnreadableException($"unknown option: {unknown}");
            }

            var findings = Initializer.Items(named.GetValueOrDefault("findings")).Select(code => int.Parse(code.ToString(), CultureInfo.InvariantCulture)).ToList();
            var stdout = named.TryGetValue("to", out var file) ? Initializer.Text(file) : null;
            return Shape.Command(body, stdout, findings, Initializer.Flag(named, "later"), Initializer.Flag(named, "always"));
        }

        private JsonObject Body(IEnumerable<ExpressionSyntax> words) => Argv(words) is var body && Scripts.Of(body["argv"]!.AsArray()) is { } script ? script : body;

        private JsonObject Argv(IEnumerable<ExpressionSyntax> words) => new() { ["argv"] = new JsonArray([.. words.Select(Word)]) };

        // A literal, the value of an axis, or the value of a variable.
        private JsonNode Word(ExpressionSyntax word) => word switch
        {
            IdentifierNameSyntax variable when _axes.TryGetValue(variable.Identifier.ValueText, out var axis) => Shape.Matrix(axis),
            ElementAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Env" }, ArgumentList.Arguments: [var name] } => new JsonObject { ["env"] = Initializer.Text(name.Expression) },
            InvocationExpressionSyntax { ArgumentList.Arguments: [var name] } call when ScriptStage.NameOf(call) == "EnvironmentVariable" => new JsonObject { ["env"] = Initializer.Text(name.Expression) },
            _ => JsonValue.Create(Initializer.Text(word)),
        };

        // Stage, alias, settings.
        private static KeyValuePair<string, JsonNode?> Service(ArgumentListSyntax arguments)
        {
            var parts = new JsonObject { ["image"] = Initializer.Text(Initializer.Members(arguments.Arguments[2].Expression)["Image"]) };
            if (Map(arguments, "Env") is { Count: > 0 } env)
            {
                parts["env"] = new JsonObject(env.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value)));
            }

            return KeyValuePair.Create<string, JsonNode?>(Initializer.Text(arguments.Arguments[1].Expression), parts);
        }

        private static Dictionary<string, string> Map(ArgumentListSyntax arguments, string name) =>
            Initializer.Entries(Initializer.Members(arguments.Arguments[2].Expression).GetValueOrDefault(name)).ToDictionary(entry => entry.Key, entry => Initializer.Text(entry.Value));
    }

    /// <summary>Axes by loop variable: the variable of the job that is set to it has the axis's name.</summary>
    public static Dictionary<string, string> AxesOf(ScriptStage stage)
    {
        var named = Initializer.Entries(stage.Settings.GetValueOrDefault("Env"))
            .Where(entry => entry.Value is IdentifierNameSyntax && Shape.Axis(entry.Key) is not null)
            .ToDictionary(entry => ((IdentifierNameSyntax)entry.Value).Identifier.ValueText, entry => Shape.Axis(entry.Key)!);
        return stage.Axes.ToDictionary(loop => loop.Identifier.ValueText, loop => named.GetValueOrDefault(loop.Identifier.ValueText, loop.Identifier.ValueText));
    }
}
