namespace Orleans.Runtime;

/// <summary>Options of calls that return a sequence.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>At most so many items travel at once (100 otherwise); to be called before the enumeration.</summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        if (self is GrainSequence<T> call) call.MaxBatchSize = maxBatchSize;
        return self;
    }
}
