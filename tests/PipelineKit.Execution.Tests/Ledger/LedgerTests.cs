namespace PipelineKit.Execution.Tests.Ledger;

/// <summary>
/// The ledger is of today. With <c>PIPELINEKIT_VERIFY=ledger</c>, the last step of <c>build/verify</c>, it is written from the records of the runs;
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
        }

        var known = LedgerFile.Read().Inputs;
        var changed = LedgerInputs.Hashes.Where(h => known.GetValueOrDefault(h.Key) != h.Value).Select(h => h.Key).Concat(known.Keys.Except(LedgerInputs.Hashes.Keys));
        changed.ShouldBeEmpty("these have changed since docs/verification.md was made; run build/verify");
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
        Results.Names().Intersect(expected).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal), "these runs did not pass; run build/verify");
        LedgerFile.Of(Results.All(), Results.Refusals()).Write();
    }
}
