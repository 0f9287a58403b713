namespace Orleans.Runtime;

/// <summary>Too many calls wait for one activation.</summary>
public sealed class LimitExceededException : OrleansException
{
    /// <summary>An exception with a message of its own.</summary>
    public LimitExceededException()
        : base("Limit exceeded.")
    {
    }

    /// <summary>An exception with a message.</summary>
    public LimitExceededException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    public LimitExceededException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
