using System.Diagnostics;
using System.Text;

namespace PipelineKit.Execution.Processes;

/// <summary>How a program is started on this system.</summary>
/// <param name="finder">Where programs are.</param>
/// <param name="variables">The environment of the run.</param>
internal sealed class StartInfo(ProgramFinder finder, IReadOnlyDictionary<string, string> variables)
{
    // A session of its own: its members can be told from others, and no signal of a terminal reaches them but ours.
    private readonly string? _setsid = OperatingSystem.IsLinux() ? finder.Find("setsid", "/") : null;

    /// <param name="file">The program.</param>
    /// <param name="request">Arguments, folder, variables.</param>
    /// <param name="mark">Text by which its descendants are known.</param>
    public ProcessStartInfo Make(string file, ProcessRequest request, string mark)
    {
        var info = new ProcessStartInfo
        {
            WorkingDirectory = request.Directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            StandardOutputEncoding = Encoding.UTF8,
        };
        SetCommand(info, file, request.Arguments);
        info.Environment.Clear();
        foreach (var (name, value) in variables.Concat(request.Env))
        {
            info.Environment[name] = value;
        }

        info.Environment[LinuxProcesses.Variable] = mark;
        return info;
    }

    private void SetCommand(ProcessStartInfo info, string file, IReadOnlyList<string> arguments)
    {
        if (finder.Windows && BatchCommandLine.IsBatch(file))
        {
            info.FileName = variables.GetValueOrDefault("ComSpec") ?? "cmd.exe";
            info.Arguments = BatchCommandLine.Make(file, arguments);
            return;
        }

        List<string> line = [.. _setsid is null ? (string[])[] : [_setsid], .. IsBareScript(file) ? (string[])["/bin/sh"] : [], file, .. arguments];
        info.FileName = line[0];
        line.GetRange(1, line.Count - 1).ForEach(info.ArgumentList.Add);
    }

    // A script without a first line that names its interpreter: the system refuses it, shells run it themselves.
    private bool IsBareScript(string file)
    {
        if (finder.Windows)
        {
            return false;
        }

        try
        {
            using var handle = File.OpenHandle(file);
            Span<byte> head = stackalloc byte[128];
            head = head[..RandomAccess.Read(handle, head, 0)];
            return !head.StartsWith("#!"u8) && !head.Contains((byte)0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It may be executed and not read.
            return false;
        }
    }
}
