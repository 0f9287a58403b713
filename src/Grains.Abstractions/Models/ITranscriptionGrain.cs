namespace SupportPlatform.Models;

/// <summary>Turns speech into text. The key is the store's id.</summary>
[Alias("support.models.ITranscriptionGrain")]
public interface ITranscriptionGrain : IGrainWithStringKey
{
    /// <summary>What is said in a recording.</summary>
    /// <exception cref="SupportException">
    /// <c>transcription_not_configured</c>, <c>audio_invalid</c> or <c>transcription_failed</c>.
    /// </exception>
    [Alias("Transcribe")]
    Task<Transcript> Transcribe(Recording recording, CancellationToken cancellationToken = default);
}
