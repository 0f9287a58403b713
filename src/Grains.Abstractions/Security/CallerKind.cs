namespace SupportPlatform.Security;

/// <summary>What a caller is.</summary>
[GenerateSerializer, Alias("support.security.caller-kind")]
public enum CallerKind
{
    /// <summary>A customer or visitor with a signed token.</summary>
    Visitor,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>The platform itself.</summary>
    System,

    /// <summary>A human agent of a store who has signed in.</summary>
    Staff,
}
