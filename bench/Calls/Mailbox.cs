using System.Threading.Channels;

namespace SupportPlatform.Bench.Calls;

/// <summary>The least that an actor can be: calls queue in a channel, and one loop answers them in turn.</summary>
internal sealed class Mailbox
{
    private readonly Channel<TaskCompletionSource> _calls = Channel.CreateUnbounded<TaskCompletionSource>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Starts the loop.</summary>
    public Mailbox() => _ = Loop();

    /// <summary>Nothing, in turn.</summary>
    public Task Ping()
    {
        var call = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls.Writer.TryWrite(call);
        return call.Task;
    }

    private async Task Loop()
    {
        await foreach (var call in _calls.Reader.ReadAllAsync()) call.SetResult();
    }
}
