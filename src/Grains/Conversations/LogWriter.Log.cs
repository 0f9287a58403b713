using Microsoft.Extensions.Logging;

namespace SupportPlatform.Conversations;

/// <content>Log messages.</content>
internal sealed partial class LogWriter
{
    [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} to commit {Appends} appends failed; trying again")]
    private partial void LogRetry(int attempt, int appends, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "{Appends} appends could not be committed; their callers were told")]
    private partial void LogGivenUp(int appends, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "An append was refused by the database: {Reason}")]
    private partial void LogRefused(string reason);
}
