using Microsoft.Extensions.Logging;

namespace SupportPlatform.Knowledge;

internal sealed partial class IngestionWorker
{
    [LoggerMessage(1, LogLevel.Information, "Source {Id} of store {Store} is ready in revision {Revision} with {Passages} passages")]
    private partial void LogReady(string store, string id, long revision, int passages);

    [LoggerMessage(2, LogLevel.Information, "Source {Id} of store {Store} cannot be read: {Code}")]
    private partial void LogRefused(string store, string id, string code);

    [LoggerMessage(3, LogLevel.Warning, "Reading source {Id} of store {Store} failed (attempt {Attempt}); it is tried again when its lease has ended")]
    private partial void LogReadFailed(string store, string id, int attempt, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "Looking for sources to read failed; trying again at the next look")]
    private partial void LogFailed(Exception exception);
}
