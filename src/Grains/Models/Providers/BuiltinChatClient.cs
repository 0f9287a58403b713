using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace SupportPlatform.Models;

/// <summary>
/// The deterministic model: it answers with the statements of the passages that it is given (<see cref="EvidenceContent"/>),
/// word by word, and says nothing where they say nothing. It needs no key and no network.
/// </summary>
/// <param name="estimator">Counts the tokens that it reports.</param>
/// <param name="wordsPerSecond">The pace; 0 for no delay.</param>
/// <param name="time">The clock of the pace.</param>
internal sealed class BuiltinChatClient(TokenEstimator estimator, double wordsPerSecond, TimeProvider time) : IChatClient
{
    /// <summary>The model's name.</summary>
    public const string Model = "builtin";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var read = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var evidence = read.SelectMany(m => m.Contents).OfType<EvidenceContent>().LastOrDefault();
        var text = evidence is null ? "" : AnswerWriter.Write(evidence.Questions, evidence.Passages, evidence.Language);
        var started = time.GetTimestamp();
        var words = 0;
        foreach (var word in Words(text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Update(new TextContent(word));
            words++;
            if (wordsPerSecond <= 0) continue;
            // By the clock of the whole text, so that late timers do not add up.
            var wait = TimeSpan.FromSeconds(words / wordsPerSecond) - time.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
        }

        var input = read.Sum(m => estimator.Count(m.Text));
        var output = estimator.Count(text);
        var last = Update(new UsageContent(new UsageDetails
        {
            InputTokenCount = input,
            OutputTokenCount = output,
            TotalTokenCount = input + output,
        }));
        last.FinishReason = ChatFinishReason.Stop;
        yield return last;
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
        // Nothing is held.
    }

    private static ChatResponseUpdate Update(AIContent content) =>
        new(ChatRole.Assistant, [content]) { ModelId = Model };

    // Each word with the space or line break after it; scripts without spaces by a few characters.
    private static IEnumerable<string> Words(string text)
    {
        const int Longest = 24;
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = char.IsWhiteSpace(text[i]) && (i + 1 == text.Length || !char.IsWhiteSpace(text[i + 1]));
            var tooLong = i - from >= Longest && !char.IsHighSurrogate(text[i]);
            if (!ends && !tooLong) continue;
            yield return text[from..(i + 1)];
            from = i + 1;
        }

        if (from < text.Length) yield return text[from..];
    }
}
