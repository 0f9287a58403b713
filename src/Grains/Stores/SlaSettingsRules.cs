namespace SupportPlatform.Stores;

/// <summary>What a store's promises must look like. Pure.</summary>
internal static class SlaSettingsRules
{
    private const int MostPolicies = 50;
    private const int MostMinutes = 43_200;

    /// <summary>Checks settings.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(SlaSettings settings)
    {
        StoreRules.Require(!settings.Policies.IsDefault && settings.Policies.Length <= MostPolicies, $"sla.policies are at most {MostPolicies}");
        StoreRules.Require(
            settings.Policies.All(p => p?.Name is { Length: >= 1 and <= 60 }) && settings.Policies.DistinctBy(p => p.Name).Count() == settings.Policies.Length,
            "a policy's name has 1 to 60 characters, and there is one of it");
        foreach (var policy in settings.Policies)
        {
            StoreRules.Require(policy.Priority is null || Enum.IsDefined(policy.Priority.Value), "a policy's priority is low, normal, high or urgent");
            StoreRules.Require(policy.Desk is null || EscalationSettingsRules.IsDesk(policy.Desk), "a policy's desk has 1 to 40 characters of a-z, 0-9 and -");
            int?[] minutes = [policy.FirstResponseMinutes, policy.NextResponseMinutes, policy.ResolutionMinutes];
            StoreRules.Require(minutes.All(m => m is null or (>= 1 and <= MostMinutes)), $"a policy's minutes are 1 to {MostMinutes:N0}");
            StoreRules.Require(minutes.Any(m => m is not null), "a policy has firstResponseMinutes, nextResponseMinutes or resolutionMinutes");
        }
    }
}
