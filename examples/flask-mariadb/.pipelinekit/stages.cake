// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// What stages share, the same everywhere. A command that fails ends its stage; the others still run, then the build fails.
using System.Diagnostics;
using System.Text.RegularExpressions;

var tools = new Dictionary<string, (string, Func<StageInfo, string, bool>)>();
var stages = new Dictionary<string, StageInfo>();
var problems = new Dictionary<string, string>(); // by stage
var current = new StageInfo();
var last = "";

class StageInfo
{
    public string Directory { get; init; } = ".";
    public string Reports { get; init; }
    public string[] Needs { get; init; } = [];
    public Dictionary<string, string> Env { get; init; } = [];
    public double Minutes { get; init; } = 60;
    public bool AllowFailure { get; init; }
    public string Skip { get; set; } // why it cannot run
    public bool HasStopped { get; set; }
    public Stopwatch Clock { get; } = new();
}

// A program, or a command that must succeed.
void Tool(string name, string hint, params string[] probe) =>
    tools[name] = (hint, (stage, _) => Find(probe[0], stage) is not null && (probe.Length == 1 || Start(probe, stage, Stream.Null) == 0));

CakeTaskBuilder Stage(string name, string title, StageInfo stage)
{
    stages[name] = stage;
    return Task(name)
        .Description(title)
        .WithCriteria(() => CanRun(name, stage.Skip))
        .Does(() =>
        {
            (current = stage).Clock.Start();
            if (stage.Reports is null)
                return;
            CleanDirectory(stage.Reports); // of old reports
            Ignore($"{stage.Reports}/..");
        })
        .DeferOnError() // what follows a command that fails "later" runs
        .OnError(exception =>
        {
            foreach (var error in (exception as AggregateException)?.InnerExceptions ?? [exception])
                Error("{0}: {1}{2}", name, error.Message, stage.AllowFailure ? " (allowed)" : "");
            if (!stage.AllowFailure)
                problems[name] = "failed";
            if (name == last)
                Verdict();
        })
        .Finally(() => current = new());
}

void Ignore(string folder) // by git
{
    if (DirectoryExists(folder) && !FileExists($"{folder}/.gitignore"))
        System.IO.File.WriteAllText($"{folder}/.gitignore", "*\n");
}

bool CanRun(string name, string problem)
{
    if (problem is null)
        return true;
    Warning("{0} is skipped: {1}", name, problem);
    problems[name] = $"skipped: {problem}";
    return false;
}

Setup<StageInfo>(context =>
{
    last = context.TasksToExecute.Last().Name;
    Ignore(".cake");
    if (System.Environment.CommandLine.Contains(" --dryrun"))
        return current;
    var missing = "";
    foreach (var (name, stage) in stages.Where(s => s.Value.Skip is null && context.TasksToExecute.Any(t => t.Name == s.Key)))
    {
        stage.Skip = stage.Needs.Select(need => Missing(need, stage)).FirstOrDefault(problem => problem is not null);
        missing += stage.Skip is null ? "" : $"\n  {name} needs {stage.Skip}";
    }
    if (missing != "" && !HasArgument("allow-skips"))
        throw new CakeException($"Nothing was run, tools are missing:{missing}");
    // By the last task: Cake's table is complete then.
    if (!stages.ContainsKey(last))
        new CakeTaskBuilder((CakeTask)context.TasksToExecute.Last()).Does(() => Verdict());
    return current;
});

Teardown<StageInfo>((context, _) => Verdict(isDue: context.Successful));

void Verdict(bool isDue = true)
{
    var bad = problems.Where(p => p.Value == "failed" || !HasArgument("allow-skips")).Select(p => $"{p.Key} ({p.Value})");
    if (isDue && bad.Any())
        throw new CakeReportException(new CakeReport(), $"Not passed: {string.Join(", ", bad)}");
}

// Why a tool is not here, or null.
string Missing(string need, StageInfo stage)
{
    var (hint, isThere) = tools.GetValueOrDefault(need.Split(' ')[0], ("it is not on PATH", (_, name) => Find(name, stage) is not null));
    return isThere(stage, need) ? null : $"{need}: {hint}";
}

void Run(params string[] command) => Run(command, to: null);

// to: file for the output; findings: codes only reported; later: the rest runs first; always: after a failure too, and decides nothing.
void Run(string[] command, string to = null, int[] findings = null, bool later = false, bool always = false)
{
    if (current.HasStopped && (!always || current.Skip is not null))
        return;
    Information("> {0}{1}", string.Join(' ', command), to is null ? "" : $" > {to}");
    current.HasStopped |= current.Clock.IsRunning && !later && !always; // until it ends well
    using var output = to is null ? null : System.IO.File.Create($"{current.Directory}/{to}");
    var code = Start(command, current, output);
    if (always)
        return;
    if (findings?.Contains(code) == true && output?.Length != 0)
        Warning("The findings are only reported.");
    else if (code != 0)
        throw new CakeException($"exit code {code}: {string.Join(' ', command)}");
    current.HasStopped = false;
}

// What a stage must leave behind.
void Expect(params string[] paths)
{
    var missing = paths.Where(path => !GetFiles(DirectoryExists(path) ? $"{path}/**/*" : path).Any());
    if (!current.HasStopped && missing.Any())
        throw new CakeException($"it did not leave {string.Join(", ", missing)}");
}

// Without a shell; a time limit ends all that the program has started.
int Start(string[] command, StageInfo stage, Stream output)
{
    var file = Find(command[0], stage) ?? throw new CakeException($"{command[0]} is not there");
    var isBatch = file.GetExtension() is ".cmd" or ".bat";
    var start = isBatch ? new("cmd.exe", BatchArguments(file.FullPath, command[1..])) : new ProcessStartInfo(file.FullPath, command[1..]);
    start.WorkingDirectory = stage.Directory;
    start.RedirectStandardInput = true;
    start.RedirectStandardOutput = output is not null;
    foreach (var (name, value) in stage.Env)
        start.Environment[name] = value;
    using var process = Process.Start(start);
    process.StandardInput.Close(); // nobody answers questions
    var copy = output is null ? null : process.StandardOutput.BaseStream.CopyToAsync(output);
    if (!process.WaitForExit(Math.Max(0, (int)(stage.Minutes * 60_000 - stage.Clock.ElapsedMilliseconds))))
    {
        process.Kill(entireProcessTree: true);
        throw new CakeException($"longer than {stage.Minutes} minutes");
    }
    copy?.Wait(TimeSpan.FromSeconds(2)); // servers may be left behind
    return process.ExitCode;
}

FilePath Find(string program, StageInfo stage)
{
    string[] names = IsRunningOnWindows() ? [$"{program}.exe", $"{program}.cmd", $"{program}.bat"] : [program];
    if (!program.Contains('/'))
        return Context.Tools.Resolve(names);
    var directory = MakeAbsolute(Directory(stage.Directory));
    return names.Select(name => new FilePath(name).MakeAbsolute(directory)).FirstOrDefault(FileExists);
}

// cmd.exe wants quotes doubled, and % broken up lest it expands variables.
static string BatchArguments(string file, string[] arguments)
{
    var words = arguments.Prepend(file).Select(text => Regex.Replace(text, @"(\\*)(""|$)", "$1$1$2$2").Replace("%", "%%cd:~,%"));
    return words.Any(text => text.IndexOfAny(['\r', '\n', '\0']) >= 0)
        ? throw new CakeException($"{file} cannot take line breaks")
        : $"/e:ON /v:OFF /d /c \"\"{string.Join("\" \"", words)}\"\"";
}
