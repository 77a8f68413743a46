namespace PipelineKit.Licences.Reading;

/// <summary>What a source asks for and does not hold. A hole is an error: the packages behind it were never judged.</summary>
/// <param name="shown">The file as reports show it.</param>
/// <param name="where">What has no entry where, e.g. <c>has no entry in it</c>.</param>
/// <param name="cure">What helps, as a command or a sentence.</param>
internal sealed class LockHoles(string shown, string where, string cure)
{
    private const int MaximumTold = 5;
    private readonly List<(int Line, string What)> holes = [];

    /// <summary>Notes a hole; <paramref name="line"/> is that of the asking entry.</summary>
    public void Add(int line, string asking, string asked) => Add(line, $"{asking} asks for \"{asked}\", which {where}");

    /// <summary>Notes a hole in words.</summary>
    public void Add(int line, string what) => holes.Add((line, what));

    /// <summary>Tells the first of them, and how many there are.</summary>
    public void Report(ReadContext context)
    {
        foreach (var (line, what) in holes.Take(MaximumTold))
        {
            context.Problems.Add(LicenceProblem.Incomplete(shown, line, $"{what}; {cure}"));
        }

        if (holes.Count > MaximumTold)
        {
            context.Problems.Add(LicenceProblem.Incomplete(shown, 0, FormattableString.Invariant($"{holes.Count - MaximumTold} more such entries are missing")));
        }
    }
}
