using System.Text;
using PipelineKit.Core.Model;
using PipelineKit.Execution.Planning;

namespace PipelineKit.Execution.Output;

/// <summary>Hides the values of declared secrets in everything that is shown and kept.</summary>
internal sealed class SecretMask
{
    private const string Mask = "***";

    // Shorter ones stand in any text by chance: hiding them would make it unreadable and tell where they are.
    private const int Shortest = 3;

    private readonly List<string> _values;

    /// <param name="values">What to hide. Of a value of several lines each line is hidden by itself, as output comes by the line.</param>
    public SecretMask(IEnumerable<string> values)
    {
        _values = [.. values.SelectMany(v => v.Split('\n', '\r')).Where(v => v.Length >= Shortest).Distinct(StringComparer.Ordinal)];
        Longest = _values.Count == 0 ? 0 : _values.Max(v => v.Length);
    }

    /// <summary>Length of the longest one; 0 when there is nothing to hide.</summary>
    public int Longest { get; }

    /// <summary>The secrets of all jobs as the environment has them.</summary>
    public static SecretMask Of(IEnumerable<Job> jobs, IReadOnlyDictionary<string, string> variables) =>
        new(jobs.SelectMany(j => j.Secrets()).Distinct(StringComparer.Ordinal).Select(name => variables.GetValueOrDefault(name) ?? ""));

    /// <summary>The text with every secret as three asterisks.</summary>
    public string Apply(string text)
    {
        var hidden = Find(text);
        if (hidden.Count == 0)
        {
            return text;
        }

        var (shown, done) = (new StringBuilder(), 0);
        foreach (var (from, to) in hidden)
        {
            shown.Append(text, done, from - done).Append(Mask);
            done = to;
        }

        return shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Where a text may be cut so that no secret is cut in two: at the place asked for, or before it, or behind a secret that begins the text.</summary>
    public int CutAt(string text, int wanted)
    {
        var (from, to) = Find(text).Find(h => h.From < wanted && wanted < h.To);
        return to == 0 ? wanted : from > 0 ? from : to;
    }

    // Places of secrets in order; those that overlap or touch are one.
    private List<(int From, int To)> Find(string text)
    {
        var found = new List<(int From, int To)>();
        foreach (var value in _values)
        {
            for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal))
            {
                found.Add((at, at + value.Length));
            }
        }

        found.Sort();
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in found)
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }
}
