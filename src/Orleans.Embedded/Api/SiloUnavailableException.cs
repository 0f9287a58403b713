namespace Orleans.Runtime;

/// <summary>The engine stops and takes no new work.</summary>
public sealed class SiloUnavailableException : OrleansException
{
    /// <summary>An exception with a message of its own.</summary>
    public SiloUnavailableException()
        : base("The silo is unavailable.")
    {
    }

    /// <summary>An exception with a message.</summary>
    public SiloUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public SiloUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
