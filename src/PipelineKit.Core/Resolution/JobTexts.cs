using PipelineKit.Core.Diagnostics;
using PipelineKit.Core.Model;
using PipelineKit.Core.Spec.Text;

namespace PipelineKit.Core.Resolution;

/// <summary>
/// The one gate between a job of the model and the platforms: every text that an emitter puts anywhere but into an argument or the value of a
/// variable is of the form that its place takes, whether a spec or a template wrote it. Arguments and values may hold anything; emitters quote them.
/// </summary>
internal sealed class JobTexts(Job job, SourceSpan span, DiagnosticBag diagnostics)
{
    private const int LongestName = 100;

    public void Check()
    {
        Line(job.Title, "the title");
        Line(job.Threshold, "the threshold");
        Names();
        Conditions();
        Paths();
        Images();
        Services();
        Releases();
        foreach (var report in job.Reports)
        {
            Line(report.Line, "the pattern of a report");
            Line(report.Tool, "the tool of a report");
            Line(report.Category, "the category of a report");
        }
    }

    private void Names()
    {
        foreach (var axis in job.Matrix?.Axes ?? [])
        {
            Require(IsName(axis.Name), "an axis of the matrix", axis.Name, NameForm);
            axis.Values.ToList().ForEach(value => Line(value, $"a value of the axis \"{axis.Name}\""));
        }

        foreach (var (name, value) in job.Env)
        {
            Require(Spec.Text.Names.IsVariable(name), "a variable", name, VariableForm);
            if (value is SecretValue secret)
            {
                Require(Spec.Text.Names.IsVariable(secret.Name), "a secret", secret.Name, VariableForm);
            }
        }

        foreach (var artifact in job.Artifacts)
        {
            Require(IsName(artifact.Id), "the id of an artifact", artifact.Id, NameForm);
        }

        job.Locks.ToList().ForEach(text => Line(text, "a lock"));
    }

    private void Conditions()
    {
        Refs(job.When.Branches, "a branch");
        Refs(job.When.Tags, "a tag");
        job.When.Paths.ToList().ForEach(path => Path(path, "a path of when"));
    }

    private void Refs(IReadOnlyList<string> patterns, string what)
    {
        foreach (var pattern in patterns)
        {
            if (RefGlob.Problem(pattern) is { } problem)
            {
                Report($"{what} may not be {MessageText.Quote(pattern)}: {problem}", "names, with *, ** and ? as the only wildcards");
            }
        }
    }

    private void Paths()
    {
        job.Reports.ToList().ForEach(report => Path(report.Path, "the path of a report"));
        job.Artifacts.SelectMany(artifact => artifact.Paths).ToList().ForEach(path => Path(path, "a path of an artifact"));
        job.Run.Select(command => command.Stdout).OfType<string>().ToList().ForEach(path => Path(path, "the file of a command's output"));
        if (job.Install is { } install)
        {
            install.Inputs.ToList().ForEach(path => Path(path, "an input of an install"));
            if (install.Cache is { } cache)
            {
                Require(IsName(cache.Id), "the id of a cache", cache.Id, NameForm);
                Require(Spec.Text.Names.IsVariable(cache.Env), "the variable of a cache", cache.Env, VariableForm);
                cache.Key.Concat(cache.Else).ToList().ForEach(path => Path(path, "a key file of a cache"));
            }
        }
    }

    private void Images()
    {
        if (job.Runner.Image is { } image)
        {
            Require(ImageName.IsName(image), "the image", image, ImageForm);
        }

        foreach (var toolchain in job.Toolchains)
        {
            string[] versions = toolchain.Version switch
            {
                LiteralValue literal => [literal.Text],
                MatrixValue matrix => [.. job.Matrix?.Axes.Where(a => a.Name == matrix.Axis).SelectMany(a => a.Values) ?? []],
                _ => [],
            };
            foreach (var version in versions)
            {
                Require(IsVersion(version), $"the version of {toolchain.Id}", version, "letters, digits, blanks and . _ - + * ~ ^ < > = /");
            }
        }
    }

    private void Services()
    {
        foreach (var service in job.Services)
        {
            Require(IsName(service.Alias), "the name of a service", service.Alias, NameForm);
            Require(ImageName.IsName(service.Image), $"the image of the service \"{service.Alias}\"", service.Image, ImageForm);
            service.Env.Keys.ToList().ForEach(name => Require(Spec.Text.Names.IsVariable(name), "a variable of a service", name, VariableForm));
            Line(service.Health, "the health command of a service");
        }
    }

    private void Releases()
    {
        Line(job.Environment?.Name, "the name of the environment");
        Line(job.Environment?.Url, "the address of the environment");
        Line(job.Concurrency?.Group, "the concurrency group");
        if (job.Oidc is { SecretVariable: { } variable })
        {
            Require(Spec.Text.Names.IsVariable(variable), "the secret of a registry", variable, VariableForm);
        }
    }

    private const string NameForm = "letters, digits and . _ -, beginning with a letter or digit, at most 100 characters";
    private const string VariableForm = "letters, digits and underscores, not beginning with a digit, at most 100 characters";
    private const string ImageForm = "a name of an image with a tag, for example registry.example.com/group/image:1.2";

    private static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && char.IsAsciiLetterOrDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private static bool IsVersion(string text) =>
        text.Length is > 0 and <= LongestName && text.All(c => char.IsAsciiLetterOrDigit(c) || "._-+*~^<>=/ ".Contains(c, StringComparison.Ordinal));

    private void Path(string path, string what)
    {
        var plain = path.Replace('*', 'x').Replace('?', 'x');
        if (RepositoryPaths.Problem(plain) is { } problem)
        {
            Report($"{what} may not be {MessageText.Quote(path)}: {problem}", null);
        }
    }

    private void Line(string? text, string what)
    {
        if (text is not null && HiddenText.IsIn(text))
        {
            Report($"{what} may not be {MessageText.Quote(text)}: it holds a character that cannot be seen, or that changes how others look", null);
        }
    }

    private void Require(bool good, string what, string text, string form)
    {
        if (!good)
        {
            Report($"{what} may not be {MessageText.Quote(text)}", form);
        }
    }

    private void Report(string message, string? hint) => diagnostics.Add(ResolutionDiagnostics.UnsafeText, span, $"job \"{job.Id}\": {message}", hint);
}
