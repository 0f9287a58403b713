namespace SupportPlatform.Models;

/// <summary>How a text can be rewritten, as on the wire.</summary>
public static class RewriteStyles
{
    public const string Friendly = "friendly";
    public const string Formal = "formal";
    public const string Shorter = "shorter";
    public const string Grammar = "grammar";
    public const string Translate = "translate";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Friendly, Formal, Shorter, Grammar, Translate];
}
