namespace SupportPlatform.Eval.Sets;

/// <summary>What a set of escalations is to reach; null where nothing is asked of a figure.</summary>
internal sealed record EscalationMarks
{
    /// <summary>The share found of what is to be found.</summary>
    public double? Recall { get; init; }

    /// <summary>The share that is right of what is found.</summary>
    public double? Precision { get; init; }

    /// <summary>The highest share found of what is not to be found.</summary>
    public double? FalsePositives { get; init; }
}
