namespace SupportPlatform.Models;

/// <summary>Has recordings transcribed, as many at a time as come.</summary>
[StatelessWorker]
[GrainType("transcription")]
internal sealed class TranscriptionGrain(SpeechClient speech) : Grain, ITranscriptionGrain
{
    /// <inheritdoc/>
    public async Task<Transcript> Transcribe(Recording recording, CancellationToken cancellationToken = default)
    {
        if (!speech.IsConfigured)
            throw new SupportException(ProblemCodes.TranscriptionNotConfigured, "Spoken messages are not understood here; please write.");
        if (recording.Data.IsDefaultOrEmpty || recording.Data.Length > Limits.RecordingBytes || AudioKind.Of(recording.Data.AsSpan()) is not { } ending)
            throw new SupportException(ProblemCodes.AudioInvalid, $"A recording is WebM, Ogg, MP4, MP3, WAV or FLAC of at most {Limits.RecordingBytes} bytes.");
        return await speech.Transcribe(recording.Data, ending, cancellationToken);
    }
}
