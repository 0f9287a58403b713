namespace Orleans.Runtime;

/// <summary>A prepared call of a method that returns a sequence; a class for each method derives from it at run time.</summary>
internal abstract class EnumerableCall<T>(GrainMethod method) : IAsyncEnumerable<T>
{
    public GrainMethod Method { get; } = method;

    public GrainReference Reference { get; set; } = null!;

    public GrainRuntime Runtime { get; set; } = null!;

    public int MaxBatchSize { get; set; } = 100;

    /// <summary>The token that the caller gave to the method.</summary>
    public CancellationToken CallerToken { get; set; }

    public abstract IAsyncEnumerable<T> Invoke(object grain, CancellationToken calleeToken);

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumeration<T>(this, cancellationToken);
}
