using System.Globalization;
using System.Text;

namespace PipelineKit.Platforms.Tests.Hostile;

/// <summary>A spec made to break something, and what it means if it is taken at all.</summary>
internal sealed class HostileSpec
{
    private static readonly string[] Traps =
    [
        "", " ", "$HOME", "$$", "${X}", "${{ github.token }}", "${{", "}}", "%PATH%", "%%", "`id`", "$(id)", "it's", "\"", "\\", "*", "~", "a b", "a\nb", "a\r\nb",
        "- x", ": ", "x: y", "#", " # c", "!", "!!str", "&a", "*a", "{{ x }}", "{% x %}", "{a: b}", "[a]", "-n", "--config=x", "=", "yes", "on", "1e3", "0x1F", "1_000",
        "2026-01-01", "null", "---", "...", "|", ">", "\t", "\u0007", "\u001b[31m", "\u0085", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud83d\ude00",
        "e\u0301", "\u00e9", "&& rm -rf /", "; exit 0", "| tee", "> x", "<< EOF", "\n      - run: evil", "\n  evil:\n    script: evil", "*/ evil", "\"); Evil(\"",
        "$CI_JOB_TOKEN", "${CI_JOB_TOKEN}", "%CI_JOB_TOKEN%", "refs/heads/x", "a..b", "v*", "**", "?", "[0-9]",
    ];

    private readonly Dice _dice;

    public HostileSpec(int seed)
    {
        _dice = new Dice(seed);
        var text = new StringBuilder("version: 1\ntargets: [github, gitlab, cake]\nstack: python\npython: { manager: system }\n");
        if (_dice.OneIn(4))
        {
            text.Append(CultureInfo.InvariantCulture, $"name: {Quote(Word())}\n");
        }

        text.Append("stages:\n");
        var count = 1 + _dice.Next(4);
        for (var i = 0; i < count; i++)
        {
            Stage(text, _dice.OneIn(25) ? Word() : $"s{i}");
        }

        Text = text.ToString();
    }

    /// <summary>The spec.</summary>
    public string Text { get; }

    /// <summary>Arguments of each stage's commands, in order.</summary>
    public Dictionary<string, List<string[]>> Commands { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables of each stage.</summary>
    public Dictionary<string, Dictionary<string, string>> Env { get; } = new(StringComparer.Ordinal);

    private void Stage(StringBuilder text, string id)
    {
        List<string[]> commands = [.. Enumerable.Range(0, 1 + _dice.Next(3)).Select(_ => (string[])["probe", .. Enumerable.Range(0, _dice.Next(5)).Select(_ => Word())])];
        Commands[id] = commands;
        Env[id] = Enumerable.Range(0, _dice.Next(4)).ToDictionary(i => $"V{i}", _ => Word(), StringComparer.Ordinal);
        text.Append(CultureInfo.InvariantCulture, $"  {Quote(id)}:\n    run: [{string.Join(", ", commands.Select(List))}]\n");
        if (Env[id].Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"    env: {{ {string.Join(", ", Env[id].Select(e => $"{e.Key}: {Quote(e.Value)}"))} }}\n");
        }

        Sometimes(text, 6, () => $"    title: {Quote(Word())}\n");
        Sometimes(text, 8, () => $"    when: {{ branches: {List([Word()])} }}\n");
        Sometimes(text, 12, () => $"    secrets: {List([Word()])}\n");
        Sometimes(text, 12, () => $"    artifacts: [{{ id: {Quote(Word())}, paths: {List([Word()])} }}]\n");
        Sometimes(text, 12, () => $"    reports: [{{ kind: junit, path: {Quote(Word())} }}]\n");
        Sometimes(text, 25, () => $"    image: {Quote(Word())}\n");
        Sometimes(text, 25, () => $"    {Quote(Word())}: {Quote(Word())}\n");
        Sometimes(text, 40, () => $"    {Word()}\n");
    }

    private void Sometimes(StringBuilder text, int sides, Func<string> line) => text.Append(_dice.OneIn(sides) ? line() : "");

    private string Word()
    {
        var word = _dice.OneIn(3) ? "plain" + _dice.Next(100).ToString(CultureInfo.InvariantCulture) : Traps[_dice.Next(Traps.Length)];
        word = _dice.OneIn(3) ? word + Traps[_dice.Next(Traps.Length)] : word;
        return _dice.OneIn(60) ? word + new string('x', 5_000) : word;
    }

    private static string List(IEnumerable<string> words) => "[" + string.Join(", ", words.Select(Quote)) + "]";

    // A double-quoted scalar with every character that is not plain ASCII as an escape (YAML 1.2.2, section 5.7).
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value is >= ' ' and <= '~' and not ('"' or '\\')
                ? quoted.Append((char)rune.Value)
                : quoted.Append("\\U").Append(rune.Value.ToString("x8", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    // The same sequence on every machine and in every version of the base library (Numerical Recipes' linear congruential generator).
    private sealed class Dice(int seed)
    {
        private ulong _state = ((ulong)(uint)seed * 2_862_933_555_777_941_757UL) + 3_037_000_493UL;

        public int Next(int sides)
        {
            _state = (_state * 6_364_136_223_846_793_005UL) + 1_442_695_040_888_963_407UL;
            return (int)((_state >> 33) % (ulong)sides);
        }

        public bool OneIn(int sides) => Next(sides) == 0;
    }
}
