namespace SupportPlatform.Conversations;

/// <summary>
/// Wakes all followers at once. Take <see cref="Next"/> before looking for news, then await it: nothing is missed.
/// Safe from any thread; followers go on where they awaited.
/// </summary>
internal sealed class FollowerSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next pulse.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes everybody who waits.</summary>
    public void Pulse() =>
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
