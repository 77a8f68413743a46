using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PipelineKit.Cli.Tests.Support;

/// <summary>
/// A MariaDB server of its own on 127.0.0.1, in a temporary folder, with the database, user and password that the service's data file names.
/// It runs as an unprivileged user and ends with the test, however that one ends.
/// </summary>
internal sealed class MariaDbServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/mariadbd";
    private const string User = "nobody";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipelinekit-mariadb-").FullName;
    private Process? _process;

    /// <summary>The port that it listens on.</summary>
    public int Port { get; } = FreePort();

    /// <summary>True where the server's program is installed.</summary>
    public static bool IsInstalled => File.Exists(Program);

    /// <summary>What jobs learn of a service <c>db</c>, under the names that they have on the CI platforms.</summary>
    public IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["DB_HOST"] = "127.0.0.1",
        ["DB_PORT"] = Port.ToString(CultureInfo.InvariantCulture),
        ["DB_USER"] = "app",
        ["DB_PASSWORD"] = "app",
        ["DB_DATABASE"] = "app",
        ["DB_URL"] = string.Create(CultureInfo.InvariantCulture, $"mariadb://app:app@127.0.0.1:{Port}/app"),
    };

    public async Task StartAsync(CancellationToken cancellation)
    {
        var data = Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName;
        var first = Path.Combine(_folder, "first.sql");
        await File.WriteAllTextAsync(
            first,
            "CREATE DATABASE app CHARACTER SET utf8mb4;\nCREATE USER app@'127.0.0.1' IDENTIFIED BY 'app';\nGRANT ALL ON app.* TO app@'127.0.0.1';\n",
            cancellation);
        string[] asUser = [];
        if (System.Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root.
            asUser = [$"--user={User}"];
            Check(Tool.Run("/", "chown", ["-R", User, _folder]));
        }

        Check(Tool.Run("/", "mariadb-install-db", ["--no-defaults", $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", .. asUser]));
        var start = new ProcessStartInfo(Program, ["--no-defaults", $"--datadir={data}", "--bind-address=127.0.0.1", $"--port={Port}", $"--socket={_folder}/socket", $"--pid-file={_folder}/pid", $"--log-error={_folder}/log", $"--init-file={first}", "--skip-name-resolve", "--skip-log-bin", .. asUser])
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
        };
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        await WaitAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    // Ready once it takes connections; the port opens after the first statements have run.
    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (!await AnswersAsync(patience.Token))
        {
            if (_process!.HasExited)
            {
                throw new InvalidOperationException("the database server ended: " + await File.ReadAllTextAsync(Path.Combine(_folder, "log"), cancellation));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void Check(CliResult result)
    {
        if (result.Exit != 0)
        {
            throw new InvalidOperationException(result.ToString());
        }
    }

    /// <summary>A port on which nothing listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
