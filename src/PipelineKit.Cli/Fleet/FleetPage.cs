using System.Globalization;
using System.Net;
using System.Text;
using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Cli.Fleet;

/// <summary>
/// A fleet as one HTML page that needs nothing else: no file beside it, no network. A bar shows the whole, the table can be searched and sorted.
/// What repositories say is text and never markup; the page forbids itself to load anything.
/// </summary>
internal static class FleetPage
{
    private const string Style = """
        :root { color-scheme: light dark; --ok: #1a7f37; --drift: #9a6700; --pack-changed: #bc4c00; --rule-broken: #cf222e; --error: #82071e; }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
        .bar { display: flex; height: 1.5rem; border-radius: .4rem; overflow: hidden; margin: 1rem 0 .3rem; }
        .bar span { min-width: 2px; } .ok { background: var(--ok); } .drift { background: var(--drift); } .pack-changed { background: var(--pack-changed); }
        .rule-broken { background: var(--rule-broken); } .error { background: var(--error); }
        .legend span { margin-right: 1.2rem; } .legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin-right: .35rem; }
        input { font: inherit; width: 100%; box-sizing: border-box; padding: .45rem .6rem; margin: 1rem 0; }
        table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8884; }
        th button { font: inherit; font-weight: 600; background: none; border: 0; padding: 0; cursor: pointer; color: inherit; }
        td .state { color: #fff; border-radius: .3rem; padding: .05rem .45rem; white-space: nowrap; } td ul { margin: 0; padding-left: 1.1rem; } td { overflow-wrap: anywhere; }
        """;

    private const string Script = """
        const body = document.querySelector('tbody'), rows = [...body.rows], shown = document.getElementById('shown');
        document.querySelector('input').addEventListener('input', e => {
          const words = e.target.value.toLowerCase().split(/\s+/).filter(Boolean); let count = 0;
          for (const row of rows) { row.hidden = !words.every(w => row.textContent.toLowerCase().includes(w)); count += row.hidden ? 0 : 1; }
          shown.textContent = count;
        });
        document.querySelectorAll('th').forEach((th, i) => th.firstChild.addEventListener('click', () => {
          const down = th.getAttribute('aria-sort') === 'ascending';
          document.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
          th.setAttribute('aria-sort', down ? 'descending' : 'ascending');
          const key = row => row.cells[i].dataset.key ?? row.cells[i].textContent;
          rows.sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }) * (down ? -1 : 1)).forEach(row => body.append(row));
        }));
        """;

    private static readonly string[] Columns = ["Repository", "State", "Packs", "Made by", "Stages", "Remarks"];

    public static string Write(string? name, IReadOnlyList<FleetRow> rows)
    {
        var title = Text(name is null ? "Fleet" : $"Fleet {name}");
        var page = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{Hash(Style)}'; script-src 'sha256-{Hash(Script)}'">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{title}</h1>
            <p>{rows.Count} repositories: {FleetWords.Count(rows)}.</p>

            """);
        page.Append(Bar(rows));
        page.Append(CultureInfo.InvariantCulture, $"<input type=\"search\" placeholder=\"Search\" aria-label=\"Search\">\n<p><span id=\"shown\">{rows.Count}</span> shown</p>\n<table>\n<thead><tr>");
        foreach (var column in Columns)
        {
            page.Append($"<th scope=\"col\"><button type=\"button\">{column}</button></th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in rows)
        {
            page.Append(Row(row));
        }

        return page.Append($"</tbody>\n</table>\n<script>{Script}</script>\n</body>\n</html>\n").ToString();
    }

    // The picture is an SVG: its widths are attributes, and no style of its own has to be allowed.
    private static string Bar(IReadOnlyList<FleetRow> rows)
    {
        var groups = rows.GroupBy(r => r.State).OrderBy(g => g.Key).ToList();
        var (bar, legend) = (new StringBuilder(), new StringBuilder("<p class=\"legend\">"));
        bar.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-label=\"{Text(FleetWords.Count(rows))}\" width=\"100%\" height=\"24\" viewBox=\"0 0 {Math.Max(1, rows.Count)} 1\" preserveAspectRatio=\"none\">");
        var at = 0;
        foreach (var group in groups)
        {
            bar.Append(CultureInfo.InvariantCulture, $"<rect x=\"{at}\" width=\"{group.Count()}\" height=\"1\" fill=\"{Colour(group.Key)}\"><title>{group.Count()} {FleetWords.Of(group.Key)}</title></rect>");
            legend.Append($"<span><i class=\"{Class(group.Key)}\"></i>{group.Count()} {FleetWords.Of(group.Key)}</span>");
            at += group.Count();
        }

        return bar.Append("</svg>\n").Append(legend).Append("</p>\n").ToString();
    }

    private static string Row(FleetRow row) =>
        $"<tr><td title=\"{Text(row.Folder)}\">{Text(row.Name)}</td><td data-key=\"{(int)row.State}\"><span class=\"state {Class(row.State)}\">{FleetWords.Of(row.State)}</span></td>"
        + $"<td>{Text(string.Join(", ", row.Packs))}</td><td>{Text(row.Tool ?? "–")}</td><td data-key=\"{row.Stages.Count}\">{Text(string.Join(", ", row.Stages))}</td>"
        + $"<td>{(row.Remarks.Any() ? "<ul>" + string.Concat(row.Remarks.Select(r => $"<li>{Text(r)}</li>")) + "</ul>" : "")}</td></tr>\n";

    private static string Class(FleetState state) => FleetWords.Of(state).Replace(' ', '-');

    private static string Colour(FleetState state) => state switch
    {
        FleetState.Ok => "#1a7f37",
        FleetState.Drift => "#9a6700",
        FleetState.PackChanged => "#bc4c00",
        FleetState.RuleBroken => "#cf222e",
        _ => "#82071e",
    };

    private static string Text(string text) => WebUtility.HtmlEncode(HiddenText.Visible(text));

    private static string Hash(string text) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
