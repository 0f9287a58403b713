namespace SupportPlatform.Conversations;

/// <summary>Why a conversation wants a person, as on the wire.</summary>
public static class EscalationReasons
{
    /// <summary>The customer asks for a person.</summary>
    public const string Asked = "asked";

    /// <summary>The customer is frustrated or angry.</summary>
    public const string Frustration = "frustration";

    /// <summary>The assistant has failed to answer several times.</summary>
    public const string Failures = "failures";

    /// <summary>The store's rules want a person for this.</summary>
    public const string Policy = "policy";

    /// <summary>Somebody of the staff asks for it.</summary>
    public const string Pulled = "pulled";

    /// <summary>Somebody may be in danger.</summary>
    public const string Safety = "safety";

    /// <summary>The customer speaks of the law, or of their rights in personal data.</summary>
    public const string Legal = "legal";

    /// <summary>The customer asks more at once than the assistant answers.</summary>
    public const string Complexity = "complexity";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Asked, Frustration, Failures, Policy, Pulled, Safety, Legal, Complexity];
}
