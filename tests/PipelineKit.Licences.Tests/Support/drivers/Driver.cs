// Answers a batch of questions with the .NET sources: QUESTIONS on standard input, ANSWERS on standard output, both JSON.
using System.Globalization;
using System.Text.Json.Nodes;
using LicenceCheck;

LicenceNames.Load(args[0]);
var questions = JsonNode.Parse(Console.In.ReadToEnd())!.AsArray();
Console.Out.Write(new JsonArray([.. questions.Select(question => (JsonNode)Answer(question!.AsObject()))]).ToJsonString());

static string Answer(JsonObject question)
{
    try
    {
        var policy = new LicencePolicy(question["policy"]!.AsObject(), DateOnly.ParseExact((string)question["today"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return policy.Decide((string)question["name"]!, (string)question["version"]!, SpdxExpressions.Of((string)question["licence"]!), (bool)question["development"]!).Outcome;
    }
    catch (FormatException)
    {
        return "wrong policy";
    }
}
