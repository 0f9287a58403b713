using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportPlatform.Hosting;
using SupportPlatform.Models;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations;

/// <summary>Spoken messages over HTTP.</summary>
internal static class TranscriptionEndpoints
{
    // The recording and the parts around it.
    private const int LargestBody = Limits.RecordingBytes + 16_384;

    /// <summary>Maps them.</summary>
    public static void MapTranscriptions(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/conversations/{id}/transcriptions", Transcribe).WithTags("Conversations").WithName("TranscribeRecording")
            .WithAccess(AccessRule.Conversation).DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestBody })
            .WithSummary("What is said in a recording of at most 5,000,000 bytes; nothing of it is kept.")
            .WithProblems(400, 401, 403, 404, 413, 415, 429, 503);

    private static async Task<Ok<Transcript>> Transcribe(
        IFormFile file, HttpContext http, ISupportGrains grains, RequestRateLimits limits, CancellationToken cancellationToken)
    {
        var key = http.Conversation();
        limits.CheckMessage(CallerContext.Current!, key.Store);

        // Whose conversation it is, its grain knows.
        await grains.Conversation(key).GetView(cancellationToken);
        if (file.Length > Limits.RecordingBytes)
            throw new SupportException(ProblemCodes.AudioInvalid, $"A recording has at most {Limits.RecordingBytes} bytes.");
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        var recording = new Recording { Data = ImmutableCollectionsMarshal.AsImmutableArray(bytes) };
        return TypedResults.Ok(await grains.Transcription(key.Store).Transcribe(recording, cancellationToken));
    }
}
