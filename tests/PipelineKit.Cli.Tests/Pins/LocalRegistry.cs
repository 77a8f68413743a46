using System.Globalization;
using System.Net;
using System.Text;
using PipelineKit.Cli.Tests.Support;

namespace PipelineKit.Cli.Tests.Pins;

/// <summary>A registry on a free port of this machine that answers what it was given, and 404 to everything else.</summary>
internal sealed class LocalRegistry : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    public LocalRegistry()
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{MariaDbServer.FreePort()}");
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    public string Address { get; }

    /// <summary>Digest that every manifest has.</summary>
    public string Digest { get; } = "sha256:" + new string('d', 64);

    public void Set(string path, string answer) => _answers[path] = answer;

    public void Dispose() => _listener.Close();

    private async Task AnswerAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                if (path.StartsWith("/v2/", StringComparison.Ordinal))
                {
                    context.Response.Headers["Docker-Content-Digest"] = Digest;
                }
                else if (_answers.TryGetValue(path, out var answer))
                {
                    await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
                }
                else
                {
                    context.Response.StatusCode = 404;
                }

                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
