namespace PipelineKit.Core.Stages.Reference;

/// <summary>What the values that templates see mean, for the reference. A name of the code without a meaning here fails the writing of the page.</summary>
internal static class TemplateMeanings
{
    /// <summary>Meanings by name; members of a record after a dot.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["project.id"] = "name of the project among several; null where the repository is one project",
        ["project.name"] = "the same, or the name of the pipeline",
        ["project.path"] = "its folder below the repository's root, `.` for the root",
        ["project.up"] = "way from its folder to the root, with a `/` at the end; empty in the root",
        ["project.root"] = "the same without the `/`; `.` in the root",
        ["project.suffix"] = "`-NAME` of a project among several, otherwise empty",
        ["project.stack"] = "id of the stack",
        ["project.manager"] = "package manager",
        ["project.lock"] = "lock file of the package manager; empty where it has none",
        ["project.solution"] = "option `solution` of the stack, or null",
        ["project.tests"] = "option `tests` of the stack, or null",
        ["pipeline.name"] = "name of the pipeline",
        ["pipeline.spec"] = "path of the spec",
        ["pipeline.source"] = "where PipelineKit is installed from (`pipelinekit:` of the spec), or null",
        ["pipeline.branches"] = "`default`, the default branch, and `also`, a list of further ones",
        ["stack"] = "the options of the stack, typed, defaults filled in: `stack.versions`",
        ["stage.id"] = "id of the stage",
        ["stage.title"] = "its title",
        ["stage.phase"] = "its phase",
        ["stage.scope"] = "`project` or `repository`",
        ["stage.timeout"] = "time limit of its jobs, or null",
        ["inputs"] = "the inputs of the stage, typed, defaults filled in: `inputs.paths`, `inputs.fail_on`",
        ["program"] = "program of the tool",
        ["module"] = "Python module that is the same program",
        ["package"] = "package that holds it",
        ["version"] = "its version, of its pin or of its data file",
        ["requirements"] = "what is installed for it, each with its version, as the package manager writes it",
        ["reports"] = "folder of the job's reports",
        ["severity"] = "the tool's arguments for `fail-on` of the spec; an empty list where it is not given",
        ["tables"] = "the tables of its data file, for `lookup`",
        ["tools"] = "the tools of the stage: `id`, `title`, `version`, `job`",
        ["jobs"] = "the jobs that they make (see \"Layouts\")",
        ["services"] = "their services: `key` (the alias) and `value`",
        ["installs"] = "their installs: `name`, `run`, `inputs`, `cache`",
        ["files"] = "their support files: `path`, `content`",
    };
}
