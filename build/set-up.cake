// What the tests need beside the .NET SDK, Node and git: Debian packages by name, npm packages by lock file.
using System.Runtime.InteropServices;

Task("set-up")
    .Description("Install what the tests need; nothing happens where all is there")
    .Does(() =>
    {
        try
        {
            InstallPackages(MissingPackages());
            // The validators, and the Node versions that the examples ask for.
            InstallNodePackages("tests/validators");
            if (RuntimeInformation.RuntimeIdentifier is not "linux-x64")
                throw new CakeException("Node 22 and 24 of tests/tools/node are packages for Linux on x86_64; the executions of the tests need them");
            InstallNodePackages("tests/tools/node");
        }
        catch (CakeException error) when (EnvironmentVariable("PIPELINEKIT_SKIP_VALIDATORS") == "1")
        {
            Warning("Going on, tests that need more are skipped: {0}", error.Message);
        }
    });

// Names of Debian packages.
List<string> MissingPackages()
{
    var packages = new List<string>();
    var programs = new Dictionary<string, string>
    {
        ["git"] = "git",
        ["rsync"] = "rsync",
        ["shellcheck"] = "shellcheck",
        ["yamllint"] = "yamllint",
        ["flake8"] = "flake8",
        ["bandit"] = "bandit",
        // The server's program without the package that would start one, and what mariadb-install-db reads its options with.
        ["/usr/sbin/mariadbd"] = "mariadb-server-core",
        ["my_print_defaults"] = "mariadb-client-core",
    };
    packages.AddRange(programs.Where(p => Find(p.Key, current) is null).Select(p => p.Value));
    if (Find("clang", current) is null && Find("gcc", current) is null)
        packages.AddRange(["gcc", "libc6-dev"]); // link the native file
    // Debian's own interpreter: another one, first on PATH, would not see its packages.
    string[] modules = ["pytest", "pytest_cov", "sphinx", "flask", "pymysql", "django", "pytest_django"];
    var python = Find("/usr/bin/python3", current);
    packages.AddRange(modules
        .Where(module => python is null || StartProcess(python, new ProcessSettings { Arguments = $"-c \"import {module}\"", Silent = true, RedirectStandardError = true }) != 0)
        .Select(module => $"python3-{module.Replace('_', '-')}"));
    return packages;
}

// As root, or by sudo without a password.
void InstallPackages(List<string> packages)
{
    if (packages.Count == 0)
        return;
    var names = string.Join(' ', packages);
    if (Find("apt-get", current) is null)
        throw new CakeException($"install these packages first: {names}");
    StartProcess("id", new ProcessSettings { Arguments = "-u", RedirectStandardOutput = true }, out var user);
    Apt("update -q");
    Apt($"install -y -q --no-install-recommends {names}");

    void Apt(string arguments)
    {
        var settings = new ProcessSettings
        {
            Arguments = $"{(user.First() == "0" ? "" : "sudo -n ")}env DEBIAN_FRONTEND=noninteractive apt-get {arguments}",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (StartProcess("env", settings, out var output, out var errors) != 0)
            throw new CakeException($"these packages cannot be installed: {names}\n{string.Join('\n', output.Concat(errors).TakeLast(20))}");
    }
}

// A copy of the lock file beside the packages says what is installed.
void InstallNodePackages(string folder)
{
    var (wanted, installed) = (File($"{folder}/package-lock.json"), File($"{folder}/node_modules/.installed-lock"));
    if (FileExists(installed) && System.IO.File.ReadAllText(installed) == System.IO.File.ReadAllText(wanted))
        return;
    Run("npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
    CopyFile(wanted, installed);
}
