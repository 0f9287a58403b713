namespace SupportPlatform.Models;

/// <summary>The configuration section <c>Transcription</c>: an OpenAI-compatible <c>/audio/transcriptions</c>.</summary>
internal sealed class TranscriptionOptions
{
    /// <summary>The address before <c>/audio/transcriptions</c>; OpenAI's own when empty.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The key; never logged.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The model's name; without it spoken messages are not offered.</summary>
    public string? Name { get; set; }

    /// <summary>How long a transcription may take, 30 s by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
