using PipelineKit.Core.Diagnostics;

namespace PipelineKit.Platforms.Shared;

/// <summary>Diagnostics that more than one platform gives (PK30xx). Each has a page in <c>docs/reference/diagnostics/</c>.</summary>
public static class PlatformDiagnostics
{
    /// <summary>Something that no file can say: a reviewer, a secret, a trusted publisher, a required check.</summary>
    public static readonly DiagnosticDescriptor PlatformSetting = new("PK3001", "a setting has to be made on the platform", Severity.Info);

    /// <summary>The platform has no means for what the job asks.</summary>
    public static readonly DiagnosticDescriptor NotExpressible = new("PK3002", "not possible on this platform", Severity.Error);

    /// <summary>The data files give no way to provide a toolchain on this platform.</summary>
    public static readonly DiagnosticDescriptor ToolchainUnavailable = new("PK3003", "a toolchain is not available on this platform", Severity.Error);

    /// <summary>An action or image without an entry in the pin table.</summary>
    public static readonly DiagnosticDescriptor PinMissing = new("PK3004", "an action or image has no pin", Severity.Error);

    /// <summary>Expressed, but not in every detail as on the other platforms.</summary>
    public static readonly DiagnosticDescriptor Approximation = new("PK3005", "done differently on this platform", Severity.Warning);

    /// <summary>The registry takes no identity token from this platform: a secret is used.</summary>
    public static readonly DiagnosticDescriptor SecretInsteadOfToken = new("PK3006", "a secret is used instead of an identity token", Severity.Warning);

    /// <summary>The runner of the job does not have the shell that a script asks for.</summary>
    public static readonly DiagnosticDescriptor ShellUnavailable = new("PK3007", "a shell is not available on this platform", Severity.Error);

    /// <summary>A matrix has more leaves than the platform allows.</summary>
    public static readonly DiagnosticDescriptor MatrixTooLarge = new("PK3008", "a matrix is too large", Severity.Error);

    /// <summary>A text holds what no shell or YAML file can carry (the character NUL).</summary>
    public static readonly DiagnosticDescriptor TextNotRepresentable = new("PK3009", "a text cannot be passed on", Severity.Error);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
    [
        PlatformSetting, NotExpressible, ToolchainUnavailable, PinMissing, Approximation, SecretInsteadOfToken, ShellUnavailable, MatrixTooLarge,
        TextNotRepresentable,
    ];
}
