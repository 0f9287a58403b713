namespace Orleans.Concurrency;

/// <summary>All calls of the grain run among each other (at their awaits).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReentrantAttribute : Attribute;
