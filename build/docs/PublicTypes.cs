using System.Reflection;

namespace PipelineKit.Docs;

/// <summary>A type that other assemblies can use, under its name in XML documentation.</summary>
/// <param name="Name">Namespace, outer types and name, joined by dots.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Assembly">Name of its assembly.</param>
/// <param name="Members">Names of its public and protected members.</param>
internal sealed record PublicType(string Name, string Namespace, string Assembly, IReadOnlySet<string> Members)
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The public types of an assembly in the order of their names.</summary>
    public static IEnumerable<PublicType> Of(Assembly assembly) => assembly.GetExportedTypes()
        .Select(t => new PublicType(
            t.FullName!.Replace('+', '.'),
            t.Namespace ?? "",
            assembly.GetName().Name!,
            t.GetMembers(All).Where(IsVisible).Select(m => m.Name.Replace('.', '#')).ToHashSet(StringComparer.Ordinal)))
        .OrderBy(t => t.Name, StringComparer.Ordinal);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo happening => happening.AddMethod is { } add && IsVisible(add),
        _ => false,
    };
}
