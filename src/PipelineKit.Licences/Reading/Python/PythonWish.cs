namespace PipelineKit.Licences.Reading.Python;

/// <summary>One requirement.</summary>
/// <param name="Name">The distribution in its normal form (https://packaging.python.org/specifications/name-normalization/).</param>
/// <param name="Version">The only version that is meant; null for any.</param>
/// <param name="IsRequired">It must be in the lock file whatever the platform.</param>
internal sealed record PythonWish(string Name, string? Version = null, bool IsRequired = true)
{
    private static readonly System.Buffers.SearchValues<char> NameEnds = System.Buffers.SearchValues.Create(" ;[(<>=!~@,\t");

    /// <summary>Reads a requirement (PEP 508); what a marker guards may be missing.</summary>
    public static PythonWish Read(string requirement)
    {
        var text = requirement.Trim();
        var end = text.AsSpan().IndexOfAny(NameEnds);
        return new(PackageUrl.PythonName(end < 0 ? text : text[..end]), null, !text.Contains(';', StringComparison.Ordinal));
    }
}
