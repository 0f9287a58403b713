namespace SupportPlatform.Conversations;

/// <summary>What whoever takes over does first: from why a person was asked for, and what is not known yet.</summary>
internal static class NextSteps
{
    /// <summary>The step; null where there is nothing to do.</summary>
    /// <param name="material">The conversation.</param>
    /// <param name="open">Its open question.</param>
    public static string? Of(BriefMaterial material, string? open)
    {
        if (material.IsResolved) return null;
        if (material.Escalation is not { } asked) return open is null ? null : material.Agent is null ? null : "Answer the open question.";

        // Once a person writes, the reason has been dealt with.
        if (material.Messages is [.., { Role: MessageRole.Agent }]) return null;
        var step = asked.Reason switch
        {
            EscalationReasons.Safety => "Answer at once: somebody may be in danger.",
            EscalationReasons.Legal => "Promise nothing: pass it to whoever answers for legal matters.",
            EscalationReasons.Frustration => "Say first that you see what went wrong, then solve it.",
            EscalationReasons.Failures => "The knowledge has no answer: answer yourself, and add it to the knowledge.",
            EscalationReasons.Policy => "A rule of the store wants a person to decide this.",
            EscalationReasons.Complexity => "Answer the questions one by one.",
            _ => open is null ? "Say that you are there, and ask what is wanted." : "Say that you are there, and answer the open question.",
        };
        return Missing(material, asked.Kind) is { } missing ? $"{step} {missing}" : step;
    }

    private static string? Missing(BriefMaterial material, string type) =>
        type is EscalationTypes.Billing or EscalationTypes.Complaint && material.Facts.All(f => f.Label != "order")
            ? "The order is not known yet: ask for its number."
            : type == EscalationTypes.Technical && material.Facts.All(f => f.Label != "product") && material.Messages.All(m => m.Sources.IsEmpty)
                ? "The product is not known yet: ask which one."
                : null;
}
