using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Pins;

/// <summary>
/// A registry on a free port of this machine that answers what it was given, and 404 to everything else. Images are served as the OCI distribution
/// specification has it: with a token, in pages of two tags, as an index that leads over a manifest to a configuration.
/// </summary>
internal sealed class LocalRegistry : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, (string Text, string? Digest)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _tags = new(StringComparer.Ordinal);

    public LocalRegistry()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{MariaDbServer.FreePort()}");
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    public string Address { get; }

    public void Set(string path, string answer) => _answers[path] = (answer, null);

    /// <summary>The digest that an image of <see cref="Image"/> has.</summary>
    public static string DigestOf(string name, string tag, string day) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}:{tag}:{day}")));

    /// <summary>Serves tags of an image, each with the day on which it was made.</summary>
    public void Image(string name, params (string Tag, string Day)[] tags)
    {
        _tags[$"/v2/{name}/tags/list"] = [.. tags.Select(t => t.Tag)];
        foreach (var (tag, day) in tags)
        {
            var digest = DigestOf(name, tag, day);
            var (own, configuration) = (DigestOf(name, tag + "-amd64", day), DigestOf(name, tag + "-configuration", day));
            _answers[$"/v2/{name}/manifests/{tag}"] = ($$"""{ "manifests": [{ "digest": "sha256:0", "platform": { "os": "windows", "architecture": "amd64" } }, { "digest": "{{own}}", "platform": { "os": "linux", "architecture": "amd64" } }] }""", digest);
            _answers[$"/v2/{name}/manifests/{own}"] = ($$"""{ "config": { "digest": "{{configuration}}" } }""", own);
            _answers[$"/v2/{name}/blobs/{configuration}"] = ($$"""{ "created": "{{day}}T10:00:00Z" }""", null);
        }
    }

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                await AnswerAsync(context);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        // A scope of npm is written with an escaped slash.
        var (request, response) = (context.Request, context.Response);
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath);
        if (path.StartsWith("/v2/", StringComparison.Ordinal) && request.Headers["Authorization"] != "Bearer anybody's")
        {
            response.StatusCode = 401;
            response.Headers["WWW-Authenticate"] = $"Bearer realm=\"{Address}/token\",service=\"local\",scope=\"repository:x:pull,push\"";
        }
        else if (path == "/token")
        {
            await WriteAsync(response, """{ "token": "anybody's" }""");
        }
        else if (_tags.TryGetValue(path, out var tags))
        {
            var from = int.Parse(request.QueryString["from"] ?? "0", CultureInfo.InvariantCulture);
            if (from + 2 < tags.Count)
            {
                response.Headers["Link"] = string.Create(CultureInfo.InvariantCulture, $"<{path}?from={from + 2}>; rel=\"next\"");
            }

            await WriteAsync(response, JsonSerializer.Serialize(new { tags = tags.Skip(from).Take(2) }));
        }
        else if (_answers.TryGetValue(path, out var answer))
        {
            if (answer.Digest is not null)
            {
                response.Headers["Docker-Content-Digest"] = answer.Digest;
            }

            await WriteAsync(response, request.HttpMethod == "HEAD" ? "" : answer.Text);
        }
        else
        {
            response.StatusCode = 404;
        }
    }

    private static async Task WriteAsync(HttpListenerResponse response, string text) => await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(text));
}
