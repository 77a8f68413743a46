// What `pipelinekit explain` says about a pipeline, as the Makefile that one would keep by hand: a target per job with the same commands, folders and
// variables, an install per folder, and `all` for the jobs of the quality gate, one after the other.
using System.Text;

class MakeJob
{
    public string Id { get; init; }
    public string Folder { get; set; } = ".";
    public bool IsGated { get; set; }
    public List<string> Variables { get; } = [];
    public List<string> Install { get; } = [];
    public List<string> Commands { get; } = [];
    public string InstallTarget => $"install-{(Folder == "." ? "root" : Folder.Replace('/', '-'))}";

    // A command as explain writes it: words, in single quotes where they hold a blank, and in brackets what happens to it.
    public string Recipe(string text)
    {
        var parts = Regex.Match(text, @"^(.*?)(?: {3}\((.*)\))?$");
        var words = Regex.Matches(parts.Groups[1].Value, @"'([^']*)'|(\S+)").Select(m => m.Groups[m.Groups[2].Success ? 2 : 1].Value);
        var output = Regex.Match(parts.Groups[2].Value, @"output to (\S+?)(?:;|$)").Groups[1].Value;
        var line = string.Join(' ', Variables.Concat(words.Select(Quote))) + (output == "" ? "" : $" > {output}");
        return $"\t{(parts.Groups[2].Value.Contains("findings are reported only") ? "-" : "")}cd {Folder} && {line}".Replace("$", "$$");
    }

    public static string Quote(string word) => Regex.IsMatch(word, @"^[A-Za-z0-9_./:=@,+-]+$") ? word : $"'{word.Replace("'", @"'\''")}'";
}

string MakefileOf(string explained)
{
    var jobs = new List<MakeJob>();
    foreach (var line in explained.Split('\n'))
    {
        if (Regex.Match(line, "^([a-z0-9-]+) - ") is { Success: true } head)
            jobs.Add(new() { Id = head.Groups[1].Value });
        else if (jobs.LastOrDefault() is { } job && Regex.Match(line, "^ {2}([a-z]+) +(.*)$") is { Success: true } fact)
            Add(job, fact.Groups[1].Value, fact.Groups[2].Value);
    }
    var gate = jobs.Where(j => j.IsGated && j.Commands.Count > 0).ToList();
    if (gate.Count == 0)
        throw new CakeException("no job of a quality gate was explained");
    var installs = gate.Where(j => j.Install.Count > 0).DistinctBy(j => j.InstallTarget).ToList();

    var text = new StringBuilder($"all: {string.Join(' ', gate.Select(j => j.Id))}\n");
    foreach (var job in installs)
        Target(job.InstallTarget, "", job.Install.Select(job.Recipe));
    foreach (var job in gate)
        Target(job.Id, job.Install.Count > 0 ? job.InstallTarget : "", job.Commands.Select(job.Recipe).Prepend($"\t@mkdir -p {job.Folder}/reports/{job.Id}"));
    return text.ToString();

    void Target(string name, string needs, IEnumerable<string> lines) =>
        text.Append($".PHONY: {name}\n{name}: {needs}\n{string.Join('\n', lines)}\n");
    static void Add(MakeJob job, string key, string value)
    {
        switch (key)
        {
            case "phase": job.IsGated = value.Contains("counted by the quality gate"); break;
            case "folder": job.Folder = value; break;
            case "env": job.Variables.Add(value[..value.IndexOf(' ')] + "=" + MakeJob.Quote(value[(value.IndexOf('=') + 2)..])); break;
            case "install": job.Install.Add(value); break;
            case "run": job.Commands.Add(value); break;
        }
    }
}
