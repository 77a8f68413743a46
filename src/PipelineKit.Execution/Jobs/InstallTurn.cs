namespace PipelineKit.Execution.Jobs;

/// <summary>A leaf's part in its install: to run it, to find it done, or to hear that it failed.</summary>
/// <param name="slot">The folder's installed dependencies; null for a leaf without an install.</param>
/// <param name="key">Which install.</param>
/// <param name="mine">This leaf has to run it.</param>
/// <param name="wake">Tells the scheduler that others may go on.</param>
internal sealed class InstallTurn(InstallSlot? slot, string key, bool mine, Action wake)
{
    private bool _taken;

    /// <summary>Why the dependencies are not there, or null.</summary>
    public async Task<string?> TakeAsync(Func<CancellationToken, Task<string?>> install, CancellationToken cancellation)
    {
        _taken = true;
        if (slot is null || !mine)
        {
            return slot?.FailureOf(key);
        }

        var failure = "the install was interrupted";
        try
        {
            return failure = await install(cancellation);
        }
        finally
        {
            slot.Installed(key, failure);
            wake();
        }
    }

    /// <summary>The leaf has ended. When it never came to its install, the next one runs it.</summary>
    public void End()
    {
        if (mine && !_taken)
        {
            slot?.Abandon();
        }

        slot?.Leave();
    }
}
