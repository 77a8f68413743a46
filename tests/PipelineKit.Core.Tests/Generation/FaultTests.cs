using Shouldly;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>
/// Every single operation of a run fails in turn, by itself and with all that follow, and the process is killed at every one: the files are then the
/// old or the new ones, what is said of them is true, and the next run mends the rest.
/// </summary>
public sealed class FaultTests
{
    public static TheoryData<string, Fault> Runs()
    {
        var data = new TheoryData<string, Fault>();
        foreach (var start in new[] { "empty", "older", "interrupted" })
        {
            foreach (var fault in Enum.GetValues<Fault>())
            {
                data.Add(start, fault);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void Whatever_fails_nothing_is_lost_and_the_next_run_mends_it(string start, Fault fault)
    {
        var operations = CountOperations(start);
        operations.ShouldBeGreaterThan(10);
        for (var failing = 1; failing <= operations; failing++)
        {
            using var repository = Start(start);
            var old = repository.Tree();
            var changes = new FaultyChanges(failing, fault);
            var said = Try(repository, changes);
            var context = string.Join('\n', changes.Log) + "\n" + said + "\n" + repository.Tree();
            if (fault != Fault.Kill)
            {
                ShouldBeTrue(said, old, Generated("two"), repository.Tree(), context);
            }

            var (good, diagnostics) = repository.Generate();
            good.ShouldBeTrue(context + string.Join('\n', diagnostics.Sorted().Select(d => d.Message)));
            repository.Tree().ShouldBe(Generated("two"), context);
        }
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("older")]
    [InlineData("interrupted")]
    public void A_run_that_was_killed_is_mended_by_one_of_another_spec(string start)
    {
        for (var failing = CountOperations(start); failing > 0; failing--)
        {
            using var repository = Start(start);
            _ = Try(repository, new FaultyChanges(failing, Fault.Kill));
            repository.Spec("three");
            var (good, diagnostics) = repository.Generate();
            good.ShouldBeTrue($"killed at {failing}: " + string.Join('\n', diagnostics.Sorted().Select(d => d.Message)));
            repository.Tree().ShouldBe(Generated("three"), $"killed at {failing}");
        }
    }

    [Fact]
    public void Looking_tidies_nothing_but_tells()
    {
        using var repository = Start("interrupted");
        var before = repository.Tree();

        var (good, diagnostics) = repository.Generate(writes: false, force: true);

        good.ShouldBeTrue();
        diagnostics.Sorted().Select(d => d.Descriptor.Code).ShouldContain("PK4014");
        repository.Tree().ShouldBe(before);
    }

    [Fact]
    public void What_a_person_changed_after_an_interruption_is_not_overwritten()
    {
        using var repository = Start("interrupted");
        repository.Put("deep/er/ci.yml", File.ReadAllText(Path.Combine(repository.Folder, "deep/er/ci.yml")) + "# mine\n");
        repository.Spec("three");

        var (good, diagnostics) = repository.Generate();

        good.ShouldBeFalse();
        diagnostics.Sorted().Select(d => d.Descriptor.Code).ShouldContain("PK4002");
        File.ReadAllText(Path.Combine(repository.Folder, "deep/er/ci.yml")).ShouldEndWith("# mine\n");
    }

    private static void ShouldBeTrue(string said, string old, string @new, string now, string context)
    {
        if (said.Contains("the next run finishes the work", StringComparison.Ordinal))
        {
            // Only where taking back failed as well: it names what is new, and that is all that is.
            var changed = Outputs(now).Except(Outputs(old)).Select(NameOf).ToList();
            changed.ShouldNotBeEmpty(context);
            changed.ShouldAllBe(name => said.Contains($"\"{name}\"", StringComparison.Ordinal), context);
        }
        else if (said.Contains("every file is as it was", StringComparison.Ordinal))
        {
            Outputs(now).ShouldBe(Outputs(old), context);
            Traces(now).Except(Traces(old)).ShouldAllBe(trace => said.Contains($"\"{trace}\"", StringComparison.Ordinal), context);
        }
        else if (said.Contains("all files are written", StringComparison.Ordinal))
        {
            Outputs(now).ShouldBe(Outputs(@new), context);
            Traces(now).ShouldNotBeEmpty(context);
        }
        else
        {
            said.ShouldBe("", context);
            now.ShouldBe(@new, context);
        }
    }

    private static string[] Outputs(string tree) => [.. tree.Split('\n').Where(e => !e.EndsWith('/') && !IsTrace(NameOf(e)))];

    private static string[] Traces(string tree) => [.. tree.Split('\n').Select(NameOf).Where(IsTrace)];

    private static string NameOf(string entry) => entry.Split(": ")[0];

    private static bool IsTrace(string path) => path.EndsWith(".pipelinekit-new", StringComparison.Ordinal) || path == ".pipelinekit/journal.json";

    private static string Try(SmallPipeline repository, FaultyChanges changes)
    {
        try
        {
            var (good, diagnostics) = repository.Generate(changes);
            return good ? "" : string.Join('\n', diagnostics.Sorted().Where(d => d.Descriptor.Code == "PK4004").Select(d => d.Message));
        }
        catch (InvalidOperationException e) when (e.Message == "killed")
        {
            return "killed";
        }
    }

    private static int CountOperations(string start)
    {
        using var repository = Start(start);
        var changes = new FaultyChanges(0, Fault.Once);
        repository.Generate(changes).Good.ShouldBeTrue();
        return changes.Count;
    }

    private static SmallPipeline Start(string start)
    {
        var repository = new SmallPipeline();
        if (start != "empty")
        {
            repository.Spec("one");
            repository.Generate().Good.ShouldBeTrue();
        }

        if (start == "interrupted")
        {
            // Killed behind the first rename of an output: it is new, the others and the lock file are old.
            repository.Spec("half");
            var changes = new FaultyChanges(RenamesBegin() + 2, Fault.Kill);
            Try(repository, changes).ShouldBe("killed");
        }

        repository.Spec("two");
        return repository;
    }

    // The second rename: the first one is the journal's.
    private static int RenamesBegin()
    {
        using var repository = new SmallPipeline();
        repository.Spec("one");
        repository.Generate().Good.ShouldBeTrue();
        repository.Spec("half");
        var changes = new FaultyChanges(0, Fault.Once);
        repository.Generate(changes).Good.ShouldBeTrue();
        return changes.Log.FindIndex(l => l.Contains(" Rename ", StringComparison.Ordinal) && !l.Contains("journal", StringComparison.Ordinal)) + 1;
    }

    private static string Generated(string argument)
    {
        using var repository = new SmallPipeline();
        repository.Spec(argument);
        repository.Generate().Good.ShouldBeTrue();
        return repository.Tree();
    }
}
