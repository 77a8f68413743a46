// The few public types of Cake.Frosting 7 that generated projects use, over the engine out of Cake.Tool's own package: the package Cake.Frosting
// itself is not on every feed. What each does is what the library does (https://cakebuild.net/docs/running-builds/runners/cake-frosting).
using System.Reflection;
using Cake.Cli;
using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.Scripting;
using Cake.Core.Packaging;
using Cake.Core.Tooling;
using Spectre.Console;

namespace Cake.Frosting;

[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    public string Description { get; } = description;
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependentOnAttribute(Type task) : Attribute
{
    public Type Task { get; } = task;
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class IsDependeeOfAttribute(Type task) : Attribute
{
    public Type Task { get; } = task;
}

public interface IFrostingContext : ICakeContext;

public class FrostingContext(ICakeContext context) : CakeContextAdapter(context), IFrostingContext;

public interface IFrostingTask
{
    void Run(ICakeContext context);

    bool ShouldRun(ICakeContext context);

    void OnError(Exception exception, ICakeContext context);

    void Finally(ICakeContext context);
}

public abstract class FrostingTask : FrostingTask<ICakeContext>;

public abstract class FrostingTask<T> : IFrostingTask
    where T : ICakeContext
{
    public virtual void Run(T context)
    {
    }

    public virtual bool ShouldRun(T context) => true;

    public virtual void OnError(Exception exception, T context)
    {
    }

    public virtual void Finally(T context)
    {
    }

    void IFrostingTask.Run(ICakeContext context) => Run((T)context);

    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}

public interface IFrostingSetup
{
    void Setup(ICakeContext context, ISetupContext info);
}

public interface IFrostingTeardown
{
    void Teardown(ICakeContext context, ITeardownContext info);
}

public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;

public abstract class FrostingLifetime<T> : IFrostingLifetime
    where T : ICakeContext
{
    public abstract void Setup(T context, ISetupContext info);

    public abstract void Teardown(T context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((T)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((T)context, info);
}

/// <summary>Takes every public task of the program, and runs the targets that the command line names.</summary>
public sealed class CakeHost
{
    private Func<ICakeContext, IFrostingContext> _context = context => new FrostingContext(context);
    private Func<IEnumerable<IFrostingTask>, IFrostingLifetime>? _lifetime;

    public CakeHost UseContext<T>()
        where T : class, IFrostingContext
    {
        _context = context => (IFrostingContext)Activator.CreateInstance(typeof(T), context)!;
        return this;
    }

    public CakeHost UseLifetime<T>()
        where T : class, IFrostingLifetime
    {
        _lifetime = tasks => (IFrostingLifetime)(typeof(T).GetConstructors()[0].GetParameters().Length == 0
            ? Activator.CreateInstance(typeof(T))!
            : Activator.CreateInstance(typeof(T), tasks)!);
        return this;
    }

    public int Run(IEnumerable<string> args)
    {
        var options = args.Select(argument => argument.TrimStart('-').Split('=', 2)).ToLookup(option => option[0], option => option.ElementAtOrDefault(1) ?? "");
        var console = new CakeConsole(new CakeEnvironment(new CakePlatform(), new CakeRuntime()));
        var log = new CakeBuildLog(console);
        try
        {
            Run(options, console, log);
            return 0;
        }
        catch (Exception e)
        {
            log.Error("Error: {0}", e.Message);
            return -1;
        }
    }

    private void Run(ILookup<string, string> options, CakeConsole console, CakeBuildLog log)
    {
        var data = new CakeDataService();
        var plain = ContextOf(new CakeArguments(options), data, log);
        var context = _context(plain);
        var engine = new CakeEngine(data, log);
        var tasks = Assembly.GetEntryAssembly()!.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IFrostingTask)) && !type.IsAbstract)
            .Select(type => (IFrostingTask)Activator.CreateInstance(type)!).ToList();
        tasks.ForEach(task => Register(task, engine, context));
        if (_lifetime?.Invoke(tasks) is { } lifetime)
        {
            engine.RegisterSetupAction(info => lifetime.Setup(context, info));
            engine.RegisterTeardownAction(info => lifetime.Teardown(context, info));
        }

        var printer = new CakeReportPrinter(console, context);
        ScriptHost host = options.Contains("dryrun") ? new DryRunScriptHost<IFrostingContext>(engine, context, log)
            : options.Contains("tree") ? new TreeScriptHost(engine, context, console)
            : options.Contains("description") ? new DescriptionScriptHost(engine, context, AnsiConsole.Console)
            : new BuildScriptHost<IFrostingContext>(engine, new DefaultExecutionStrategy(log, printer), context, printer, context.Configuration, log);
        if (options.Contains("exclusive"))
        {
            host.Settings.UseExclusiveTarget();
        }

        var targets = options["target"].DefaultIfEmpty("Default").ToList();
        host.RunTargets(targets);
    }

    // Only what is overridden is registered: a task without Run shows as one that delegates.
    private static void Register(IFrostingTask task, CakeEngine engine, IFrostingContext context)
    {
        var type = task.GetType();
        bool IsOverridden(string name, params Type[] parameters) => type.GetMethod(name, parameters) is { } method && method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        var builder = engine.RegisterTask(NameOf(type));
        if (type.GetCustomAttribute<TaskDescriptionAttribute>() is { } description)
        {
            builder.Description(description.Description);
        }

        if (IsOverridden("Run", context.GetType()))
        {
            builder.Does(() => task.Run(context));
        }

        if (IsOverridden("ShouldRun", context.GetType()))
        {
            builder.WithCriteria(_ => task.ShouldRun(context));
        }

        if (IsOverridden("OnError", typeof(Exception), context.GetType()))
        {
            builder.OnError(exception => task.OnError(exception, context));
        }

        if (IsOverridden("Finally", context.GetType()))
        {
            builder.Finally(() => task.Finally(context));
        }

        foreach (var need in type.GetCustomAttributes<IsDependentOnAttribute>())
        {
            builder.IsDependentOn(NameOf(need.Task));
        }

        foreach (var user in type.GetCustomAttributes<IsDependeeOfAttribute>())
        {
            builder.IsDependeeOf(NameOf(user.Task));
        }
    }

    private static string NameOf(Type task) => task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name;

    private static CakeContext ContextOf(CakeArguments arguments, CakeDataService data, CakeBuildLog log)
    {
        var (files, environment) = (new FileSystem(), new CakeEnvironment(new CakePlatform(), new CakeRuntime()));
        var globber = new Globber(files, environment);
        var configuration = new CakeConfigurationProvider(files, environment).CreateConfiguration(environment.WorkingDirectory, new Dictionary<string, string>());
        var tools = new ToolLocator(environment, new ToolRepository(environment), new ToolResolutionStrategy(files, environment, globber, configuration, log));
        var runner = new ProcessRunner(files, environment, log, tools, configuration);
        return new CakeContext(files, environment, globber, log, arguments, runner, new WindowsRegistry(), tools, data, configuration, new NoInstaller(), new NoServices());
    }

    private sealed class NoInstaller : IToolInstaller
    {
        public IEnumerable<FilePath> Install(PackageReference tool) => throw new NotSupportedException();
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
