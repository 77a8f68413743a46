namespace PipelineKit.Licences.Reading;

/// <summary>Reads the packages that one kind of file names.</summary>
internal interface IPackageReader
{
    /// <summary>A file of this name is one for this reader.</summary>
    bool Accepts(string fileName);

    /// <summary>Reads a file and adds its packages and problems.</summary>
    void Read(string path, ReadContext context);
}
