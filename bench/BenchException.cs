namespace SupportPlatform.Bench;

/// <summary>A run that cannot give figures.</summary>
internal sealed class BenchException(string message) : Exception(message);
