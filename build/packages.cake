// A package is the same bytes wherever and whenever it is built.
using System.IO.Compression;

Stage("reproduce", "The packages of this commit, built twice and compared", new() { Minutes = 30, Env = { ["CI"] = "true" } })
    .Does(() => InTemporaryFolder(folder =>
    {
        foreach (var copy in new[] { "one", "another-one" })
        {
            Run("git", "clone", "--quiet", "--no-hardlinks", ".", $"{folder}/{copy}");
            foreach (var project in GetFiles($"{folder}/{copy}/src/*/*.csproj"))
                Run("dotnet", "pack", project.FullPath, "-c", "Release", "-o", $"{folder}/packages-{copy}", "-v", "q", "--nologo");
            // A build in the same second would hide a time that it writes into a package.
            System.Threading.Thread.Sleep(TimeSpan.FromSeconds(2));
        }
        var packages = GetFiles($"{folder}/packages-one/*.nupkg");
        var faults = packages.Select(package => Fault(package, $"{folder}/packages-another-one/{package.GetFilename()}")).Where(fault => fault is not null).ToList();
        if (packages.Count != GetFiles("src/*/*.csproj").Count)
            faults.Add($"{packages.Count} packages were made");
        if (faults.Count > 0)
            throw new CakeException(string.Join('\n', faults));
    }));

string Fault(FilePath package, string other)
{
    var hash = CalculateFileHash(package).ToHex();
    if (!FileExists(other) || CalculateFileHash(other).ToHex() != hash)
        return $"{package.GetFilename()} is not built the same twice";
    using var content = ZipFile.OpenRead(package.FullPath);
    if (content.GetEntry("THIRD-PARTY-NOTICES.txt") is null)
        return $"{package.GetFilename()} does not hold THIRD-PARTY-NOTICES.txt";
    Information("{0}  {1}", hash, package.GetFilename());
    return null;
}

void InTemporaryFolder(Action<string> work)
{
    var folder = System.IO.Directory.CreateTempSubdirectory("pipelinekit-").FullName;
    try
    {
        work(folder);
    }
    finally
    {
        DeleteDirectory(folder, new() { Recursive = true, Force = true });
    }
}
