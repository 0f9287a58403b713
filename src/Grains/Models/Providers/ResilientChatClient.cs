using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace SupportPlatform.Models;

/// <summary>
/// Calls the first model, tries again while no token has come, then goes on to the next model. After the first token a
/// failure is the caller's: the customer has seen the text, so the whole turn begins anew.
/// </summary>
internal sealed partial class ResilientChatClient : IChatClient
{
    // A provider that asks for more patience than this is left for the next model.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly IReadOnlyList<NamedModel> _models;
    private readonly ModelLimits _limits;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<ModelStream> _retry;

    /// <summary>Models in the order in which they are asked.</summary>
    public ResilientChatClient(
        IReadOnlyList<NamedModel> models, ModelOptions options, TimeProvider time, ILogger<ResilientChatClient> logger)
    {
        _models = models;
        _limits = new ModelLimits(options.FirstTokenTimeout, options.Timeout, time);
        _logger = logger;
        var pipeline = new ResiliencePipelineBuilder<ModelStream> { TimeProvider = time };
        if (options.Retries > 0) pipeline.AddRetry(Retries(options));
        _retry = pipeline.Build();
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        using var call = ModelCall.Start(_limits.Time);
        await using var stream = await Open(read, options, call, cancellationToken);
        foreach (var update in stream.First)
        {
            call.Received(update);
            yield return update;
        }

        while (await Next(stream, call, cancellationToken) is { } update)
        {
            call.Received(update);
            yield return update;
        }

        call.Completed();
    }

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var model in _models) model.Client.Dispose();
    }

    private async Task<ModelStream> Open(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, ModelCall call, CancellationToken cancellationToken)
    {
        ModelException? last = null;
        foreach (var model in _models)
        {
            try
            {
                call.Asks(model.Name);
                return await _retry.ExecuteAsync(
                    async token => await ModelStream.Open(t => model.Client.GetStreamingResponseAsync(messages, options, t), _limits, token),
                    cancellationToken);
            }
            catch (ModelException e)
            {
                last = e;
                call.Failed(e.Reason);
                LogFailed(e, model.Name, e.Reason);
            }
        }

        throw new ModelException("No model answered.", last) { Reason = last?.Reason ?? "failed" };
    }

    private async Task<ChatResponseUpdate?> Next(ModelStream stream, ModelCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.Next(cancellationToken);
        }
        catch (ModelException e)
        {
            call.Failed(e.Reason);
            LogBroken(e, e.Reason);
            throw;
        }
    }

    private RetryStrategyOptions<ModelStream> Retries(ModelOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryDelay,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = arguments => ValueTask.FromResult(
            arguments.Outcome.Exception is ModelException { IsTransient: true } e && (e.RetryAfter ?? TimeSpan.Zero) <= LongestWait),
        DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as ModelException)?.RetryAfter),
        OnRetry = arguments =>
        {
            LogRetry(arguments.AttemptNumber + 1, (arguments.Outcome.Exception as ModelException)?.Reason, arguments.RetryDelay.TotalMilliseconds);
            return ValueTask.CompletedTask;
        },
    };

    [LoggerMessage(LogLevel.Warning, "Try {Attempt} of the model failed before its first token ({Reason}); again in {Delay:F0} ms.")]
    private partial void LogRetry(int attempt, string? reason, double delay);

    [LoggerMessage(LogLevel.Error, "The model {Model} gave no answer ({Reason}).")]
    private partial void LogFailed(Exception exception, string model, string reason);

    [LoggerMessage(LogLevel.Error, "The model's answer broke after its first token ({Reason}).")]
    private partial void LogBroken(Exception exception, string reason);
}
