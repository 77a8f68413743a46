using PipelineKit.Parity.Tests.Reading;
using PipelineKit.Parity.Tests.Tables;
using YamlDotNet.RepresentationModel;

namespace PipelineKit.Parity.Tests.GitLab;

/// <summary>Jobs with what they have from elsewhere: the job that they extend, the default image, and the variables of all jobs.</summary>
internal sealed class WholeJobs
{
    private readonly YamlMappingNode _root;
    private readonly YamlMappingNode _variables = new();
    private readonly YamlMappingNode _image = new();

    public WholeJobs(YamlMappingNode root)
    {
        _root = root;
        foreach (var (name, value) in root.Get("variables").Entries())
        {
            // A variable that a job has without saying so is one that its tools may read: only those of toolchains and caches are.
            if (ToolchainTable.GitLab.Variable(name, value.Text() ?? "") is null)
            {
                throw new UnreadableException($"a variable of all jobs that no toolchain reads: {name}");
            }
        }

        if (root.Get("variables") is { } variables)
        {
            _variables.Add("variables", variables);
        }

        if (root.Get("default").Get("image") is { } image)
        {
            _image.Add("image", image);
        }
    }

    /// <summary>The job as the runner sees it.</summary>
    public YamlNode Of(YamlNode job)
    {
        var extended = job.Text("extends") is not { } name ? new YamlMappingNode()
            : _root.Get(name) as YamlMappingNode ?? throw new UnreadableException($"no such job to extend: {name}");
        var whole = Merged(Merged(_image, extended), (YamlMappingNode)job);

        // To a job without the toolchain its variables say nothing.
        var image = whole.Get("image") is { } node ? node.Text() ?? node.Text("name")! : "";
        return ToolchainTable.GitLab.Image(image).Any(version => version.Key is "uv" or "python") ? Merged(_variables, whole) : whole;
    }

    // Mappings are merged key by key, everything else is replaced (docs.gitlab.com, "extends").
    private static YamlMappingNode Merged(YamlMappingNode below, YamlMappingNode above)
    {
        var merged = new YamlMappingNode(below.Children.Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
        foreach (var (key, value) in above.Children)
        {
            merged.Children[key] = value is YamlMappingNode map && merged.Children.TryGetValue(key, out var old) && old is YamlMappingNode oldMap ? Merged(oldMap, map) : value;
        }

        return merged;
    }
}
