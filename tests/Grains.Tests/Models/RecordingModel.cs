using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SupportPlatform.Grains.Tests.Models;

/// <summary>A model that says what the test wants and keeps what it was sent.</summary>
internal sealed class RecordingModel(string answer) : IChatClient
{
    public string Sent { get; private set; } = "";

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Sent = string.Join('\n', messages.Select(m => m.Text));
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, answer) { ModelId = "recording" };
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
