using Microsoft.Extensions.Logging;

namespace SupportPlatform.Postgres;

/// <content>Log messages.</content>
public sealed partial class PrivatePostgres
{
    [LoggerMessage(1, LogLevel.Information, "The private PostgreSQL runs as process {ProcessId}, data in {Folder}")]
    private partial void LogStarted(int processId, string folder);

    [LoggerMessage(2, LogLevel.Information, "Took over the private PostgreSQL, process {ProcessId}, data in {Folder}")]
    private partial void LogTakenOver(int processId, string folder);

    [LoggerMessage(3, LogLevel.Error, "The private PostgreSQL died; starting it again. Its log is {Log}")]
    private partial void LogDied(string log);

    [LoggerMessage(4, LogLevel.Error, "The private PostgreSQL does not start again; trying once more soon")]
    private partial void LogNotRestarted(Exception exception);
}
