using System.Collections.Immutable;
using SupportPlatform.Stores;

namespace SupportPlatform.Desk;

/// <summary>The desks that a store's settings name. Pure.</summary>
internal static class DeskNames
{
    /// <summary>They, each once; the store's own is among them.</summary>
    public static ImmutableSortedSet<string> In(StoreSettings? settings)
    {
        var escalation = settings?.Escalation ?? new EscalationSettings();
        var policies = settings?.Sla?.Policies ?? [];
        string?[] named = [escalation.Desk, .. escalation.Rules.Select(r => r.Desk), .. policies.Select(p => p.Desk)];
        return [.. named.OfType<string>()];
    }
}
