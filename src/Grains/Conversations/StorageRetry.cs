using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>
/// Repeats what can be repeated without harm while the database cannot be reached, with growing waits, for as long as
/// appends are tried.
/// </summary>
internal sealed partial class StorageRetry
{
    private readonly LogWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<StorageRetry> _logger;

    /// <summary>Made by the container.</summary>
    public StorageRetry(IOptions<LogWriterOptions> options, TimeProvider time, ILogger<StorageRetry> logger) =>
        (_options, _time, _logger) = (options.Value, time, logger);

    /// <summary>Does it, again where that may help.</summary>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public async Task<T> Run<T>(Func<CancellationToken, Task<T>> action, CancellationToken cancellationToken)
    {
        var began = _time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await action(cancellationToken);
            }
            catch (Exception e) when (e is not (OperationCanceledException or SupportException))
            {
                if (!StorageErrors.IsTransient(e) || _time.GetElapsedTime(began) >= _options.RetryFor)
                {
                    LogGivenUp(e);
                    throw StorageErrors.Unavailable();
                }

                LogRetry(attempt, e);
                await Task.Delay(StorageErrors.BackOff(attempt), _time, cancellationToken);
            }
        }
    }

    /// <summary>Runs one statement, and reads its rows.</summary>
    /// <param name="database">Where.</param>
    /// <param name="sql">The statement, with positional parameters.</param>
    /// <param name="values">Their values; null is SQL's NULL.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<IReadOnlyList<T>> Read<T>(
        NpgsqlDataSource database, string sql, object?[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) => Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(sql, values);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var rows = new List<T>();
            while (await reader.ReadAsync(ct)) rows.Add(read(reader));
            return (IReadOnlyList<T>)rows;
        },
        cancellationToken);

    /// <summary>Runs one statement; see <see cref="Read"/>.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SupportException">The storage is unavailable.</exception>
    public Task<int> Execute(NpgsqlDataSource database, string sql, object?[] values, CancellationToken cancellationToken) => Run(
        async ct =>
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var command = connection.Statement(sql, values);
            return await command.ExecuteNonQueryAsync(ct);
        },
        cancellationToken);

    [LoggerMessage(1, LogLevel.Warning, "Attempt {Attempt} to use the database failed; trying again")]
    private partial void LogRetry(int attempt, Exception exception);

    [LoggerMessage(2, LogLevel.Error, "The database cannot be used; the caller was told")]
    private partial void LogGivenUp(Exception exception);
}
