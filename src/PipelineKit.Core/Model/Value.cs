namespace PipelineKit.Core.Model;

/// <summary>
/// A typed value of an argument, an environment variable or a toolchain version. There is no expression syntax: what differs per
/// platform is a case of its own and only the emitters spell it.
/// </summary>
public abstract record Value
{
    private protected Value()
    {
    }

    /// <summary>A literal is never expanded on any platform.</summary>
    public static implicit operator Value(string text) => new LiteralValue(text);

    /// <summary>Makes a literal; the same as the conversion.</summary>
    public static Value ToValue(string text) => new LiteralValue(text);
}

/// <summary>Text that is passed on as it is.</summary>
/// <param name="Text">The text.</param>
public sealed record LiteralValue(string Text) : Value;

/// <summary>The value of a matrix axis in the running leaf.</summary>
/// <param name="Axis">Name of the axis.</param>
public sealed record MatrixValue(string Axis) : Value;

/// <summary>The value of an environment variable of the job (used in arguments only).</summary>
/// <param name="Name">Name of the variable.</param>
public sealed record EnvReference(string Name) : Value;

/// <summary>A secret of the platform, or an environment variable of the same name on a laptop.</summary>
/// <param name="Name">Name of the secret.</param>
/// <param name="Required">True skips the job, visibly, where secrets are not given (pull requests from forks).</param>
public sealed record SecretValue(string Name, bool Required) : Value;

/// <summary>A property of a running service.</summary>
/// <param name="Service">Alias of the service in the job.</param>
/// <param name="Get"><c>host</c>, <c>port</c>, <c>user</c>, <c>password</c>, <c>database</c> or <c>url</c>.</param>
public sealed record ServiceValue(string Service, string Get) : Value;
