namespace Scriban.Runtime;

/// <summary>Shared boxes of small integers and booleans, so that loops and conditions do not allocate.</summary>
internal static class Boxes
{
    private const int Lowest = -128;
    private const int Highest = 1023;

    private static readonly object[] Small = MakeSmall();

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => value is >= Lowest and <= Highest ? Small[value - Lowest] : value;

    private static object[] MakeSmall()
    {
        var boxes = new object[Highest - Lowest + 1];
        for (var i = 0; i < boxes.Length; i++)
        {
            boxes[i] = i + Lowest;
        }

        return boxes;
    }
}
