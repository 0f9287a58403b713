namespace Orleans.Runtime;

/// <summary>An error of the engine.</summary>
public class OrleansException(string message) : Exception(message);
