using System.Reflection;
using System.Xml.Linq;
using PipelineKit.Docs;

// PipelineKit.Docs FOLDER: writes the documentation of the repository in the current folder as a static site into FOLDER.
// Exit code: 0 all is well, 1 links or references lead nowhere or a comment is missing, 2 wrong arguments.
if (args is not [var folder])
{
    Console.Error.WriteLine("usage: PipelineKit.Docs FOLDER");
    return 2;
}

var root = Directory.GetCurrentDirectory();
var problems = new List<string>();
List<string> libraries = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*ipelinekit*.xml", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Order(StringComparer.Ordinal)];
var comments = new XmlComments(libraries.Select(XDocument.Load));
List<PublicType> types = [.. libraries.SelectMany(f => PublicType.Of(Assembly.LoadFrom(Path.ChangeExtension(f, ".dll"))))];
List<Page> pages = [.. RepositoryPages.Read(root), .. new Reference(types, comments, problems).Pages()];
problems.AddRange(Site.Write(root, Path.GetFullPath(folder), pages));

foreach (var problem in problems)
{
    Console.Error.WriteLine(problem);
}

Console.WriteLine($"{pages.Count} pages, {types.Count} of them for public types; {problems.Count} problems");
return problems.Count == 0 ? 0 : 1;
