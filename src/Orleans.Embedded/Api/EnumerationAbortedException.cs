namespace Orleans.Runtime;

/// <summary>The activation ended, or nobody read for too long: the enumeration cannot go on.</summary>
public sealed class EnumerationAbortedException(string message) : Exception(message);
