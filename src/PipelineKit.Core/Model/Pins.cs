namespace PipelineKit.Core.Model;

/// <summary>A GitHub action at one commit.</summary>
/// <param name="Action">Owner and name, for example <c>actions/checkout</c>; a path below it shares the pin.</param>
/// <param name="Version">Release tag shown as a comment.</param>
/// <param name="Commit">Full commit SHA-1.</param>
public sealed record ActionPin(string Action, string Version, string Commit);

/// <summary>What a pin holds.</summary>
public enum PinKind
{
    /// <summary>An action: <c>TAG@COMMIT</c>.</summary>
    Action,

    /// <summary>A tool or toolchain: a version.</summary>
    Tool,

    /// <summary>An image that the library names: <c>TAG</c>, <c>TAG@sha256:DIGEST</c>.</summary>
    Image,
}

/// <summary>Who says a pin, the weakest first.</summary>
public enum PinOwner
{
    /// <summary>The library.</summary>
    BuiltIn,

    /// <summary>A pack that the spec extends.</summary>
    Pack,

    /// <summary>The lock file: taken over from a bump of a committed file, or by <c>pins update</c>.</summary>
    Lock,

    /// <summary>A file of <c>.pipelinekit/pins/</c>.</summary>
    Repository,

    /// <summary><c>pins:</c> of the spec.</summary>
    Spec,
}

/// <summary>One pin.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Id"><c>actions/checkout</c>, <c>ruff</c>, or an image as the library names it (<c>busybox:1.37.0</c>).</param>
/// <param name="Value">What it is held at, in the form of its <see cref="PinKind"/>.</param>
/// <param name="Owner">Who says so.</param>
public sealed record Pin(PinKind Kind, string Id, string Value, PinOwner Owner)
{
    /// <summary>Day of its release, where the data says it.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The part before <c>@</c>: a tag or version.</summary>
    public string Version => Value.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? Value[..at] : Value;

    /// <summary>The part behind <c>@</c>: a commit or digest; empty when there is none.</summary>
    public string Commit => Value.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? Value[(at + 1)..] : "";
}

/// <summary>The pin table: the commits that actions, and the versions that tools and images, are held at. It does not change; layers make a new one.</summary>
public sealed class PinTable
{
    private readonly Dictionary<string, Pin> _pins;

    /// <summary>Makes a table of built-in pins; a later pin of the same thing wins.</summary>
    public PinTable(IEnumerable<ActionPin> actions, IEnumerable<KeyValuePair<string, string>> tools)
        : this([])
    {
        foreach (var action in actions)
        {
            Set(new Pin(PinKind.Action, action.Action, $"{action.Version}@{action.Commit}", PinOwner.BuiltIn));
        }

        foreach (var (tool, version) in tools)
        {
            Set(new Pin(PinKind.Tool, tool, version, PinOwner.BuiltIn));
        }
    }

    private PinTable(IEnumerable<Pin> pins) => _pins = pins.ToDictionary(Key, StringComparer.Ordinal);

    /// <summary>A table without pins.</summary>
    public static PinTable Empty { get; } = new([]);

    /// <summary>All pins, by kind and id.</summary>
    public IEnumerable<Pin> All => _pins.Values.OrderBy(p => p.Kind).ThenBy(p => p.Id, StringComparer.Ordinal);

    /// <summary>Ids of all pinned tools and toolchains.</summary>
    public IEnumerable<string> ToolIds => _pins.Values.Where(p => p.Kind == PinKind.Tool).Select(p => p.Id);

    /// <summary>This table with the pins of a layer over it.</summary>
    public PinTable With(IEnumerable<Pin> pins)
    {
        var table = new PinTable(_pins.Values);
        foreach (var pin in pins)
        {
            table.Set(pin);
        }

        return table;
    }

    /// <summary>The pin of exactly this id, or null.</summary>
    public Pin? Find(PinKind kind, string id) => _pins.GetValueOrDefault(Key(kind, id));

    /// <summary>The pin of an action or of the repository that holds it (<c>github/codeql-action/upload-sarif</c>), or null.</summary>
    public Pin? FindActionPin(string action)
    {
        if (Find(PinKind.Action, action) is { } pin)
        {
            return pin;
        }

        var parts = action.Split('/');
        return parts.Length > 2 ? Find(PinKind.Action, $"{parts[0]}/{parts[1]}") : null;
    }

    /// <summary>The same as an action at its commit.</summary>
    public ActionPin? FindAction(string action) => FindActionPin(action) is { } pin ? new ActionPin(pin.Id, pin.Version, pin.Commit) : null;

    /// <summary>The version of a tool or toolchain, or null.</summary>
    public string? FindTool(string id) => Find(PinKind.Tool, id)?.Value;

    /// <summary>The pin of an image by its name with or without the tag that the library gives it, or null.</summary>
    /// <remarks>Of two pins the one whose owner is the stronger counts, and of one owner's the one that is said more exactly.</remarks>
    public Pin? FindImage(string image) => (Find(PinKind.Image, image), Find(PinKind.Image, RepositoryOf(image))) switch
    {
        ({ } exact, { } other) => other.Owner > exact.Owner ? other : exact,
        (var exact, var other) => exact ?? other,
    };

    /// <summary>An image as it is held; the image itself where no pin says another tag or a digest.</summary>
    /// <param name="image">As the library names it, versions filled in, without the prefix of a mirror.</param>
    public string Image(string image)
    {
        var pin = FindImage(image);
        return pin is null ? image : pin.Value.StartsWith('@') ? image + pin.Value : $"{RepositoryOf(image)}:{pin.Value}";
    }

    private static string RepositoryOf(string image) => image.LastIndexOf(':') is var colon && colon > image.LastIndexOf('/') ? image[..colon] : image;

    private static string Key(Pin pin) => Key(pin.Kind, pin.Id);

    // Names of repositories on GitHub do not tell upper from lower case.
    private static string Key(PinKind kind, string id) => kind switch
    {
        PinKind.Action => "a " + id.ToLowerInvariant(),
        PinKind.Tool => "t " + id,
        _ => "i " + id,
    };

    private void Set(Pin pin) => _pins[Key(pin)] = pin;
}
