// The built program against itself: many runs side by side, many runs killed at some moment, and every write, rename, unlink and mkdir of a run failed
// by the system (by strace, where it is installed). After each the files are those of the old spec or of the new one once the next run has ended, and
// no traces are left.

Stage("verify-writing", "Runs side by side, killed, and failed by the system", new())
    .IsDependentOn("verify-build")
    .Does(() => InTemporaryFolder(folder =>
    {
        var runs = Argument("runs", 100);
        var (one, two) = (NewRepository(folder, "one"), NewRepository(folder, "two"));
        var wanted = TreeOf(two);
        var work = $"{folder}/copy/repository";
        RunSideBySide(Again(), runs);
        Require("runs side by side");
        for (var i = 1; i <= runs; i++)
        {
            var killed = StartGenerate(Again());
            System.Threading.Thread.Sleep(50 + i * 37 % 500);
            killed.Kill();
            killed.WaitForExit();
            RequireNext($"kill {i}");
        }
        Information("{0} runs killed", runs);
        if (Find("strace", current) is null)
            Warning("strace is not installed: failures are injected by the tests only");
        else
            foreach (var call in new[] { "write", "pwrite64", "rename", "unlink", "mkdir", "fchmod" })
                Information("{0} {1} times failed", call, FailEach(call));

        string Again()
        {
            if (DirectoryExists(work))
                DeleteDirectory(work, new() { Recursive = true, Force = true });
            CopyDirectory(one, work);
            WriteSpec(work, "two");
            return work;
        }
        void Require(string after)
        {
            if (TreeOf(work) != wanted)
                throw new CakeException($"the files are not the new ones after {after}");
        }
        void RequireNext(string after)
        {
            var (code, said) = Ended(StartGenerate(work));
            if (code != 0)
                throw new CakeException($"the run after {after} failed: {said}");
            Require(after);
        }
        int FailEach(string call)
        {
            for (var nth = 1; nth <= 30; nth++)
            {
                Again();
                var trace = $"{folder}/trace";
                var (code, said) = Ended(StartGenerate(work,
                    ["strace", "-f", "-qq", "-o", trace, "-e", $"trace={call}", "-e", $"inject={call}:error=ENOSPC:when={nth}"]));
                if (!System.IO.File.ReadAllText(trace).Contains("INJECTED"))
                    return nth - 1;
                if (code > 3 && code < 128)
                    throw new CakeException($"{call} {nth}: exit code {code}: {said}");
                RequireNext($"a failed {call} ({nth})");
            }
            return 30;
        }
    }));

// The folder's name is the pipeline's.
string NewRepository(string folder, string argument)
{
    var repository = $"{folder}/{argument}/repository";
    WriteSpec(repository, argument);
    var (code, said) = Ended(StartGenerate(repository));
    return code == 0 ? repository : throw new CakeException(said);
}

void WriteSpec(string folder, string argument)
{
    EnsureDirectoryExists(folder);
    System.IO.File.WriteAllText($"{folder}/pipelinekit.yml",
        $$"""
        version: 1
        targets: [github, gitlab, cake]
        stack: python
        python: { manager: system }
        stages: { smoke: { run: [[./a.sh, {{argument}}]] } }

        """);
}

void RunSideBySide(string folder, int runs)
{
    var ends = Enumerable.Range(0, runs).Select(_ => StartGenerate(folder)).ToList().ConvertAll(Ended);
    // One that waited too long for the others says so.
    if (ends.Find(end => end.Code != 0 && !(end.Code == 3 && end.Said.Contains("PK4015"))) is { Said: not null } bad)
        throw new CakeException($"exit code {bad.Code}: {bad.Said}");
    Information("{0} runs side by side", runs);
}

Process StartGenerate(string folder, params string[] before)
{
    string[] command = [.. before, "dotnet", MakeAbsolute(File("src/PipelineKit.Cli/bin/Debug/net10.0/pipelinekit.dll")).FullPath, "generate", "-q", "-C", folder];
    return Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true });
}

(int Code, string Said) Ended(Process process)
{
    var errors = process.StandardError.ReadToEndAsync();
    var said = process.StandardOutput.ReadToEnd() + errors.Result;
    process.WaitForExit();
    return (process.ExitCode, said);
}

string TreeOf(string folder) =>
    string.Join('\n', GetFiles($"{folder}/**/*").Where(file => file.GetFilename().FullPath != "pipelinekit.yml")
        .Select(file => $"{CalculateFileHash(file).ToHex()} {MakeAbsolute(Directory(folder)).GetRelativePath(file)}").Order(StringComparer.Ordinal));
