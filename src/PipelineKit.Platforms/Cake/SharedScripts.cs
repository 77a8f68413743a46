using System.Text;

namespace PipelineKit.Platforms.Cake;

/// <summary>
/// The files that all repositories share, as they are written: <c>stages.cake</c> always, the others where a stage needs what they hold.
/// They are resources from <c>Scripts/</c>, formatted as C#.
/// </summary>
internal static class SharedScripts
{
    /// <summary>What every stage needs.</summary>
    public const string Stages = "stages.cake";

    /// <summary>Tools whose version matters.</summary>
    public const string Versions = "versions.cake";

    /// <summary>Installs that stages share.</summary>
    public const string Installs = "installs.cake";

    /// <summary>Stages that need others.</summary>
    public const string Needs = "needs.cake";

    /// <summary>Stages that run once for each value of a matrix.</summary>
    public const string Matrix = "matrix.cake";

    /// <summary>Services beside a stage.</summary>
    public const string Services = "services.cake";

    /// <summary>All of them, in the order in which they are loaded.</summary>
    public static IReadOnlyList<string> All { get; } = [Stages, Versions, Installs, Needs, Matrix, Services];

    /// <summary>The text of one file, with LF line ends.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(SharedScripts).Assembly.GetManifestResourceStream("Scripts/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Where a file lies in a repository.</summary>
    public static string PathOf(string name) => ".pipelinekit/" + name;
}
