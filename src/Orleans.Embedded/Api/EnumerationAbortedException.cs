namespace Orleans.Runtime;

/// <summary>The activation ended, or nobody read for too long: the enumeration cannot go on.</summary>
public sealed class EnumerationAbortedException : Exception
{
    /// <summary>An exception without a message.</summary>
    public EnumerationAbortedException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public EnumerationAbortedException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public EnumerationAbortedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
