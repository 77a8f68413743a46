namespace PipelineKit.Cli.Running;

/// <summary>Shows a run while it goes on.</summary>
internal interface IRunProgress
{
    /// <summary>Is there from the start of the work to its end.</summary>
    Task DuringAsync(Func<Task> work);

    /// <summary>Something happened.</summary>
    void Show(RunEvent happened);

    /// <summary>Time went by.</summary>
    void Tick();
}
