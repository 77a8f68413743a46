namespace PipelineKit.Licences.Reading;

/// <summary>What a reader works with: files to read from, packages and problems to add to.</summary>
internal sealed class ReadContext(ScanFiles files, LicenceScanRequest request, ICollection<LicenceProblem> problems)
{
    /// <summary>Most packages that one scan takes.</summary>
    public const int MaximumPackages = 500_000;

    public ScanFiles Files { get; } = files;

    public LicenceScanRequest Request { get; } = request;

    public ICollection<LicenceProblem> Problems { get; } = problems;

    public List<LicencePackage> Packages { get; } = [];
}
