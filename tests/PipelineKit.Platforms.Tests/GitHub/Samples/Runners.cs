using PipelineKit.Core.Model;
using PipelineKit.Platforms.Tests.Shared;

namespace PipelineKit.Platforms.Tests.GitHub.Samples;

/// <summary>Labels, containers, services in both, a registry mirror.</summary>
internal static class Runners
{
    private static readonly Service Postgres = new()
    {
        Alias = "db",
        Image = "postgres:17.2",
        Port = 5432,
        Health = "sh -c \"pg_isready -U app\" \\",
        Values = new Dictionary<string, string> { ["url"] = "postgres://app@{host}:{port}/app" },
    };

    private static readonly KeyValuePair<string, Value>[] Urls =
    [
        new("DB", new ServiceValue("db", "url")), new("OTHER", new ServiceValue("other", "url")), new("PORT", new ServiceValue("other", "port")),
    ];

    public static Pipeline Pipeline { get; } = Sample.Pipeline(
        Sample.Job("on-host", "make") with
        {
            Runner = new Runner("linux", ["self-hosted", "big"], []),
            Services = [Postgres, Postgres with { Alias = "other", Health = null }],
            Env = Urls,
        },
        Sample.Job("in-container", "make") with
        {
            Runner = new Runner("linux", ["ubuntu-24.04"], [], "alpine:3.22.1"),
            Services = [Postgres, Postgres with { Alias = "other" }],
            Env = Urls,
            Run = [Sample.Command("make", "make"), new Command { Name = "bash", Script = "set -o pipefail\n", Shell = "bash" }],
        },
        Sample.Job("on-windows", "make") with { Runner = new Runner("windows", ["windows-2025"], []) },
        Sample.Job("on-mac", "make") with { Runner = new Runner("macos", ["macos-15"], []), Timeout = TimeSpan.FromSeconds(90) }) with
    {
        Settings = new Settings { ImagesPrefix = "mirror.example/hub/" },
    };
}
