using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PipelineKit.Parity.Tests.Reading;

namespace PipelineKit.Parity.Tests.Cake;

/// <summary>Reads the data section of a Cake script back, as syntax: nothing is compiled or run.</summary>
internal static class CakeReader
{
    public static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Preview);

    public static ReadPipeline Read(string text)
    {
        var jobs = Bodies(text)
            .Where(job => !Initializer.Members(job.Body).ContainsKey("Platform"))
            .Select(job => Guarded.Read("cake", job.Id, () => Job(job.Id, Initializer.Members(job.Body))));
        return new ReadPipeline("cake", jobs.ToDictionary(job => job.Id));
    }

    // Out of parity: names, order, conditions and what only this machine needs.
    private static readonly HashSet<string> Members =
    [
        "Directory", "Timeout", "AllowFailure", "Env", "Toolchains", "Matrix", "Services", "Install", "Run",
        "Stage", "Title", "Phase", "Project", "Reports", "Gate", "OnRequest", "Publishes", "NeedsGate", "Os", "Platform", "Pages", "Approval", "Needs", "Locks",
        "Paths", "Artifacts", "OptionalArtifacts", "MatrixExclude", "Primary", "FailFast", "InstallInputs",
    ];

    /// <summary>What stands behind the id of each job.</summary>
    public static IEnumerable<(string Id, ExpressionSyntax Body)> Bodies(string text) =>
        from call in CSharpSyntaxTree.ParseText(text, Options).GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Job" } && call.ArgumentList.Arguments.Count == 2
        select (Initializer.Text(call.ArgumentList.Arguments[0].Expression), call.ArgumentList.Arguments[1].Expression);

    private static ReadJob Job(string id, Dictionary<string, ExpressionSyntax> members)
    {
        var job = new ReadJob(id, []);
        if (members.Keys.FirstOrDefault(member => !Members.Contains(member)) is { } unknown)
        {
            throw new UnreadableException($"unknown member: {unknown}");
        }

        var map = (string name) => Initializer.Entries(members.GetValueOrDefault(name));
        job.Parts["directory"] = members.TryGetValue("Directory", out var directory) ? Initializer.Text(directory) : ".";
        job.Parts["timeoutSeconds"] = Initializer.Seconds(members["Timeout"]);
        if (Initializer.Flag(members, "AllowFailure"))
        {
            job.Parts["allowFailure"] = true;
        }

        job.Set("env", Values(map("Env")));
        job.Set("toolchains", Values(map("Toolchains")));
        job.Set("matrix", new JsonObject(map("Matrix").Select(axis => KeyValuePair.Create<string, JsonNode?>(axis.Key, Initializer.Texts(axis.Value)))));
        job.Set("services", new JsonObject(map("Services").Select(service => KeyValuePair.Create<string, JsonNode?>(service.Key, Service(service.Value)))));
        job.Set("install", new JsonArray([.. Initializer.Items(members.GetValueOrDefault("Install")).Select(argv => Argv(argv))]));
        job.Set("run", Shape.InOrder(Initializer.Items(members.GetValueOrDefault("Run")).Select(Command)));
        return job;
    }

    private static JsonObject Values(IEnumerable<KeyValuePair<string, ExpressionSyntax>> entries) => new(
        from entry in entries
        let value = Initializer.Value(entry.Value)
        where value is not null
        select KeyValuePair.Create<string, JsonNode?>(entry.Key, value));

    // Image, port (known from the image elsewhere), variables.
    private static JsonObject Service(ExpressionSyntax creation)
    {
        var arguments = Initializer.Arguments(creation);
        var parts = new JsonObject { ["image"] = Initializer.Text(arguments[0]) };
        if (Values(Initializer.Entries(arguments[2])) is { Count: > 0 } env)
        {
            parts["env"] = env;
        }

        return parts;
    }

    private static JsonObject Command(ExpressionSyntax creation)
    {
        var arguments = Initializer.Arguments(creation);
        var members = Initializer.Members(creation);
        var body = arguments.Count == 3 ? Shape.Script(Initializer.Text(arguments[2]), Initializer.Text(arguments[1])) : Argv(arguments[1]);
        var onFailure = members.TryGetValue("OnFailure", out var value) ? Initializer.Text(value) : "stop";
        var findings = Initializer.Items(members.GetValueOrDefault("Findings")).Select(code => int.Parse(code.ToString(), CultureInfo.InvariantCulture)).ToList();
        var stdout = members.TryGetValue("Stdout", out var file) ? Initializer.Text(file) : null;
        return Shape.Command(body, stdout, onFailure == "report" ? findings : [], onFailure == "later", Initializer.Flag(members, "Always"));
    }

    private static JsonObject Argv(ExpressionSyntax list) =>
        new() { ["argv"] = new JsonArray([.. Initializer.Items(list).Select(item => Initializer.Value(item) ?? throw new UnreadableException("a secret as an argument"))]) };
}
