namespace SupportPlatform.Conversations.Relay;

/// <summary>A response that stays open and is written to by the relay.</summary>
/// <param name="response">The response; its headers are set.</param>
/// <param name="after">The number of the last event that the client has.</param>
internal abstract class StreamSubscriber(HttpResponse response, long after) : RelaySubscriber(after), IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Completes when nothing more is to be written.</summary>
    public Task Ended => _ended.Task;

    /// <inheritdoc/>
    public override void End(Exception? error) => _ended.TrySetResult();

    /// <summary>Completes when the last write is over; the response must not end before.</summary>
    public async Task Drained()
    {
        await _writing.WaitAsync();
        _writing.Release();
    }

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    /// <summary>Writes and flushes; nothing any more after the end.</summary>
    protected async ValueTask Write(byte[] bytes)
    {
        if (bytes.Length == 0 || _ended.Task.IsCompleted) return;
        await _writing.WaitAsync();
        try
        {
            if (!_ended.Task.IsCompleted) await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
        }
        finally
        {
            _writing.Release();
        }
    }
}
