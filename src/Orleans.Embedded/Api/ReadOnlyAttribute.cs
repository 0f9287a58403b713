namespace Orleans.Concurrency;

/// <summary>The method changes nothing: it runs among other such methods.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
