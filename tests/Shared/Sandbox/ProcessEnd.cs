using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace PipelineKit.Tests.Shared;

/// <summary>Waits for the end of a process that is not a child of the test.</summary>
internal static class ProcessEnd
{
    public static async Task WaitAsync(string id)
    {
        try
        {
            using var process = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(90));
            await process.WaitForExitAsync(patience.Token);
            process.HasExited.ShouldBeTrue();
        }
        catch (ArgumentException)
        {
            // No such process any more.
        }
    }
}
