using System.Text.Json;
using PipelineKit.Core.Model;

namespace PipelineKit.Cli.Pins;

/// <summary>Versions of a Python package (docs.pypi.org, "JSON API"); withdrawn ones are left out, and the day is that of the first file.</summary>
internal sealed class PyPiPackages(WebRegistry web, string address) : IPinSource
{
    public async Task<IReadOnlyList<Release>> AskAsync(Pin pin, string package, CancellationToken cancellation)
    {
        using var document = await web.JsonAsync($"{address.TrimEnd('/')}/pypi/{Uri.EscapeDataString(package)}/json", cancellation).ConfigureAwait(false);
        var result = new List<Release>();
        foreach (var version in document.RootElement.GetProperty("releases").EnumerateObject())
        {
            var files = version.Value.EnumerateArray().ToList();
            if (files.Exists(f => !f.GetProperty("yanked").GetBoolean()))
            {
                result.Add(Release.On(version.Name, files.Min(f => WebRegistry.Day(f.GetProperty("upload_time_iso_8601").GetString()))));
            }
        }

        return result;
    }
}
