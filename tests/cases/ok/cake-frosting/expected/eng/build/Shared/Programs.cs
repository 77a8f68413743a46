// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
using System.Diagnostics;
using System.Text.RegularExpressions;
using Cake.Common;
using Cake.Common.IO;
using Cake.Core;
using Cake.Core.IO;

namespace Build;

/// <summary>Starts programs without a shell: every argument arrives as it stands there.</summary>
public static partial class Programs
{
    /// <summary>How long a program may take to tell its version.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Runs a program and gives its exit code. Unlike <c>StartProcess</c>, a time limit ends all that it has started.</summary>
    public static int Start(ICakeContext context, string[] command, StageSettings settings, TimeSpan limit, Stream? output)
    {
        var file = Find(context, command[0], settings) ?? throw new CakeException($"{command[0]} is not there");
        var isBatch = file.GetExtension() is ".cmd" or ".bat";
        var start = isBatch
            ? new ProcessStartInfo("cmd.exe", BatchArguments(file.FullPath, command[1..]))
            : new ProcessStartInfo(file.FullPath, command[1..]);
        start.WorkingDirectory = settings.Directory;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = output is not null;
        foreach (var (name, value) in settings.Env)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close(); // nobody answers questions
        var copy = output is null ? null : process.StandardOutput.BaseStream.CopyToAsync(output);
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new CakeException($"longer than {settings.Minutes} minutes");
        }

        copy?.Wait(TimeSpan.FromSeconds(2)); // servers may be left behind
        return process.ExitCode;
    }

    /// <summary>The file of a program, or null.</summary>
    public static FilePath? Find(ICakeContext context, string program, StageSettings settings)
    {
        string[] names = context.IsRunningOnWindows() ? [$"{program}.exe", $"{program}.cmd", $"{program}.bat"] : [program];
        if (!program.Contains('/'))
        {
            return context.Tools.Resolve(names);
        }

        var directory = context.MakeAbsolute(context.Directory(settings.Directory));
        return names.Select(name => new FilePath(name).MakeAbsolute(directory)).FirstOrDefault(context.FileExists);
    }

    /// <summary>cmd.exe, which runs .cmd files, wants quotes doubled, and % broken up lest it expands variables.</summary>
    public static string BatchArguments(string file, string[] arguments)
    {
        var words = arguments.Prepend(file).Select(text => Quotes().Replace(text, "$1$1$2$2").Replace("%", "%%cd:~,%")).ToList();
        return words.Exists(text => text.AsSpan().IndexOfAny("\r\n\0") >= 0)
            ? throw new CakeException($"{file} cannot take line breaks")
            : $"/e:ON /v:OFF /d /c \"\"{string.Join("\" \"", words)}\"\"";
    }

    [GeneratedRegex(@"(\\*)(""|$)")]
    private static partial Regex Quotes();
}
