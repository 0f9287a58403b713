namespace SupportPlatform.Postgres;

/// <summary>The private PostgreSQL cannot be started. Its message says why and what to do, for the operator's eyes.</summary>
public sealed class PostgresStartException(string message, Exception? innerException = null)
    : Exception(message, innerException);
