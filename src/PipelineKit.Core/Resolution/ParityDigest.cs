using System.Security.Cryptography;
using System.Text;
using PipelineKit.Core.Model;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// The parity digest of a job: what every platform must do alike, and the reports that are made for one of them, as one number. SHA-256 over the RFC 8785 form of an object with the keys
/// <c>directory, env, install, run, matrix, toolchains, services, timeoutSeconds, allowFailure</c>; a key whose value is empty or false is left
/// out. Secrets are left out as well: GitLab's file has no place that names them. What makes no difference anywhere counts as not written
/// (<c>docs/explanation/decisions/0002-parity.md</c>, "One object for one behaviour").
/// </summary>
public static class ParityDigest
{
    /// <summary>Digest in lower-case hexadecimal.</summary>
    public static string Compute(Job job) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalText(job))));

    /// <summary>The text that is hashed.</summary>
    public static string CanonicalText(Job job)
    {
        var parts = new Dictionary<string, object>
        {
            ["directory"] = job.Run.Count == 0 && job.Install is null ? "." : job.Project.Path,
            ["timeoutSeconds"] = (long)job.Timeout.TotalSeconds,
        };
        AddUnlessEmpty(parts, "env", Env(job));
        AddUnlessEmpty(parts, "install", [.. (job.Install?.Run ?? []).Select(argv => Object(("argv", Argv(argv))))]);
        AddUnlessEmpty(parts, "run", [.. Commands(job)]);
        AddUnlessEmpty(parts, "matrix", (job.Matrix?.Axes ?? []).ToDictionary(a => a.Name, a => (object)a.Values));
        AddUnlessEmpty(parts, "toolchains", job.Toolchains.ToDictionary(t => t.Id, t => Typed(t.Version)));
        AddUnlessEmpty(parts, "services", job.Services.ToDictionary(s => s.Alias, Service));
        if (job.AllowFailure)
        {
            parts["allowFailure"] = true;
        }

        return CanonicalJson.Write(parts);
    }

    private static Dictionary<string, object> Env(Job job)
    {
        var parts = new Dictionary<string, object>();
        foreach (var (name, value) in job.Env)
        {
            if (value is not SecretValue)
            {
                parts.Add(name, Typed(value));
            }
        }

        return parts;
    }

    private static object Service(Service service)
    {
        var parts = new Dictionary<string, object> { ["image"] = service.Image };
        AddUnlessEmpty(parts, "env", service.Env.ToDictionary(e => e.Key, e => (object)e.Value));
        return parts;
    }

    // Platforms run what always runs at the end, or in its place: its order among the others is not part of what the job does.
    private static IEnumerable<object> Commands(Job job)
    {
        var deciding = job.Run.Where(command => !command.Always).ToList();
        return deciding.Select((command, at) => Command(command, at == deciding.Count - 1))
            .Concat(job.Run.Where(command => command.Always).Select(command => Command(command, true)));
    }

    private static Dictionary<string, object> Command(Command command, bool isLast)
    {
        var parts = command.Script is { } script
            ? Object(("script", script.ReplaceLineEndings("\n").TrimEnd('\n')), ("shell", command.Shell ?? "sh"))
            : Object(("argv", Argv(command.Argv)));
        if (command.Always)
        {
            parts["always"] = true;
        }

        if (command.Stdout is { } stdout)
        {
            parts["stdout"] = stdout;
        }

        AddFailure(parts, command, isLast);
        return parts;
    }

    // An always-command never decides; behind the last command nothing is left to run; without findings every failure means a broken tool.
    private static void AddFailure(Dictionary<string, object> parts, Command command, bool isLast)
    {
        if (command is { Always: false, OnFailure: OnFailure.Later } && !isLast)
        {
            parts["onFailure"] = "later";
        }

        if (command is { Always: false, OnFailure: OnFailure.Report, Findings.Count: > 0 })
        {
            parts["onFailure"] = "report";
            parts["findings"] = command.Findings.Order().Cast<object>().ToArray();
        }
    }

    private static object[] Argv(IReadOnlyList<Value> argv) => [.. argv.Select(Typed)];

    private static object Typed(Value value) => value switch
    {
        LiteralValue literal => literal.Text,
        MatrixValue matrix => Object(("matrix", matrix.Axis)),
        EnvReference env => Object(("env", env.Name)),
        ServiceValue service => Object(("service", service.Service), ("get", service.Get)),
        SecretValue secret => Object(("secret", secret.Name)),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static Dictionary<string, object> Object(params (string Key, object Value)[] entries)
    {
        var parts = new Dictionary<string, object>(entries.Length);
        foreach (var (key, value) in entries)
        {
            parts.Add(key, value);
        }

        return parts;
    }

    private static void AddUnlessEmpty(Dictionary<string, object> parts, string key, Dictionary<string, object> value)
    {
        if (value.Count > 0)
        {
            parts[key] = value;
        }
    }

    private static void AddUnlessEmpty(Dictionary<string, object> parts, string key, object[] value)
    {
        if (value.Length > 0)
        {
            parts[key] = value;
        }
    }
}
