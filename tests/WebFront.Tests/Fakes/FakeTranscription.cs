using SupportPlatform.Models;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>Hears how many bytes a recording has.</summary>
internal sealed class FakeTranscription : ITranscriptionGrain
{
    public Task<Transcript> Transcribe(Recording recording, CancellationToken cancellationToken = default) =>
        CallerContext.Current is { Kind: CallerKind.Visitor }
            ? Task.FromResult(new Transcript { Text = $"{recording.Data.Length} bytes" })
            : throw new SupportException(ProblemCodes.AccessDenied, "No visitor.");
}
