namespace PipelineKit.Licences;

/// <summary>Something that went wrong while checking, as a value; licences that are denied are not problems but outcomes.</summary>
/// <param name="Code">PK6001 unreadable, PK6002 too large, PK6003 malformed, PK6004 version not supported, PK6005 link out of the folder,
/// PK6006 nothing to check, PK6007 package not installed, PK6008 wrong policy, PK6009 policy note, PK6010 exception not needed.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Location">The file; empty for the policy.</param>
/// <param name="Message">What is wrong and what helps.</param>
public sealed record LicenceProblem(string Code, ProblemSeverity Severity, SourceLocation Location, string Message)
{
    internal static LicenceProblem Unreadable(string file, string why) =>
        new("PK6001", ProblemSeverity.Error, new(file), $"cannot be read: {why}");

    internal static LicenceProblem TooLarge(string file, long limit) =>
        new("PK6002", ProblemSeverity.Error, new(file), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"is larger than {limit} bytes"));

    internal static LicenceProblem Malformed(string file, string why, int line = 0) =>
        new("PK6003", ProblemSeverity.Error, new(file, line), $"is malformed: {why}");

    internal static LicenceProblem Unsupported(string file, string what, int line = 0) =>
        new("PK6004", ProblemSeverity.Error, new(file, line), what);

    internal static LicenceProblem LinkOutside(string file) =>
        new("PK6005", ProblemSeverity.Warning, new(file), "is a link to a place outside the scanned folders and was not followed");

    internal static LicenceProblem NothingFound(string root) =>
        new("PK6006", ProblemSeverity.Error, new(root), "holds no lock file, SBOM or installed packages that can be checked");

    internal static LicenceProblem NotInstalled(string file, string what) =>
        new("PK6007", ProblemSeverity.Warning, new(file), what);

    internal static LicenceProblem Incomplete(string file, int line, string what) => new("PK6003", ProblemSeverity.Error, new(file, line), $"is incomplete: {what}");

    internal static LicenceProblem PolicyError(string message) => new("PK6008", ProblemSeverity.Error, default, message);

    internal static LicenceProblem PolicyNote(string message) => new("PK6009", ProblemSeverity.Note, default, message);

    internal static LicenceProblem NotNeeded(string message) => new("PK6010", ProblemSeverity.Note, default, message);
}
