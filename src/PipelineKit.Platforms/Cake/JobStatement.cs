using System.Globalization;
using PipelineKit.Core.Model;
using PipelineKit.Platforms.Shared;

namespace PipelineKit.Platforms.Cake;

/// <summary>One job as one C# statement of the data section: only what differs from the defaults, in a fixed order.</summary>
internal sealed class JobStatement(Job job, Pipeline pipeline)
{
    private const string Indent = "    ";

    private readonly List<string> _lines = [];

    /// <summary>The lines of the statement.</summary>
    public static IReadOnlyList<string> Make(Job job, Pipeline pipeline) => new JobStatement(job, pipeline).Write();

    private List<string> Write()
    {
        _lines.Add($"Job({CSharpText.Literal(job.Id)}, new(){(job.Digest.Length >= 8 ? " // parity " + job.Digest[..8] : "")}");
        _lines.Add("{");
        WriteIdentity();
        WriteCircumstances();
        WriteEnvironment();
        WriteCommands();
        _lines.Add("});");
        return _lines;
    }

    private void WriteIdentity()
    {
        var place = new List<string>();
        Set(place, "Stage", job.Stage != job.Id, () => CSharpText.Literal(job.Stage));
        Set(place, "Title", job.Title != job.Id, () => CSharpText.Literal(job.Title));
        Set(place, "Phase", true, () => CSharpText.Literal(Lower(job.Phase)));
        Set(place, "Timeout", true, () => CSharpText.Time(job.Timeout));
        Set(place, "Reports", ReportsFolder.Of(job) is not null, () => CSharpText.Literal(job.ReportsDirectory));
        Line(string.Join(", ", place));

        var folder = new List<string>();
        Set(folder, "Project", job.Project.Name is not null, () => CSharpText.Literal(job.Project.Name!));
        Set(folder, "Directory", job.Project.Path != ".", () => CSharpText.Literal(job.Project.Path));
        Line(string.Join(", ", folder));
    }

    private void WriteCircumstances()
    {
        var flags = new List<string>();
        Set(flags, "Gate", !job.Gate, () => "false");
        Set(flags, "AllowFailure", job.AllowFailure, () => "true");
        Set(flags, "OnRequest", IsOnRequest(job.When), () => "true");
        Set(flags, "Publishes", IsPublishing(job), () => "true");
        Set(flags, "NeedsGate", job.NeedsGate, () => "true");
        Set(flags, "Os", job.Runner.Os != "linux", () => CSharpText.Literal(job.Runner.Os));
        Set(flags, "Platform", job.PlatformOperation is not null, () => CSharpText.Literal(job.PlatformOperation!));
        Set(flags, "Pages", job.Pages is not null, () => CSharpText.Literal(job.Pages!.Directory));
        Set(flags, "Approval", job.Environment is { Approval: true }, () => CSharpText.Literal(job.Environment!.Name));
        Line(string.Join(", ", flags));

        Literals("Needs", [.. job.Needs.Select(n => n.JobId)]);
        Literals("Locks", job.Locks);
        Literals("Paths", job.When.Paths);
        Literals("Artifacts", [.. job.Artifacts.Where(a => a.Required).SelectMany(a => a.Paths)]);
        Literals("OptionalArtifacts", [.. job.Artifacts.Where(a => !a.Required).SelectMany(a => a.Paths)]);
    }

    private void WriteEnvironment()
    {
        if (job.Matrix is { } matrix)
        {
            Line("Matrix = " + CSharpText.Map(matrix.Axes.Select(a => CSharpText.Entry(a.Name, CSharpText.Literals(a.Values)))));
            Line(matrix.Exclude.Count == 0 ? "" : "MatrixExclude = " + CSharpText.List(matrix.Exclude.Select(e => "new() " + Texts(e))));
            Line(matrix.Primary.Count == 0 ? "" : "Primary = " + Texts(matrix.Primary));
            Line(matrix.FailFast ? "FailFast = true" : "");
        }

        Line(job.Toolchains.Count == 0 ? "" : "Toolchains = " + CSharpText.Map(job.Toolchains.Select(t => CSharpText.Entry(t.Id, CSharpText.Of(t.Version)))));
        Line(job.Services.Count == 0 ? "" : "Services = " + CSharpText.Map(job.Services.Select(s => CSharpText.Entry(s.Alias, Of(s)))));
        Line(job.Env.Count == 0 ? "" : "Env = " + CSharpText.Map(Variables()));
    }

    private List<string> Variables()
    {
        var entries = new List<string>(job.Env.Count);
        foreach (var (name, value) in job.Env)
        {
            entries.Add(CSharpText.Entry(name, CSharpText.Of(value)));
        }

        return entries;
    }

    private void WriteCommands()
    {
        if (job.Install is { } install)
        {
            Block("Install", install.Run.Select(c => CSharpText.List(c.Select(CSharpText.Of))).ToList());
            Literals("InstallInputs", install.Inputs);
        }

        Block("Run", job.Run.Select(Of).ToList());
    }

    private static string Of(Command command)
    {
        var more = new List<string>();
        Set(more, "Findings", command.Findings.Count > 0, () => CSharpText.List(CommandText.Findings(command)));
        Set(more, "OnFailure", command.OnFailure != OnFailure.Stop, () => CSharpText.Literal(Lower(command.OnFailure)));
        Set(more, "Always", command.Always, () => "true");
        Set(more, "Stdout", command.Stdout is not null, () => CSharpText.Literal(command.Stdout!));
        var body = command.Script is { } script
            ? $"{CSharpText.Literal(command.Shell ?? "sh")}, {CSharpText.Literal(script)}"
            : CSharpText.List(command.Argv.Select(CSharpText.Of));
        return $"new({CSharpText.Literal(command.Name)}, {body}){(more.Count == 0 ? "" : " { " + string.Join(", ", more) + " }")}";
    }

    private string Of(Service service)
    {
        var more = new List<string>();
        Set(more, "Health", service.Health is not null, () => CSharpText.Literal(service.Health!));
        Set(more, "Values", service.Values.Count > 0, () => Texts(service.Values));
        var image = Images.Pulled(pipeline.Settings, service.Image);
        var env = service.Env.Count == 0 ? "new()" : "new() " + Texts(service.Env);
        return $"new({CSharpText.Literal(image)}, {service.Port.ToString(CultureInfo.InvariantCulture)}, {env})"
            + (more.Count == 0 ? "" : " { " + string.Join(", ", more) + " }");
    }

    private void Block(string name, List<string> items)
    {
        var flat = $"{name} = {CSharpText.List(items)}";
        if (items.Count <= 1 && flat.Length < 90)
        {
            Line(items.Count == 0 ? "" : flat);
            return;
        }

        _lines.Add($"{Indent}{name} =");
        _lines.Add(Indent + "[");
        _lines.AddRange(items.SelectMany(i => CSharpText.Wrap(Indent + Indent, i + ",")));
        _lines.Add(Indent + "],");
    }

    private void Line(string text)
    {
        if (text.Length > 0)
        {
            _lines.AddRange(CSharpText.Wrap(Indent, text + ","));
        }
    }

    private void Literals(string name, IReadOnlyList<string> texts) => Line(texts.Count == 0 ? "" : $"{name} = {CSharpText.Literals(texts)}");

    private static void Set(List<string> members, string name, bool wanted, Func<string> value)
    {
        if (wanted)
        {
            members.Add($"{name} = {value()}");
        }
    }

    private static string Texts(IReadOnlyDictionary<string, string> texts) => CSharpText.Map(
        texts.Keys.Order(StringComparer.Ordinal).Select(key => CSharpText.Entry(key, CSharpText.Literal(texts[key]))));

    private static bool IsOnRequest(Condition when) => when.OnlyManual || (when.Events & (PipelineEvents.Push | PipelineEvents.PullRequest)) == 0;

    private static bool IsPublishing(Job job) => job.Oidc is not null || (job.Phase is Phase.Publish or Phase.Deploy && job.Run.Count > 0);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
