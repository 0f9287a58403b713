using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>What a store's rules of escalation must look like, and what they may be tried with.</summary>
internal static class EscalationSettingsRules
{
    private const int MostRules = 50;
    private const int MostWords = 50;
    private const int MostVips = 1_000;
    private const int MostMessages = 20;
    private const int LongestMessage = 8_000;
    private const double HighestValue = 1_000_000_000;

    /// <summary>Checks settings.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(EscalationSettings settings)
    {
        StoreRules.Require(!settings.Rules.IsDefault && settings.Rules.Length <= MostRules, $"escalation.rules are at most {MostRules}");
        StoreRules.Require(
            !settings.VipContacts.IsDefault && settings.VipContacts.Length <= MostVips && settings.VipContacts.All(v => v is { Length: >= 1 and <= 100 }),
            $"escalation.vipContacts are at most {MostVips} ids of 100 characters");
        StoreRules.Require(IsDesk(settings.Desk), "escalation.desk has 1 to 40 characters of a-z, 0-9 and -");
        foreach (var rule in settings.Rules) Check(rule);
    }

    /// <summary>Checks what the rules are tried with.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(EscalationTest test)
    {
        if (test.Messages.IsDefaultOrEmpty || test.Messages.Length > MostMessages || test.Messages.Any(m => m is not { Length: <= LongestMessage }))
            throw new SupportException(ProblemCodes.InvalidRequest, $"messages are 1 to {MostMessages} of at most {LongestMessage} characters.");
        if (test.Settings is { } settings) Check(settings);
    }

    private static void Check(EscalationRule? rule)
    {
        StoreRules.Require(
            rule is { Words.IsDefault: false } && rule.Words.Length <= MostWords && rule.Words.All(w => w is { Length: <= 100 } && !string.IsNullOrWhiteSpace(w)),
            $"a rule's words are at most {MostWords} of 100 characters");
        StoreRules.Require(rule!.Topic is null || (rule.Topic != EscalationTypes.Other && EscalationTypes.All.Contains(rule.Topic)), "a rule's topic is a type but other");
        StoreRules.Require(rule.ValueAbove is null or (>= 0 and <= HighestValue), "a rule's valueAbove is 0 to 1,000,000,000");
        StoreRules.Require(rule.Words.Length > 0 || rule.Topic is not null || rule.ValueAbove is not null, "a rule has words, a topic or a valueAbove");
        StoreRules.Require(rule.Type is null || EscalationTypes.All.Contains(rule.Type), $"a rule's type is one of {string.Join(", ", EscalationTypes.All)}");
        StoreRules.Require(rule.Desk is null || IsDesk(rule.Desk), "a rule's desk has 1 to 40 characters of a-z, 0-9 and -");
    }

    /// <summary>Whether a text may be a desk's id.</summary>
    public static bool IsDesk(string? desk) =>
        desk is { Length: >= 1 and <= 40 } && desk.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
