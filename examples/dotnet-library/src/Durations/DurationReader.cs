using System.Globalization;

namespace Durations;

/// <summary>Reads one text from left to right; designators must come in the order of the standard, each at most once.</summary>
internal sealed class DurationReader(string text)
{
    private const string DateDesignators = "YMWD";
    private const string ClockDesignators = "HMS";
    private int position;

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="FormatException">The text is not a duration.</exception>
    public Duration Read()
    {
        Expect('P');
        var date = ReadParts(DateDesignators, wholeOnly: true);
        decimal[] clock = new decimal[ClockDesignators.Length];
        var hasClock = position < text.Length && text[position] == 'T';
        if (hasClock)
        {
            position++;
            var start = position;
            clock = ReadParts(ClockDesignators, wholeOnly: false);
            if (position == start)
            {
                throw Problem("a number is expected after T");
            }
        }

        if (position < text.Length || position == 1)
        {
            throw Problem("a number with a designator is expected");
        }

        return Build(date, clock);
    }

    private Duration Build(decimal[] date, decimal[] clock)
    {
        try
        {
            var ticks = (((clock[0] * 60) + clock[1]) * 60 + clock[2]) * TimeSpan.TicksPerSecond;
            return new Duration((int)date[0], (int)date[1], (int)((date[2] * 7) + date[3]), new TimeSpan((long)ticks));
        }
        catch (OverflowException)
        {
            throw new FormatException($"'{text}' is longer than a duration can be.");
        }
    }

    private decimal[] ReadParts(string designators, bool wholeOnly)
    {
        var parts = new decimal[designators.Length];
        var next = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            var number = ReadNumber(wholeOnly);
            var designator = position < text.Length ? designators.IndexOf(text[position], next) : -1;
            if (designator < 0)
            {
                throw Problem($"one of {string.Join(", ", designators[next..].ToCharArray())} is expected");
            }

            parts[designator] = number;
            next = designator + 1;
            position++;
        }

        return parts;
    }

    private decimal ReadNumber(bool wholeOnly)
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || (!wholeOnly && text[position] is '.' or ',')))
        {
            position++;
        }

        var digits = text[start..position].Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Problem($"'{digits}' is not a number");
    }

    private void Expect(char expected)
    {
        if (position >= text.Length || text[position] != expected)
        {
            throw Problem($"{expected} is expected");
        }

        position++;
    }

    private FormatException Problem(string problem) => new($"'{text}', position {position}: {problem}.");
}
