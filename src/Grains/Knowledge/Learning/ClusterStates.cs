namespace SupportPlatform.Knowledge;

/// <summary>What was decided about a cluster; stored.</summary>
internal static class ClusterStates
{
    /// <summary>Nothing.</summary>
    public const string Open = "open";

    /// <summary>It is of no use.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>Its entry is published.</summary>
    public const string Published = "published";
}
