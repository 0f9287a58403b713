namespace SupportPlatform.Knowledge;

/// <summary>An instruction in one version.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version.</param>
/// <param name="Entry">What it says, and when it holds.</param>
internal sealed record Instruction(string Id, long Version, InstructionEntry Entry)
{
    /// <summary>The id with the version, as traces name it.</summary>
    public string Name => $"{Id}/{Version}";

    /// <summary>Whether it holds for a customer at a time.</summary>
    /// <param name="locale">The customer's language as a BCP 47 tag, or its first part.</param>
    /// <param name="now">The time.</param>
    public bool Holds(string locale, DateTimeOffset now) =>
        (Entry.From is null || Entry.From <= now) && (Entry.To is null || now < Entry.To) &&
        (Entry.Locales.IsDefaultOrEmpty || Entry.Locales.Any(l => Language.Primary(l) == Language.Primary(locale)));
}
