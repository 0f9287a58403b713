namespace SupportPlatform.Knowledge;

/// <summary>What a cluster of questions is.</summary>
internal static class ClusterKinds
{
    /// <summary>Questions without a good answer.</summary>
    public const string Gap = "gap";

    /// <summary>Questions whose answers others may want.</summary>
    public const string Proposal = "proposal";
}
