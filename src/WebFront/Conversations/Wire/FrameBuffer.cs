using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportPlatform.Conversations.Wire;

/// <summary>
/// Where frames are put together: one buffer and one JSON writer a thread, since a frame is made in one go and copied
/// out at its exact size.
/// </summary>
internal sealed class FrameBuffer
{
    private const int KeepAtMost = 256 * 1024;

    // Text is shown as text and never as HTML, so it need not be escaped for HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static FrameBuffer? _current;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    /// <summary>The JSON value that was begun.</summary>
    public Utf8JsonWriter Json => _json ??= new Utf8JsonWriter(_bytes, Options);

    /// <summary>The thread's buffer, empty. It must be done with before the next await.</summary>
    public static FrameBuffer Rent()
    {
        var buffer = _current ??= new FrameBuffer();
        buffer._bytes.ResetWrittenCount();
        return buffer;
    }

    /// <summary>Begins a JSON value.</summary>
    public Utf8JsonWriter BeginJson()
    {
        Json.Reset();
        return Json;
    }

    /// <summary>Ends a JSON value.</summary>
    public void EndJson() => Json.Flush();

    /// <summary>Adds bytes outside of JSON.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>What was written.</summary>
    public byte[] ToArray()
    {
        var result = _bytes.WrittenSpan.ToArray();
        if (_bytes.Capacity > KeepAtMost) (_current, _json) = (null, null);
        return result;
    }
}
