namespace SupportPlatform.Knowledge;

/// <summary>Where a proposal stands.</summary>
public static class ProposalStatuses
{
    /// <summary>Somebody is to decide.</summary>
    public const string Open = "open";

    /// <summary>Somebody decided against it.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>Answers use what it proposed.</summary>
    public const string Published = "published";
}
