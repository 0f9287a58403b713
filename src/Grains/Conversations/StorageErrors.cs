using System.Net.Sockets;
using Npgsql;

namespace SupportPlatform.Conversations;

/// <summary>What a failure of the database means for what was asked of it.</summary>
internal static class StorageErrors
{
    /// <summary>
    /// Whether another try may do better: the connection was lost, the server restarts, recovers, lacks connections, is a
    /// standby for the moment, or resolved a deadlock. A full disk is not waited for.
    /// </summary>
    public static bool IsTransient(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => false,
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException p => p.SqlState[..2] is "08" or "40" or "53" or "55" or "57" or "58" or "XX",
        NpgsqlException or IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>
    /// Whether a statement that failed so may be committed all the same. An error of the statement undid it; the end of
    /// the session, whatever its reason, can have come after the commit and before the answer.
    /// </summary>
    public static bool IsUncertain(Exception e) => e is not PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>Whether the data is at fault, so that the other appends of the commit are not.</summary>
    public static bool IsOfData(Exception e) => e switch
    {
        PostgresException p => p.SqlState[..2] is "22" or "23" or "54",

        // Text that is not Unicode does not even get as far as the database.
        ObjectDisposedException or OperationCanceledException => false,
        _ => !IsTransient(e),
    };

    /// <summary>What the appender is told of data that the database refused.</summary>
    public static Exception OfData(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "events_by_client_message" }
            ? new DuplicateMessageException(e)
            : new SupportException(ProblemCodes.InvalidText, "The text cannot be stored.");

    /// <summary>What callers are told when the database cannot be used; the reason is in the log.</summary>
    public static SupportException Unavailable() =>
        new(ProblemCodes.StorageUnavailable, "The storage is unavailable at the moment; please try again.");

    /// <summary>The wait before a repetition: 20 ms, doubled with each up to 1 s, and half of it random.</summary>
    /// <param name="attempt">How many attempts have failed, from 1.</param>
    public static TimeSpan BackOff(int attempt)
    {
        var full = Math.Min(1000, 20 * Math.Pow(2, Math.Min(attempt, 10) - 1));
#pragma warning disable CA5394 // Jitter keeps no secret.
        return TimeSpan.FromMilliseconds(full * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
