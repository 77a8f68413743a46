namespace PipelineKit.Execution.Incremental;

/// <summary>A glob of *, ** and ? over paths with '/'. A folder's name matches all that is in it.</summary>
internal sealed class GlobPattern
{
    private readonly List<Part> _parts = [];

    public GlobPattern(string glob)
    {
        var text = glob.TrimEnd('/');
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '*')
            {
                _parts.Add(text[at] == '?' ? new Part(Kind.One, ' ') : new Part(Kind.Character, text[at]));
            }
            else if (at + 1 == text.Length || text[at + 1] != '*')
            {
                _parts.Add(new Part(Kind.Name, ' '));
            }
            else
            {
                var folders = at + 2 < text.Length && text[at + 2] == '/';
                _parts.Add(new Part(folders ? Kind.Folders : Kind.All, ' '));
                at += folders ? 2 : 1;
            }
        }
    }

    private enum Kind
    {
        /// <summary>The character itself.</summary>
        Character,

        /// <summary>One character of a name.</summary>
        One,

        /// <summary>Any part of a name.</summary>
        Name,

        /// <summary>Whole folders, or none: <c>**/</c>.</summary>
        Folders,

        /// <summary>Anything.</summary>
        All,
    }

    public static bool IsGlob(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>All places of the pattern are followed at the same time, so no pattern takes long.</summary>
    public bool IsMatch(string path)
    {
        var places = new bool[_parts.Count + 1];
        Reach(places, 0);
        foreach (var character in path)
        {
            // The pattern names a folder, and the rest lies in it.
            if (places[_parts.Count] && character == '/')
            {
                return true;
            }

            places = Step(places, character);
        }

        return places[_parts.Count];
    }

    private bool[] Step(bool[] places, char character)
    {
        var next = new bool[places.Length];
        for (var at = 0; at < _parts.Count; at++)
        {
            if (!places[at])
            {
                continue;
            }

            var (kind, own) = _parts[at];
            if (kind == Kind.All || (kind == Kind.Name && character != '/'))
            {
                Reach(next, at);
            }
            else if (kind == Kind.Folders)
            {
                next[at] = true;
                if (character == '/')
                {
                    Reach(next, at + 1);
                }
            }
            else if (kind == Kind.One ? character != '/' : character == own)
            {
                Reach(next, at + 1);
            }
        }

        return next;
    }

    // What may stand for nothing is passed over as well.
    private void Reach(bool[] places, int at)
    {
        places[at] = true;
        if (at < _parts.Count && _parts[at].Kind is Kind.Name or Kind.All or Kind.Folders && !places[at + 1])
        {
            Reach(places, at + 1);
        }
    }

    private sealed record Part(Kind Kind, char Character);
}
