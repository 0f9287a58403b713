using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using AiMessage = Microsoft.Extensions.AI.ChatMessage;

namespace SupportPlatform.Models;

/// <summary>
/// The chat-completions protocol through the OpenAI package: OpenAI, Azure OpenAI at its <c>/openai/v1/</c> address, and
/// every compatible server. One call is one request; who retries, and when, is decided outside.
/// </summary>
internal sealed class OpenAiChatClient : IChatClient
{
    private readonly ChatClient _client;
    private readonly string _model;
    private readonly int _answerTokens;

    /// <summary>A client of one model.</summary>
    /// <param name="endpoint">Where it is, with a name.</param>
    /// <param name="answerTokens">How many tokens an answer may have.</param>
    /// <param name="timeout">How long the network may be silent.</param>
    public OpenAiChatClient(ModelEndpoint endpoint, int answerTokens, TimeSpan timeout)
    {
        _model = endpoint.Name!;
        _answerTokens = answerTokens;
        var options = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = timeout,
            EnableDistributedTracing = false,
        };
        if (endpoint.Endpoint is not null) options.Endpoint = endpoint.Endpoint;
        // A local server wants no key, but the package does.
        var key = string.IsNullOrWhiteSpace(endpoint.ApiKey) ? "none" : endpoint.ApiKey;
        _client = new ChatClient(_model, new ApiKeyCredential(key), options);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<AiMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = OpenAiMessages.Request(options, _answerTokens);
        var calls = new OpenAiToolCalls();
        var isFinished = false;
        var stream = _client.CompleteChatStreamingAsync(OpenAiMessages.Of(messages), request, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (stream)
        {
            while (await Next(stream, cancellationToken) is { } update)
            {
                foreach (var part in update.ToolCallUpdates) calls.Add(part);
                isFinished |= update.FinishReason is not null;
                var contents = Contents(update);
                if (update.FinishReason is not null) contents.AddRange(calls.Drain());
                if (contents.Count == 0 && update.FinishReason is null) continue;
                yield return new ChatResponseUpdate(ChatRole.Assistant, contents)
                {
                    ModelId = _model,
                    ResponseId = update.CompletionId,
                    FinishReason = OpenAiMessages.Reason(update.FinishReason),
                };
            }
        }

        // A stream that ends without saying why was cut on its way.
        if (!isFinished) throw new ModelException($"The stream of {_model} ended early.") { IsTransient = true, Reason = "cut" };
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<AiMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The package's client shares one HTTP client of the process.
    }

    private async Task<StreamingChatCompletionUpdate?> Next(
        IAsyncEnumerator<StreamingChatCompletionUpdate> stream, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.MoveNextAsync() ? stream.Current : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw OpenAiFailures.Translate(e, _model);
        }
    }

    private static List<AIContent> Contents(StreamingChatCompletionUpdate update)
    {
        List<AIContent> contents = [];
        foreach (var part in update.ContentUpdate)
            if (!string.IsNullOrEmpty(part.Text)) contents.Add(new TextContent(part.Text));
        if (update.Usage is { } usage)
        {
            contents.Add(new UsageContent(new UsageDetails
            {
                InputTokenCount = usage.InputTokenCount,
                OutputTokenCount = usage.OutputTokenCount,
                TotalTokenCount = usage.TotalTokenCount,
                CachedInputTokenCount = usage.InputTokenDetails?.CachedTokenCount,
                ReasoningTokenCount = usage.OutputTokenDetails?.ReasoningTokenCount,
            }));
        }

        return contents;
    }
}
