using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using PipelineKit.Licences;
using PipelineKit.Licences.Output;
using PipelineKit.Licences.Spdx;

namespace PipelineKit.Benchmarks;

/// <summary>The licence check over one lock file of a given size, and its parts.</summary>
[MemoryDiagnoser]
public class LicenceBenchmarks
{
    private readonly string expression = "(MIT OR Apache-2.0) AND GPL-2.0-only WITH Classpath-exception-2.0";
    private string folder = "";
    private LicenceReport report = null!;

    /// <summary>Packages in the lock file: the time should grow with their number and no faster.</summary>
    [Params(500, 5_000, 50_000)]
    public int Packages { get; set; }

    /// <summary>Writes the lock file.</summary>
    [GlobalSetup]
    public void Setup()
    {
        folder = Directory.CreateTempSubdirectory("licence-benchmark-").FullName;
        File.WriteAllText(Path.Combine(folder, "package-lock.json"), LockFile(Packages));
        report = Scan();
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(folder, recursive: true);

    /// <summary>Reading, concluding and deciding.</summary>
    [Benchmark]
    public LicenceReport Scan() => LicenceScan.Run(new LicenceScanRequest { Path = folder, Today = new DateOnly(2026, 3, 1) });

    /// <summary>The report as JSON.</summary>
    [Benchmark]
    public void WriteJson() => LicenceReportWriters.Find("json")!.Write(report, Stream.Null);

    /// <summary>One expression, parsed.</summary>
    [Benchmark]
    public ExpressionResult ParseExpression() => ExpressionParser.Parse(expression);

    /// <summary>
    /// A lock file as npm writes it: the packages are a tree, each needs three, one in ten is for development, and ten licence
    /// texts are about as frequent as in real trees.
    /// </summary>
    public static string LockFile(int packages)
    {
        string[] licences = ["MIT", "MIT", "MIT", "MIT", "MIT", "ISC", "Apache-2.0", "BSD-3-Clause", "(MIT OR CC0-1.0)", "BSD-2-Clause"];
        var text = new StringBuilder("{\n  \"name\": \"sample\",\n  \"lockfileVersion\": 3,\n  \"packages\": {\n    \"\": { \"name\": \"sample\", \"dependencies\": { \"package-0\": \"^1.0.0\" } }");
        for (var at = 0; at < packages; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $",\n    \"node_modules/package-{at}\": {{\n      \"version\": \"1.{at}.0\",\n      \"resolved\": \"https://registry.example/package-{at}/-/package-{at}-1.{at}.0.tgz\",\n      \"integrity\": \"sha512-");
            text.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(at.ToString("D64", CultureInfo.InvariantCulture))));
            text.Append(CultureInfo.InvariantCulture, $"\",\n{(at % 10 == 9 ? "      \"dev\": true,\n" : "")}      \"license\": \"{licences[at % licences.Length]}\",\n      \"dependencies\": {{");
            text.Append(string.Join(",", Enumerable.Range((3 * at) + 1, 3).Where(child => child < packages).Select(child => string.Create(CultureInfo.InvariantCulture, $"\n        \"package-{child}\": \"^1.0.0\""))));
            text.Append("\n      },\n      \"engines\": { \"node\": \">=18\" }\n    }");
        }

        return text.Append("\n  }\n}\n").ToString();
    }
}
