using System.Globalization;
using PipelineKit.Cli.Tests.Support;
using Shouldly;

namespace PipelineKit.Cli.Tests.Examples;

/// <summary>The web application's quality gate against a real MariaDB server, which the environment names as CI names the service.</summary>
public sealed class FlaskMariaDbTests : IClassFixture<FlaskMariaDb>
{
    private const string Statements = "bookshelf/books.py";

    private readonly FlaskMariaDb _running;

    public FlaskMariaDbTests(FlaskMariaDb running)
    {
        ExecutedExample.SkipWhenAsked();
        _running = running;
    }

    [Fact]
    public void The_gate_passes_on_a_real_database()
    {
        var result = _running.Example.Cake(_running.Server.Environment);

        result.Exit.ShouldBe(0, result.ToString());
        result.Out.ShouldNotContain("Service db:", Case.Sensitive, "it is taken from the environment: no container was started");
        _running.Example.Counts().ShouldBe((36, 0, 0, 0));
        _running.Example.Copy.Read("reports/test-coverage/cobertura.xml").ShouldContain("filename=\"books.py\"");
    }

    [Fact]
    public void The_database_itself_judges_the_statements()
    {
        var right = _running.Example.Copy.Read(Statements);
        _running.Example.Replace(Statements, "WHERE title LIKE %s OR author LIKE %s", "WHERE title LIKE %s AND author LIKE %s");

        var result = _running.Example.Cake(_running.Server.Environment, "--target=test-coverage");

        _running.Example.Copy.Write(Statements, right);
        result.Exit.ShouldNotBe(0);
        var counts = _running.Example.Counts();
        counts.Tests.ShouldBe(36);
        counts.Failures.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Without_the_database_no_test_passes_that_asks_it()
    {
        var closed = MariaDbServer.FreePort().ToString(CultureInfo.InvariantCulture);
        var environment = new Dictionary<string, string?>(_running.Server.Environment) { ["DB_PORT"] = closed };

        var result = _running.Example.Cake(environment, "--target=test-coverage");

        result.Exit.ShouldNotBe(0);
        _running.Example.Counts().ShouldBe((36, 0, 23, 0), "13 tests are of the settings alone");
    }
}

/// <summary>One copy of the example and one server for all tests of it.</summary>
public sealed class FlaskMariaDb : IAsyncLifetime
{
    private ExecutedExample? _example;
    private MariaDbServer? _server;

    internal ExecutedExample Example => _example!;

    internal MariaDbServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        if (ExecutedExample.IsSkipped)
        {
            return;
        }

        _example = new ExecutedExample("flask-mariadb");
        MariaDbServer.IsInstalled.ShouldBeTrue("run dotnet cake --target=set-up first");
        _server = new MariaDbServer();
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _example?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
