using System.Globalization;
using PipelineKit.Core.Generation;
using Shouldly;

namespace PipelineKit.Core.Tests.Generation;

/// <summary>Of several runs in one repository one writes at a time; a lock that nobody holds any more is no obstacle.</summary>
public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void It_is_gone_afterwards_and_so_is_a_folder_that_it_made()
    {
        using (WriterLock.Acquire(_repository.Root, TimeSpan.Zero, out _).ShouldNotBeNull())
        {
            _repository.Files().ShouldBe([".pipelinekit/writer.lock"]);
        }

        Directory.GetFileSystemEntries(_repository.Root.Folder).ShouldBeEmpty();
    }

    [Fact]
    public void A_second_run_waits_and_then_hears_who_has_it()
    {
        using var first = WriterLock.Acquire(_repository.Root, TimeSpan.Zero, out _);

        WriterLock.Acquire(_repository.Root, TimeSpan.FromMilliseconds(50), out var owner).ShouldBeNull();

        owner.ShouldStartWith(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + " ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("half a na")]
    [InlineData("2147483646 1 {0} 0")]
    [InlineData("1 1 {0} 0")]
    [InlineData("0 1 {0} 0")]
    public void A_lock_of_a_process_that_is_gone_is_taken_over(string text)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the start of a process is known there");
        _repository.Put(WriterLock.FilePath, string.Format(CultureInfo.InvariantCulture, text, LockOwner.OfThisProcess().Host));

        using var held = WriterLock.Acquire(_repository.Root, TimeSpan.Zero, out _);

        held.ShouldNotBeNull();
        LockOwner.Parse(File.ReadAllText(_repository.Root.FullPath(WriterLock.FilePath))).ShouldNotBeNull().Process.ShouldBe(Environment.ProcessId);
    }

    [Fact]
    public void A_lock_of_another_machine_counts_for_ten_minutes()
    {
        _repository.Put(WriterLock.FilePath, "1 1 elsewhere 0");
        WriterLock.Acquire(_repository.Root, TimeSpan.Zero, out _).ShouldBeNull();

        File.SetLastWriteTimeUtc(_repository.Root.FullPath(WriterLock.FilePath), DateTime.UtcNow.AddMinutes(-11));
        using var held = WriterLock.Acquire(_repository.Root, TimeSpan.Zero, out _);
        held.ShouldNotBeNull();
    }

    [Fact]
    public async Task Never_two_at_once_whoever_finds_the_stale_lock()
    {
        var inside = 0;
        var most = 0;
        for (var round = 0; round < 20; round++)
        {
            _repository.Put(WriterLock.FilePath, "2147483646 1 " + LockOwner.OfThisProcess().Host + " 0");
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            {
                using var held = WriterLock.Acquire(_repository.Root, TimeSpan.FromSeconds(30), out var owner).ShouldNotBeNull();
                most = Math.Max(most, Interlocked.Increment(ref inside));
                Thread.Sleep(1);
                Interlocked.Decrement(ref inside);
            })));
        }

        most.ShouldBe(1);
    }

    [Fact]
    public async Task Runs_side_by_side_all_end_well()
    {
        using var pipeline = new SmallPipeline();
        for (var round = 0; round < 5; round++)
        {
            pipeline.Spec($"round{round}");
            var runs = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => pipeline.Generate())));
            runs.ShouldAllBe(r => r.Good);
        }

        pipeline.Tree().ShouldNotContain("pipelinekit-new");
        pipeline.Tree().ShouldNotContain("writer.lock");
        pipeline.Tree().ShouldNotContain("journal");
    }
}
