using Microsoft.Extensions.Logging;

namespace SupportPlatform.Conversations;

internal sealed partial class TurnRunner
{
    [LoggerMessage(1, LogLevel.Warning, "Turn {TurnId} of store {Store} failed")]
    private partial void LogTurnFailed(Exception exception, string store, string turnId);

    [LoggerMessage(2, LogLevel.Error, "A turn of store {Store} was abandoned; its due row brings it back")]
    private partial void LogTurnAbandoned(Exception exception, string store);
}
