using PipelineKit.Licences.Policies;

namespace PipelineKit.Licences.Tests.Output;

/// <summary>A small project with every outcome.</summary>
internal static class Sample
{
    public static LicencePolicy Policy { get; } = new()
    {
        Allow = ["permissive"],
        Review = ["weak-copyleft"],
        Deny = ["strong-copyleft", "network-copyleft"],
        Exceptions =
        [
            new("excepted", "bought a licence | see <contract>", new DateOnly(2026, 12, 31)),
            new("expired", "until it is replaced", new DateOnly(2026, 2, 28)),
            new("unneeded", "no longer used"),
        ],
    };

    public static TemporaryFolder Project() => new TemporaryFolder()
        .With("package-lock.json", """
            {
              "lockfileVersion": 3,
              "packages": {
                "": { "dependencies": { "a": "1", "excepted": "1", "expired": "1", "choice": "1", "weak": "1" }, "devDependencies": { "@dev/tool": "1" } },
                "node_modules/a": { "version": "1.0.0", "license": "MIT", "dependencies": { "bad": "1", "bsd": "1" } },
                "node_modules/bad": { "version": "1.0.0", "license": "GPL-3.0+" },
                "node_modules/bsd": { "version": "1.0.0", "license": "BSD" },
                "node_modules/choice": { "version": "1.0.0", "license": "(MIT OR GPL-2.0-only WITH Classpath-exception-2.0) AND LicenseRef-x" },
                "node_modules/excepted": { "version": "1.0.0", "license": "UNLICENSED" },
                "node_modules/expired": { "version": "1.0.0" },
                "node_modules/weak": { "version": "1.0.0", "license": "MPL-2.0" },
                "node_modules/@dev/tool": { "version": "1.0.0", "license": "AGPL-3.0-only", "dev": true }
              }
            }
            """)
        .With("node_modules/a/LICENSE", "MIT License\n\nCopyright (c) 2020 A\r\n\nThe terms.\u0007\n");
}
