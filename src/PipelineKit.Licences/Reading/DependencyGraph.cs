using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PipelineKit.Licences.Reading;

/// <summary>
/// The packages of one source as nodes with their dependencies: gives the shortest way to each, and which of them only
/// development needs.
/// </summary>
internal sealed class DependencyGraph
{
    private const int NoParent = -1;
    private const int MaximumPath = 32;
    private readonly List<string> labels = [];
    private readonly List<List<int>> edges = [];
    private readonly List<int> production = [];
    private readonly List<int> development = [];
    private int[] parents = [];
    private bool[] reached = [];
    private bool[] developmentOnly = [];

    public int Count => labels.Count;

    public int Add(string label)
    {
        labels.Add(label);
        edges.Add([]);
        return labels.Count - 1;
    }

    /// <summary>The label of a node.</summary>
    public string Label(int node) => labels[node];

    public void Connect(int from, int to) => edges[from].Add(to);

    /// <summary>The nodes that a node depends on.</summary>
    public IReadOnlyList<int> Dependencies(int node) => edges[node];

    /// <summary>The project itself asks for this node.</summary>
    public void AddRoot(int node, bool isDevelopment) => (isDevelopment ? development : production).Add(node);

    /// <summary>Walks the graph breadth first, production before development.</summary>
    public void Walk()
    {
        parents = new int[Count];
        reached = new bool[Count];
        developmentOnly = new bool[Count];
        Array.Fill(parents, NoParent);
        Walk(production, false);
        Walk(development, true);
    }

    /// <summary>The node can be reached from the project.</summary>
    public bool IsReached(int node) => reached[node];

    /// <summary>The project asks for the node itself.</summary>
    public bool IsDirect(int node) => reached[node] && parents[node] == NoParent;

    /// <summary>Only development dependencies lead to the node.</summary>
    public bool IsDevelopment(int node) => developmentOnly[node];

    /// <summary>The shortest way from the project to the node; of a very long one the end.</summary>
    public ImmutableArray<string> Path(int node)
    {
        var length = 0;
        for (var at = node; at != NoParent && length <= MaximumPath; at = parents[at])
        {
            length++;
        }

        var path = new string[length];
        for (var at = node; length > 0; at = parents[at])
        {
            path[--length] = labels[at];
        }

        if (path.Length > MaximumPath)
        {
            path[0] = "…";
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(path);
    }

    private void Walk(List<int> roots, bool isDevelopment)
    {
        var queue = new Queue<int>();
        foreach (var root in roots)
        {
            Visit(queue, root, NoParent, isDevelopment);
        }

        while (queue.TryDequeue(out var node))
        {
            foreach (var next in edges[node])
            {
                Visit(queue, next, node, isDevelopment);
            }
        }
    }

    private void Visit(Queue<int> queue, int node, int parent, bool isDevelopment)
    {
        if (!reached[node])
        {
            reached[node] = true;
            parents[node] = parent;
            developmentOnly[node] = isDevelopment;
            queue.Enqueue(node);
        }
    }
}
