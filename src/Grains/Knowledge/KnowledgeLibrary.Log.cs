using Microsoft.Extensions.Logging;

namespace SupportPlatform.Knowledge;

internal sealed partial class KnowledgeLibrary
{
    [LoggerMessage(1, LogLevel.Information, "Store {Store} is loaded in version {Version}: {Sources} sources, {Passages} passages, in {Milliseconds:F0} ms")]
    private partial void LogLoaded(string store, long version, int sources, int passages, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Store {Store} was unloaded; nobody asked for it")]
    private partial void LogUnloaded(string store);

    [LoggerMessage(3, LogLevel.Error, "Rebuilding the knowledge of store {Store} failed; what was loaded before is still used")]
    private partial void LogRebuildFailed(string store, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "The vectors of store {Store} could not be kept or loaded; words alone decide until the next try")]
    private partial void LogVectorsFailed(string store, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "Store {Store} is still being rebuilt; the knowledge before the last change was used")]
    private partial void LogSlow(string store);
}
