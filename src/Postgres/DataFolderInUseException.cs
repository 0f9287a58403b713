namespace SupportPlatform.Postgres;

/// <summary>Another silo uses the data folder. Its message names the folder and, when known, the process.</summary>
public sealed class DataFolderInUseException(string message, Exception? innerException = null)
    : Exception(message, innerException);
