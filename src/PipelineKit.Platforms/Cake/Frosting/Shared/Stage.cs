using System.Diagnostics;
using System.Reflection;
using Cake.Common.Diagnostics;
using Cake.Common.IO;
using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>A task whose commands count. One that fails ends the stage; the other stages still run, then the build fails.</summary>
public abstract partial class Stage(StageSettings settings) : FrostingTask<StageContext>
{
    private readonly Stopwatch _clock = new();
    private readonly List<string> _failures = [];
    private string? _missing;
    private bool _hasLooked;

    public StageSettings Settings { get; } = settings;

    public string Name => NameOf(GetType());

    protected StageContext Context { get; private set; } = null!;

    /// <summary>The commands, in order.</summary>
    protected abstract void Work();

    public override bool ShouldRun(StageContext context)
    {
        Context = context;
        if (StageContext.IsDryRun)
        {
            return true;
        }

        var problem = Settings.Skip?.Invoke(context) ?? FindMissing(context) ?? FindFailedNeed();
        if (problem is null)
        {
            CheckServices(ref problem);
        }

        if (problem is null)
        {
            return true;
        }

        context.Warning("{0} is skipped: {1}", Name, problem);
        context.Problems[Name] = $"skipped: {problem}";
        return false;
    }

    public override void Run(StageContext context)
    {
        _clock.Start();
        if (Settings.Reports is not null)
        {
            context.CleanDirectory(Settings.Reports); // of old reports
            KeepOutOfGit($"{Settings.Reports}/..");
        }

        StartServices();
        Work();
        if (_failures.Count > 0)
        {
            throw new CakeException(string.Join("; ", _failures));
        }
    }

    private static void KeepOutOfGit(string folder)
    {
        if (!File.Exists($"{folder}/.gitignore"))
        {
            File.WriteAllText($"{folder}/.gitignore", "*\n");
        }
    }

    public override void OnError(Exception exception, StageContext context)
    {
        context.Error("{0}: {1}{2}", Name, exception.Message, Settings.AllowFailure ? " (allowed)" : "");
        if (!Settings.AllowFailure)
        {
            context.Problems[Name] = "failed";
        }

        if (context.Last is null || context.Last == Name)
        {
            context.Judge();
        }
    }

    /// <summary>The first tool that is not here, with a hint, or null. Looked for once.</summary>
    public string? FindMissing(StageContext context)
    {
        if (!_hasLooked)
        {
            _hasLooked = true;
            _missing = context.FirstMissing(Settings.Needs, this);
        }

        return _missing;
    }

    protected void Run(params string[] command) => Run(command, to: null);

    /// <summary>Runs a program without a shell.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="to">File for the output.</param>
    /// <param name="findings">Exit codes that are only reported.</param>
    /// <param name="later">True: the rest runs, then the stage fails.</param>
    /// <param name="always">True: it stands where it runs also after a failure, and decides nothing.</param>
    protected void Run(string[] command, string? to = null, int[]? findings = null, bool later = false, bool always = false)
    {
        Context.Information("> {0}{1}", string.Join(' ', command), to is null ? "" : $" > {to}");
        using var output = to is null ? null : File.Create(Path.Combine(Settings.Directory, to));
        var code = Start(command, output);
        if (code == 0 || always)
        {
            return;
        }

        var failure = $"exit code {code}: {string.Join(' ', command)}";
        if (findings?.Contains(code) == true && output?.Length != 0)
        {
            Context.Warning("The findings are only reported.");
        }
        else if (later)
        {
            _failures.Add(failure);
        }
        else
        {
            throw new CakeException(string.Join("; ", _failures.Append(failure)));
        }
    }

    /// <summary>Files and folders that the stage must leave behind.</summary>
    protected void Expect(params string[] paths)
    {
        var missing = paths.Where(path => Context.GetFiles(Context.DirectoryExists(path) ? $"{path}/**/*" : path).Count == 0).ToList();
        if (missing.Count > 0)
        {
            throw new CakeException($"it did not leave {string.Join(", ", missing)}");
        }
    }

    /// <summary>Starts a program and gives its exit code.</summary>
    public int Start(string[] command, Stream? output) => Programs.Start(Context, command, Settings, TimeLeft, output);

    private TimeSpan TimeLeft => TimeSpan.FromMinutes(Math.Max(0, Settings.Minutes - _clock.Elapsed.TotalMinutes));

    // What an earlier stage did not leave cannot be used.
    private string? FindFailedNeed()
    {
        var need = NeedsOf(GetType()).FirstOrDefault(task => !HasPassed(task));
        return need is null ? null : $"it needs {NameOf(need)}, which did not pass";
    }

    private bool HasPassed(Type task) =>
        task.IsAssignableTo(typeof(Stage)) ? !Context.Problems.ContainsKey(NameOf(task)) : NeedsOf(task).All(HasPassed);

    private static IEnumerable<Type> NeedsOf(Type task) => task.GetCustomAttributes<IsDependentOnAttribute>().Select(need => need.Task);

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    // Both in Services.cs, where a stage has one.
    partial void CheckServices(ref string? problem);

    partial void StartServices();
}
