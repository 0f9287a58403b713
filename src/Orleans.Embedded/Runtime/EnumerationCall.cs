namespace Orleans.Runtime;

/// <summary>The call that begins an enumeration; filters run around it.</summary>
internal sealed class EnumerationCall<T> : GrainCall
{
    private readonly EnumerableCall<T> _call;
    private readonly Enumeration<T> _enumeration;

    public EnumerationCall(EnumerableCall<T> call, Enumeration<T> enumeration)
    {
        (_call, _enumeration) = (call, enumeration);
        Mode = CallMode.WithAll;
    }

    public override GrainMethod Method => _call.Method;

    public override TimeSpan? Timeout => _call.Method.Timeout;

    public override bool IsAnswered => _enumeration.IsStopped;

    public override Task Invoke(object grain) => Task.FromResult(_call.Invoke(grain, _enumeration.CalleeToken));

    public override object? ResultOf(Task task) => ((Task<IAsyncEnumerable<T>>)task).Result;

    public override void Answer(Task task)
    {
        if (task.IsCompletedSuccessfully) Answer(ResultOf(task));
        else Refuse(task.Exception?.InnerException ?? new TaskCanceledException(task));
    }

    public override void Answer(object? result) =>
        _enumeration.Begin(Target!, (IAsyncEnumerable<T>?)result ?? AsyncEnumerable.Empty<T>(), Values);

    public override void Refuse(Exception error) => _enumeration.Stop(error);
}
