namespace SupportPlatform.Stores;

/// <summary>What a store's settings must look like.</summary>
internal static class StoreRules
{
    /// <summary>Checks settings.</summary>
    /// <exception cref="SupportException">What is wrong with them.</exception>
    public static void Check(StoreSettings settings)
    {
        Require(settings.Name is { Length: >= 1 and <= 100 } && !string.IsNullOrWhiteSpace(settings.Name), "name has 1 to 100 characters");
        Require(settings.AssistantName is { Length: >= 1 and <= 60 }, "assistantName has 1 to 60 characters");
        Require(settings.Description is { Length: <= 2000 }, "description has at most 2,000 characters");
        Require(settings.Locale is { Length: >= 2 and <= 35 }, "locale is a language tag");
        Require(TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone ?? "", out _), "timeZone is an IANA name");
        Require(settings.Greeting is { Length: <= 500 }, "greeting has at most 500 characters");
        Require(!settings.Hours.IsDefault && settings.Hours.Length <= 50, "hours are at most 50 periods");
        Require(!settings.StarterQuestions.IsDefault && settings.StarterQuestions.Length <= 6 && settings.StarterQuestions.All(q => q is { Length: >= 1 and <= 200 }), "starterQuestions are at most 6 of 200 characters");
        Require(settings.BrandColor is null || IsColor(settings.BrandColor), "brandColor is of the form #a8482a");
        Require(!settings.AllowedOrigins.IsDefault && settings.AllowedOrigins.Length <= 50 && settings.AllowedOrigins.All(IsOrigin), "allowedOrigins are at most 50 of the form https://shop.example, or *");
        if (settings.Widget is { } widget) WidgetRules.Check(widget);
        Require(!settings.Holidays.IsDefault && settings.Holidays.Length <= 400, "holidays are at most 400 days");
        if (settings.Sla is { } sla) SlaSettingsRules.Check(sla);
        Require(settings.Approval is null or { Seconds: >= 15 and <= 600 }, "approval.seconds is 15 to 600");
        if (settings.Escalation is { } escalation) EscalationSettingsRules.Check(escalation);
    }

    /// <summary>Whether a text is a colour as <c>#a8482a</c>.</summary>
    public static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>Refuses settings for which a rule does not hold.</summary>
    /// <exception cref="SupportException">The rule.</exception>
    public static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"The settings are not valid: {rule}.");
    }

    private static bool IsOrigin(string? origin) =>
        origin == "*" ||
        (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == origin);
}
