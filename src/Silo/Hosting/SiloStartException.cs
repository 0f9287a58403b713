namespace SupportPlatform.Hosting;

/// <summary>Why the silo cannot start, in words for who started it.</summary>
internal sealed class SiloStartException(string message, Exception? inner = null) : Exception(message, inner);
