// The quality gate, and how many tests it ran.
using System.Xml.Linq;

// Every program that a task starts speaks English, and of its work alone.
System.Environment.SetEnvironmentVariable("DOTNET_CLI_TELEMETRY_OPTOUT", "1");
System.Environment.SetEnvironmentVariable("DOTNET_CLI_UI_LANGUAGE", "en");
System.Environment.SetEnvironmentVariable("DOTNET_NOLOGO", "1");

Task("test")
    .Description("The quality gate; the last line counts the tests")
    .IsDependentOn("quality-gate")
    .Does(() =>
    {
        var line = CountTests("reports/test-coverage/results", GetFiles("tests/*.Tests/*.csproj"));
        // Behind Cake's table and its verdict.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine(line);
    });

// Adds up the TRX files; a project without results, or with no test in them, fails the build.
string CountTests(string results, FilePathCollection projects)
{
    var counters = GetFiles($"{results}/**/*.trx").Select(file => XDocument.Load(file.FullPath)).ToLookup(
        trx => System.IO.Path.GetFileNameWithoutExtension(trx.Descendants().Attributes("storage").First().Value),
        trx => trx.Descendants().First(e => e.Name.LocalName == "Counters"),
        StringComparer.OrdinalIgnoreCase); // the test adapter writes assemblies in lower case
    int Sum(params string[] names) =>
        projects.SelectMany(p => counters[p.GetFilenameWithoutExtension().FullPath]).Sum(c => names.Sum(name => (int)c.Attribute(name)));

    foreach (var project in projects.Where(p => !counters[p.GetFilenameWithoutExtension().FullPath].Any(c => (int)c.Attribute("total") > 0)))
    {
        Error("{0} ran no test", project.GetFilenameWithoutExtension());
        problems["test"] = "failed";
    }
    // A test that ended by an error, a timeout or an abort did not pass either.
    var (total, passed, failed) = (Sum("total"), Sum("passed"), Sum("failed", "error", "timeout", "aborted"));
    if (failed > 0)
        problems["test"] = "failed";
    return $"{passed} passed, {failed} failed, {total - passed - failed} skipped";
}
