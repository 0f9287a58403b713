namespace SupportPlatform.Knowledge;

/// <summary>What a proposal would do.</summary>
public static class ProposalKinds
{
    /// <summary>Add an entry.</summary>
    public const string New = "new";

    /// <summary>Add another way to ask to an entry.</summary>
    public const string Variant = "variant";

    /// <summary>Give an entry another answer.</summary>
    public const string Change = "change";
}
