using System.Collections.Concurrent;
using System.Reflection;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>A grain factory whose conversations only note that they were woken, and by whom.</summary>
public class WokenConversations : DispatchProxy
{
    private readonly ConcurrentDictionary<string, bool> _failing = new();
    private TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public ConcurrentQueue<string> Woken { get; } = new();

    public ConcurrentQueue<Caller?> Callers { get; } = new();

    public IGrainFactory Factory => (IGrainFactory)(object)this;

    public Task AllWoken => _all.Task;

    public static WokenConversations New() => (WokenConversations)(object)Create<IGrainFactory, WokenConversations>();

    /// <summary>Makes <see cref="AllWoken"/> wait for so many wake-ups more.</summary>
    public void Expect(int count) => (_left, _all) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void FailNext(string key) => _failing[key] = true;

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var grain = (OneConversation)(object)Create<IConversationGrain, OneConversation>();
        (grain.Key, grain.All) = ((string)args![0]!, this);
        return grain;
    }

    private Task WakeUp(string key)
    {
        Woken.Enqueue(key);
        Callers.Enqueue(CallerContext.Current);
        var fails = _failing.TryRemove(key, out _);
        if (Interlocked.Decrement(ref _left) == 0) _all.TrySetResult();
        return fails ? Task.FromException(new InvalidOperationException("as the test wants")) : Task.CompletedTask;
    }

    /// <summary>One conversation, by its key.</summary>
    public class OneConversation : DispatchProxy
    {
        public string Key { get; set; } = "";

        public WokenConversations? All { get; set; }

        protected override object Invoke(MethodInfo? targetMethod, object?[]? args) =>
            targetMethod?.Name == nameof(IConversationGrain.WakeUp) ? All!.WakeUp(Key) : throw new NotSupportedException(targetMethod?.Name);
    }
}
