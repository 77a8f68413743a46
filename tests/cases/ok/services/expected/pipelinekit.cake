// Made by PipelineKit from pipelinekit.yml. Change that file and run `pipelinekit generate`.
// An edit here is reported by `generate --check` and never overwritten.
// All that decide: dotnet tool restore && dotnet cake
// One stage: dotnet cake --target=test-coverage (--tree shows all). Tasks of your own belong in build.cake.

#load ".pipelinekit/stages.cake"
#load ".pipelinekit/services.cake"

Tool("pytest-debian", "apt-get install python3-pytest python3-pytest-cov", "/usr/bin/python3", "-c",
    "from importlib.metadata import version; print('pytest', version('pytest'), 'pytest-cov', version('pytest-cov'))");
Tool("python-system", "apt-get install python3", "/usr/bin/python3");

Service("test-coverage", "maria", new()
{
    Image = "mariadb:11.4.5", Port = 3306,
    Env = { ["MARIADB_DATABASE"] = "app", ["MARIADB_PASSWORD"] = "app", ["MARIADB_RANDOM_ROOT_PASSWORD"] = "1",
        ["MARIADB_USER"] = "app" },
    Health = "healthcheck.sh --connect --innodb_initialized",
    Tells = { ["MARIA_DATABASE"] = "database", ["MARIA_HOST"] = "host", ["MARIA_PASSWORD"] = "password", ["MARIA_PORT"] = "port",
        ["MARIA_URL"] = "url", ["MARIA_USER"] = "user" },
    Values = { ["database"] = "app", ["password"] = "app", ["url"] = "mariadb://app:app@{host}:{port}/app", ["user"] = "app" },
});
Service("test-coverage", "db", new()
{
    Image = "mysql:8.4.11", Port = 3306,
    Env = { ["MYSQL_DATABASE"] = "app", ["MYSQL_PASSWORD"] = "app", ["MYSQL_RANDOM_ROOT_PASSWORD"] = "1",
        ["MYSQL_USER"] = "app" },
    Health = "mysqladmin ping --silent --host=127.0.0.1",
    Tells = { ["DB_DATABASE"] = "database", ["DB_HOST"] = "host", ["DB_PASSWORD"] = "password", ["DB_PORT"] = "port",
        ["DB_URL"] = "url", ["DB_USER"] = "user" },
    Values = { ["database"] = "app", ["password"] = "app", ["url"] = "mysql://app:app@{host}:{port}/app", ["user"] = "app" },
});
Service("test-coverage", "pg", new()
{
    Image = "postgres:17.6", Port = 5432,
    Env = { ["POSTGRES_DB"] = "app", ["POSTGRES_PASSWORD"] = "app", ["POSTGRES_USER"] = "app" },
    Health = "pg_isready --host=127.0.0.1",
    Tells = { ["PG_DATABASE"] = "database", ["PG_HOST"] = "host", ["PG_PASSWORD"] = "password", ["PG_PORT"] = "port",
        ["PG_URL"] = "url", ["PG_USER"] = "user" },
    Values = { ["database"] = "app", ["password"] = "app", ["url"] = "postgresql://app:app@{host}:{port}/app", ["user"] = "app" },
});
Service("test-coverage", "cache", new()
{
    Image = "redis:8.0.3", Port = 6379,
    Health = "redis-cli ping",
    Tells = { ["CACHE_HOST"] = "host", ["CACHE_PORT"] = "port", ["CACHE_URL"] = "url" },
    Values = { ["url"] = "redis://{host}:{port}" },
});
Service("test-coverage", "queue", new()
{
    Image = "rabbitmq:4.1.4", Port = 5672,
    Env = { ["RABBITMQ_DEFAULT_PASS"] = "app", ["RABBITMQ_DEFAULT_USER"] = "app" },
    Health = "rabbitmq-diagnostics check_port_connectivity",
    Tells = { ["QUEUE_HOST"] = "host", ["QUEUE_PASSWORD"] = "password", ["QUEUE_PORT"] = "port", ["QUEUE_URL"] = "url",
        ["QUEUE_USER"] = "user" },
    Values = { ["password"] = "app", ["url"] = "amqp://app:app@{host}:{port}/", ["user"] = "app" },
});
Stage("test-coverage", "Tests",
    new() { Minutes = 20, Needs = ["python-system", "pytest-debian"], Reports = "reports/test-coverage" })
    .WithCriteria(() => HasServices("test-coverage"))
    .Does(() => StartServices("test-coverage"))
    .Does(() => Run("/usr/bin/python3", "-m", "pytest", "--cov", "--cov-report=term",
        "--cov-report=xml:reports/test-coverage/cobertura.xml", "--junitxml=reports/test-coverage/junit.xml"))
    .Does(() => Expect("reports/test-coverage/junit.xml", "reports/test-coverage/cobertura.xml"));

Task("quality-gate").Description("Every stage that decides").IsDependentOn("test-coverage");
Task("Default").IsDependentOn("quality-gate");
