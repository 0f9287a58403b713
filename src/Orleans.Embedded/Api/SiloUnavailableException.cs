namespace Orleans.Runtime;

/// <summary>The engine stops and takes no new work.</summary>
public sealed class SiloUnavailableException(string msg) : OrleansException(msg);
