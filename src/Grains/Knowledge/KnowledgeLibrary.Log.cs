using Microsoft.Extensions.Logging;

namespace SupportPlatform.Knowledge;

internal sealed partial class KnowledgeLibrary
{
    [LoggerMessage(LogLevel.Information, "Store {Store} has {Documents} more documents with {Passages} passages.")]
    private partial void LogLoaded(string store, int documents, int passages);

    [LoggerMessage(LogLevel.Warning, "The document {Name} has {Bytes} bytes, which is too large; it was left out.")]
    private partial void LogTooLarge(string name, long bytes);
}
