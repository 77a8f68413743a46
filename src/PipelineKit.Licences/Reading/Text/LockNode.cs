namespace PipelineKit.Licences.Reading.Text;

/// <summary>
/// A value of a lock file, whatever its syntax (YAML, TOML, JSON, Yarn 1): a text, a list or a table, with the line it begins on.
/// </summary>
internal sealed class LockNode(int line)
{
    private OrderedDictionary<string, LockNode>? members;
    private List<LockNode>? items;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The scalar as text; null for a list, a table and a null value.</summary>
    public string? Text { get; init; }

    /// <summary>It is a table.</summary>
    public bool IsTable => members is not null;

    /// <summary>It is a list.</summary>
    public bool IsList => items is not null;

    /// <summary>The entries of a table in their order; none of anything else.</summary>
    public IEnumerable<KeyValuePair<string, LockNode>> Members => members ?? Enumerable.Empty<KeyValuePair<string, LockNode>>();

    /// <summary>The items of a list; none of anything else.</summary>
    public IReadOnlyList<LockNode> Items => items ?? (IReadOnlyList<LockNode>)[];

    /// <summary>The value of a key; null if there is none or this is no table.</summary>
    public LockNode? this[string key] => members?.GetValueOrDefault(key);

    /// <summary>The entries of the table under a key; none if there is none.</summary>
    public IEnumerable<KeyValuePair<string, LockNode>> MembersOf(string key) => this[key]?.Members ?? [];

    /// <summary>The text under a key; null if there is none.</summary>
    public string? TextOf(string key) => this[key]?.Text;

    /// <summary>An empty table.</summary>
    public static LockNode Table(int line) => new(line) { members = new(StringComparer.Ordinal) };

    /// <summary>An empty list.</summary>
    public static LockNode List(int line) => new(line) { items = [] };

    /// <summary>Adds an entry to a table.</summary>
    /// <exception cref="LockFormatException">The table has the key already.</exception>
    public void Add(string key, LockNode value, int line)
    {
        if (!members!.TryAdd(key, value))
        {
            throw new LockFormatException($"\"{key}\" stands twice, first on line {members[key].Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}", line);
        }
    }

    /// <summary>Adds an item to a list.</summary>
    public void Add(LockNode item) => items!.Add(item);
}
