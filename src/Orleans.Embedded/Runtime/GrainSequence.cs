namespace Orleans.Runtime;

/// <summary>The sequence that a caller holds: each enumeration of it is a call.</summary>
internal sealed record GrainSequence<T>(SequenceMethod<T> Method, GrainReference Reference, object?[] Arguments, CancellationToken CallerToken) : IAsyncEnumerable<T>
{
    public int MaxBatchSize { get; set; } = 100;

    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumeration<T>(this, cancellationToken);
}
