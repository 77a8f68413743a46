using System.Diagnostics;

namespace PipelineKit.Cli.Packs;

/// <summary>Runs git: with the user's own credentials, without a question on the terminal, without hooks, and over no protocol that runs a command.</summary>
internal static class GitCommand
{
    private static readonly string[] Safe = ["-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never", "-c", "gc.auto=0"];

    /// <summary>What a run gave.</summary>
    /// <param name="Exit">Exit code; -1 when git could not be started.</param>
    /// <param name="Out">Standard output.</param>
    /// <param name="Error">Standard error, trimmed.</param>
    internal sealed record Result(int Exit, byte[] Out, string Error)
    {
        public string Text => System.Text.Encoding.UTF8.GetString(Out);
    }

    public static Result Run(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in Safe.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        // A repository that this runs in must not be the one that somebody else's variables name.
        foreach (var variable in start.Environment.Keys.Where(k => k is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_INDEX_FILE" or "GIT_OBJECT_DIRECTORY").ToList())
        {
            start.Environment.Remove(variable);
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["GIT_ALLOW_PROTOCOL"] = "https:ssh:file";
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync();
            using var output = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(output);
            process.WaitForExit();
            return new(process.ExitCode, output.ToArray(), error.GetAwaiter().GetResult().Trim());
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new(-1, [], $"git cannot be started: {e.Message}");
        }
    }
}
