namespace PipelineKit.Cli.Output;

/// <summary>Colours of the eight standard ones (ECMA-48, SGR), which follow the terminal's own theme.</summary>
internal enum AnsiColour
{
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
    Grey = 90,
    Bold = 1,
}

/// <summary>Paints text, or leaves it alone: meaning is never in the colour only.</summary>
internal static class Ansi
{
    public static string Paint(string text, AnsiColour colour, bool on) => on ? $"\e[{(int)colour}m{text}\e[0m" : text;
}
