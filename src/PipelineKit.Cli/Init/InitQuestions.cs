using PipelineKit.Cli.Hosting;
using Spectre.Console;

namespace PipelineKit.Cli.Init;

/// <summary>The questions that <c>init</c> asks a person; every one is answered already, so that Enter is enough.</summary>
internal static class InitQuestions
{
    public static InitPlan Ask(CliEnvironment environment, InitPlan plan)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(environment.Error) });
        return plan with
        {
            Name = console.Prompt(new TextPrompt<string>("Name of the pipeline?").DefaultValue(plan.Name)),
            Targets = Choose(console, "For which platforms?", ["github", "gitlab", "cake", "forgejo"], plan.Targets),
            Stages = Choose(console, "Which stages?", plan.Stages, plan.Stages),
            DefaultBranch = console.Prompt(new TextPrompt<string>("Default branch?").DefaultValue(plan.DefaultBranch)),
        };
    }

    private static List<string> Choose(IAnsiConsole console, string title, IReadOnlyList<string> all, IReadOnlyList<string> chosen)
    {
        var prompt = new MultiSelectionPrompt<string>().Title(title).AddChoices(all);
        foreach (var item in chosen)
        {
            prompt.Select(item);
        }

        return console.Prompt(prompt);
    }
}
