using System.ClientModel;
using System.ClientModel.Primitives;
using System.Numerics.Tensors;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Embeddings;

namespace SupportPlatform.Knowledge;

/// <summary>Makes vectors of texts. A server that fails is left alone for a while; whoever asks meanwhile gets none, at once.</summary>
internal sealed partial class Embedder
{
    private readonly EmbeddingOptions _options;
    private readonly EmbeddingClient? _client;
    private readonly EmbeddingInstruments _instruments;
    private readonly TimeProvider _time;
    private readonly ILogger<Embedder> _logger;
    private long _failedAt;

    /// <summary>Made by the container.</summary>
    public Embedder(IOptions<EmbeddingOptions> options, EmbeddingInstruments instruments, TimeProvider time, ILogger<Embedder> logger)
    {
        (_options, _instruments, _time, _logger) = (options.Value, instruments, time, logger);
        if (!_options.IsConfigured) return;
        var client = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = _options.BatchTimeout,
            EnableDistributedTracing = false,
        };
        if (_options.Endpoint is not null) client.Endpoint = _options.Endpoint;

        // A local server wants no key, but the package does.
        _client = new EmbeddingClient(_options.Name, new ApiKeyCredential(string.IsNullOrWhiteSpace(_options.ApiKey) ? "none" : _options.ApiKey), client);
    }

    /// <summary>The model's name; null where there is none.</summary>
    public string? Model => _client is null ? null : _options.Name;

    /// <summary>How many texts go into one request.</summary>
    public int BatchSize => _options.BatchSize;

    /// <summary>The vectors of queries, each of unit length; empty when they cannot be had in time.</summary>
    public Task<IReadOnlyList<float[]>> Queries(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Ask("query", texts, _options.QueryTimeout, cancellationToken);

    /// <summary>The vectors of a batch of passages, each of unit length; empty when they cannot be had.</summary>
    public Task<IReadOnlyList<float[]>> Passages(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Ask("passages", texts, _options.BatchTimeout, cancellationToken);

    private async Task<IReadOnlyList<float[]>> Ask(string what, IReadOnlyList<string> texts, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (_client is null || texts.Count == 0) return [];
        var failedAt = Interlocked.Read(ref _failedAt);
        if (failedAt != 0 && _time.GetElapsedTime(failedAt) < _options.RetryAfter)
        {
            _instruments.Asked(what, "skipped");
            return [];
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(timeout);
            var made = (await _client.GenerateEmbeddingsAsync(texts, options: null, limit.Token)).Value;
            var vectors = made.OrderBy(e => e.Index).Select(e => Unit(e.ToFloats().Span)).ToList();
            if (vectors.Count != texts.Count) throw new InvalidOperationException($"{vectors.Count} vectors came for {texts.Count} texts.");
            Interlocked.Exchange(ref _failedAt, 0);
            _instruments.Asked(what, "ok");
            return vectors;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Interlocked.Exchange(ref _failedAt, _time.GetTimestamp());
            _instruments.Asked(what, "failed");
            LogFailed(what, _options.RetryAfter.TotalSeconds, e);
            return [];
        }
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm(vector);
        if (length > 0 && float.IsFinite(length)) TensorPrimitives.Divide(vector, length, unit);
        else Array.Clear(unit);
        return unit;
    }

    [LoggerMessage(1, LogLevel.Warning, "Vectors could not be had ({What}); for {Seconds:F0} s words alone decide")]
    private partial void LogFailed(string what, double seconds, Exception exception);
}
