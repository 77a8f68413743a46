using System.Globalization;
using System.Text;

namespace PipelineKit.TestCases;

/// <summary>
/// Makes what a case does not commit because it is huge, binary or a matter of permissions. One line each:
/// <c>fill PATH MEGABYTES</c>, <c>nest PATH LEVELS flow|list</c>, <c>bombs PATH LEVELS</c> (aliases of aliases), <c>bytes PATH HEX</c>,
/// <c>symlink PATH TARGET</c>, <c>pipe PATH</c>, <c>readonly PATH</c>.
/// </summary>
internal static class ErrCaseRecipe
{
    public static void Make(string line, string folder)
    {
        var words = line.Trim().Split(' ');
        var path = Path.Combine(folder, words[1]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        switch (words[0])
        {
            case "fill":
                Fill(path, Number(words[2]));
                break;
            case "nest":
                File.WriteAllText(path, words[3] == "flow" ? "stages: " + new string('[', Number(words[2])) : "stages:\n  " + string.Concat(Enumerable.Repeat("- ", Number(words[2]))) + "x\n");
                break;
            case "bombs":
                File.WriteAllText(path, Bombs(Number(words[2])));
                break;
            case "bytes":
                File.WriteAllBytes(path, Convert.FromHexString(words[2]));
                break;
            case "symlink":
                File.CreateSymbolicLink(path, words[2]);
                break;
            case "pipe":
                System.Diagnostics.Process.Start("mkfifo", [path]).WaitForExit();
                break;
            case "readonly":
                Directory.CreateDirectory(path);
                MakeReadOnly(path);
                break;
            default:
                throw new InvalidOperationException($"unknown recipe: {line}");
        }
    }

    private static void Fill(string path, int megabytes)
    {
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("# fifteen bytes\n", 65536)));
        using var file = File.Create(path);
        for (var i = 0; i < megabytes; i++)
        {
            file.Write(block);
        }
    }

    private static string Bombs(int levels)
    {
        var text = new StringBuilder("version: 1\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var i = 1; i < levels; i++)
        {
            var inner = string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10));
            text.Append(CultureInfo.InvariantCulture, $"x{i}: &x{i} [{inner}]\n");
        }

        return text.ToString();
    }

    private static void MakeReadOnly(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
