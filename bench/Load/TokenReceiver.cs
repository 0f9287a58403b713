using System.Buffers.Text;
using System.Text.Json;
using SupportPlatform.Bench.Measures;

namespace SupportPlatform.Bench.Load;

/// <summary>Receives one stream: when each token was emitted and how long it took, and whether all came.</summary>
internal sealed class TokenReceiver
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Emission and arrival of each token, in microseconds.</summary>
    public List<(long Emitted, long Arrived)> Tokens { get; } = new(2000);

    /// <summary>How many tokens the finished text has, or came, where the server sends no finished text.</summary>
    public int Finished { get; private set; }

    /// <summary>How often a chunk did not begin where the text so far ends.</summary>
    public int Breaks { get; private set; }

    /// <summary>How many chunks came.</summary>
    public int Chunks { get; private set; }

    /// <summary>The stream's end.</summary>
    public Task Complete => _complete.Task;

    /// <summary>Takes a message of the server.</summary>
    public void Receive(ReadOnlySpan<byte> message, long now)
    {
        if (message.IndexOf("\"target\":\"response_chunk\""u8) >= 0)
        {
            Chunk(message, now);
        }
        else if (message.IndexOf("\"target\":\"response_complete\""u8) >= 0)
        {
            using var json = JsonDocument.Parse(message.ToArray());
            var content = json.RootElement.GetProperty("arguments")[0].GetProperty("content").GetString()!;
            Finished = content.Length > 0 ? content.Length / TokenClock.Length : Tokens.Count;
            _complete.TrySetResult();
        }
    }

    private void Chunk(ReadOnlySpan<byte> message, long now)
    {
        Chunks++;
        var text = Value(message, "\"chunk\":\""u8, (byte)'"');
        var offset = Value(message, "\"offset\":"u8, (byte)',', (byte)'}');
        var from = Tokens.Count * TokenClock.Length;
        if (Utf8Parser.TryParse(offset, out int at, out _) && at != from)
        {
            Breaks++;
            text = text[Math.Clamp(from - at, 0, text.Length)..];
        }

        for (; text.Length >= TokenClock.Length; text = text[TokenClock.Length..]) Tokens.Add((TokenClock.Read(text), now));
    }

    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> message, ReadOnlySpan<byte> name, params ReadOnlySpan<byte> ends)
    {
        var at = message.IndexOf(name);
        if (at < 0) return default;
        var rest = message[(at + name.Length)..];
        return rest[..Math.Max(0, rest.IndexOfAny(ends))];
    }
}
