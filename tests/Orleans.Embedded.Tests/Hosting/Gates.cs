using System.Collections.Concurrent;

namespace SupportPlatform.Engine.Tests.Hosting;

/// <summary>Named barriers between a test and its grains: whoever waits at a gate goes on once it is open.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    public Task Wait(string name) => Gate(name).Task.WaitAsync(TimeSpan.FromSeconds(30));

    public void Open(string name) => Gate(name).TrySetResult();

    private TaskCompletionSource Gate(string name) => _gates.GetOrAdd(name, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
