namespace Orleans.Concurrency;

/// <summary>The method runs at once, among whatever else runs (at its awaits).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
