using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Audio;

namespace SupportPlatform.Models;

/// <summary>Speech to text through the OpenAI package.</summary>
internal sealed partial class SpeechClient
{
    private readonly AudioClient? _client;
    private readonly TranscriptionOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SpeechClient> _logger;

    /// <summary>A client of the configured endpoint.</summary>
    public SpeechClient(IOptions<TranscriptionOptions> options, TimeProvider time, ILogger<SpeechClient> logger)
    {
        (_options, _time, _logger) = (options.Value, time, logger);
        if (string.IsNullOrWhiteSpace(_options.Name)) return;

        // Somebody waits with a finger on the button: they may try again, we do not.
        var client = new OpenAIClientOptions
        {
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = _options.Timeout,
            EnableDistributedTracing = false,
        };
        if (_options.Endpoint is not null) client.Endpoint = _options.Endpoint;
        _client = new AudioClient(_options.Name, new ApiKeyCredential(string.IsNullOrWhiteSpace(_options.ApiKey) ? "none" : _options.ApiKey), client);
    }

    /// <summary>Whether there is an endpoint.</summary>
    public bool IsConfigured => _client is not null;

    /// <summary>What is said in a recording.</summary>
    /// <param name="audio">Its bytes.</param>
    /// <param name="ending">The file ending of their kind.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SupportException"><c>transcription_failed</c>.</exception>
    public async Task<Transcript> Transcribe(ImmutableArray<byte> audio, string ending, CancellationToken cancellationToken)
    {
        if (_client is null) throw new InvalidOperationException("No transcription endpoint is configured.");
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var stream = new MemoryStream(ImmutableCollectionsMarshal.AsArray(audio)!, writable: false);
            var reply = (await _client.TranscribeAudioAsync(stream, "message" + ending, null, both.Token)).Value;
            var text = (reply.Text ?? "").Trim();
            return new Transcript
            {
                Text = text.Length <= Limits.MessageLength ? text : text[..Limits.MessageLength],
                Language = string.IsNullOrWhiteSpace(reply.Language) ? null : reply.Language,
            };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(OpenAiFailures.Translate(e, _options.Name!).Message);
            throw new SupportException(ProblemCodes.TranscriptionFailed, "The recording could not be understood just now. Try again, or write.");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A recording was not transcribed: {Reason}")]
    private partial void LogFailed(string reason);
}
