using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace PipelineKit.Scriban.Tests.Conformance;

/// <summary>Runs one case as the corpus README says, and compares at the three levels.</summary>
internal static partial class CaseRunner
{
    public static CaseResult Run(ConformanceCase test)
    {
        var (outcome, text) = Execute(test);
        var levelA = outcome == test.Outcome && (outcome != "ok" || text == test.Expected);
        var levelB = levelA && (outcome == "ok" || FirstPlace(text) == FirstPlace(test.Expected));
        return new CaseResult(test, outcome, text, levelA, levelB, levelB && text == test.Expected);
    }

    private static (string Outcome, string Text) Execute(ConformanceCase test)
    {
        var parserOptions = new ParserOptions { ParseFloatAsDecimal = test.Option("parseFloatAsDecimal")?.GetBoolean() ?? false };
        var mode = test.Option("mode") is null ? ScriptMode.Default : ScriptMode.ScriptOnly;
        var template = Template.Parse(test.Template, "text", parserOptions, new LexerOptions { Mode = mode });
        if (template.HasErrors)
        {
            return ("parse-error", template.Messages.ToString());
        }

        try
        {
            return ("ok", template.Render(CreateContext(test)));
        }
        catch (ScriptRuntimeException error)
        {
            return ("runtime-error", error.Message);
        }
    }

    private static TemplateContext CreateContext(ConformanceCase test)
    {
        var context = new TemplateContext
        {
            StrictVariables = Flag("strict", false),
            AutoIndent = Flag("autoIndent", true),
            IndentOnEmptyLines = Flag("indentOnEmptyLines", true),
            EnableRelaxedTargetAccess = Flag("relaxedTarget", false),
            EnableRelaxedFunctionAccess = Flag("relaxedFunction", false),
            EnableRelaxedMemberAccess = Flag("relaxedMember", true),
            EnableRelaxedIndexerAccess = Flag("relaxedIndexer", true),
            EnableNullIndexer = Flag("nullIndexer", false),
            LoopLimit = Number("loopLimit", 1000),
            RecursiveLimit = Number("recursiveLimit", 100),
            LimitToString = Number("limitToString", 1_048_576),
            ObjectRecursionLimit = Number("objectRecursionLimit", 20),
            TemplateLoader = HasLoader(test) ? new FolderLoader(test.IncludeFolder ?? "") : null,
            Clock = TimeProvider.System,
            Randomness = new Random(1),
        };
        if (test.Option("culture")?.GetString() is { } culture)
        {
            context.PushCulture(CultureInfo.GetCultureInfo(culture));
        }

        var globals = test.Model is { } model && Model.Read(model) is ScriptObject known ? known : new ScriptObject();
        if (Flag("hostFunctions", false))
        {
            HostFunctions.Add(globals);
        }

        context.PushGlobal(globals);
        return context;

        bool Flag(string name, bool whenAbsent) => test.Option(name)?.GetBoolean() ?? whenAbsent;
        int Number(string name, int whenAbsent) => test.Option(name)?.GetInt32() ?? whenAbsent;
    }

    /// <summary>A case with includes has a loader, also when it needs no file.</summary>
    private static bool HasLoader(ConformanceCase test) => test.IncludeFolder is not null;

    private static string FirstPlace(string messages) => Place().Match(messages).Groups[1].Value;

    [GeneratedRegex(@"\((\d+,\d+)\) : ")]
    private static partial Regex Place();
}
