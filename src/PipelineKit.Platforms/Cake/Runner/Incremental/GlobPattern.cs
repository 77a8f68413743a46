using System.Text;
using System.Text.RegularExpressions;

namespace PipelineKitRunner;

/// <summary>A glob of *, ** and ? over paths with '/'. A folder's name matches all that is in it.</summary>
internal sealed class GlobPattern
{
    private readonly Regex _regex;

    public GlobPattern(string glob) =>
        _regex = new Regex(Translate(glob.TrimEnd('/')), RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(5));

    public bool IsMatch(string path) => _regex.IsMatch(path);

    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    private static string Translate(string glob)
    {
        var text = new StringBuilder("^");
        for (var i = 0; i < glob.Length; i++)
        {
            if (glob[i] == '*' && i + 1 < glob.Length && glob[i + 1] == '*')
            {
                var folder = i + 2 < glob.Length && glob[i + 2] == '/';
                text.Append(folder ? "(?:.*/)?" : ".*");
                i += folder ? 2 : 1;
            }
            else
            {
                text.Append(glob[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return text.Append("(?:/.*)?$").ToString();
    }
}
