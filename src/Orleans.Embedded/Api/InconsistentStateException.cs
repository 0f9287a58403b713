namespace Orleans.Storage;

/// <summary>
/// A state was written that somebody else has changed since it was read. Where it leaves a call, the activation ends,
/// so that the next one reads the state anew.
/// </summary>
public class InconsistentStateException : OrleansException
{
    /// <summary>An exception without details.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public InconsistentStateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception with the ETags that differ.</summary>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag)
        : base(errorMsg) => (StoredEtag, CurrentEtag) = (storedEtag, currentEtag);

    /// <summary>The ETag in the database, where known.</summary>
    public string? StoredEtag { get; }

    /// <summary>The ETag that the writer held.</summary>
    public string? CurrentEtag { get; }
}
