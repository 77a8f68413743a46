// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// Tools whose version matters: "dotnet >= 10.0", "node 22" (22.1 as well), "uv = 0.12.5". Loaded where a stage asks for one.

// Pattern finds the version in what the probe prints.
void Tool(string name, string hint, string[] probe, string pattern) =>
    tools[name] = (hint, (stage, need) => HasVersion(stage, need[name.Length..].TrimStart(), probe, pattern));

bool HasVersion(StageInfo stage, string wanted, string[] probe, string pattern)
{
    if (Find(probe[0], stage) is null)
        return false;
    using var output = new MemoryStream();
    Start([.. probe.Select(word => word.Replace("{version}", wanted))], stage, output);
    var found = Regex.Match(Encoding.UTF8.GetString(output.ToArray()), pattern, RegexOptions.Multiline);
    if (!found.Success)
        return false;
    var version = found.Groups.Values.Last().Value;
    if (Accepts(wanted, version))
        return true;
    Warning("{0} is asked for; this machine has {1}", wanted, version);
    return false;
}

static bool Accepts(string wanted, string found)
{
    static Version Number(string text) => new(Regex.Match($"{text}.0.0", @"\d+\.\d+\.\d+").Value);
    if (wanted.StartsWith(">= "))
        return Number(found) >= Number(wanted);
    if (wanted.StartsWith("= "))
        return found == wanted[2..];
    var isNumber = Regex.IsMatch(wanted, @"^\d"); // "lts/*" is not
    return !isNumber || Regex.IsMatch(found, $@"^{Regex.Escape(Regex.Replace(wanted, @"\.x$", ""))}([.-]|$)");
}
