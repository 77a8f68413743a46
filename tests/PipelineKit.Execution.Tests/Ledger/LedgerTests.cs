namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>
/// The ledger is of today, or says what has changed since. With <c>PIPELINEKIT_VERIFY=ledger</c>, the last step of the task <c>verify</c>, it is written from the records of the runs;
/// <c>PIPELINEKIT_UPDATE=1</c> writes only the page again, for example after a new case.
/// </summary>
public sealed class LedgerTests
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("PIPELINEKIT_VERIFY") == "ledger";

    [Fact]
    public void The_ledger_is_not_older_than_what_it_speaks_of()
    {
        if (Writes)
        {
            WriteFromRecords();
            LedgerInputs.ChangedSince(LedgerFile.Read()).ShouldBeEmpty();
        }

        // Between two whole runs the page itself says what has changed.
        var changed = LedgerInputs.ChangedSince(LedgerFile.Read());
        File.ReadAllText(LedgerPage.FilePath).Contains("Older than the sources", StringComparison.Ordinal).ShouldBe(changed.Count > 0, string.Join(", ", changed));
    }

    [Fact]
    public void The_page_is_what_the_record_says()
    {
        var page = LedgerPage.Write(LedgerFile.Read());
        if (Writes || TestFolders.Update)
        {
            File.WriteAllText(LedgerPage.FilePath, page);
        }

        File.ReadAllText(LedgerPage.FilePath).ShouldBe(page, "PIPELINEKIT_UPDATE=1 writes the page again");
    }

    private static void WriteFromRecords()
    {
        var expected = ExecutionTests.AllRuns;
        Results.Names().Intersect(expected).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), "these runs did not pass; run dotnet cake --target=verify");
        LedgerFile.Of(Results.All(), Results.Refusals()).Write();
    }
}
