namespace SupportPlatform.Knowledge;

/// <summary>Where a gap stands.</summary>
public static class GapStatuses
{
    /// <summary>It wants an answer.</summary>
    public const string Open = "open";

    /// <summary>Somebody said that it wants none.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>The entry made from it is published.</summary>
    public const string Resolved = "resolved";
}
