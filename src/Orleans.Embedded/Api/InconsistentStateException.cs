namespace Orleans.Storage;

/// <summary>
/// A state was written that somebody else has changed since it was read. Where this leaves a call, the activation ends,
/// so that the next one reads the state anew.
/// </summary>
public class InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag) : OrleansException(errorMsg)
{
    /// <summary>The ETag in the database, where known.</summary>
    public string? StoredEtag { get; } = storedEtag;

    /// <summary>The ETag that the writer held.</summary>
    public string? CurrentEtag { get; } = currentEtag;
}
