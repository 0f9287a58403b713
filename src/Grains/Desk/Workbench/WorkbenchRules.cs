namespace SupportPlatform.Desk;

/// <summary>What a store's people may keep for their work. Pure.</summary>
internal static class WorkbenchRules
{
    private const int MostActions = 20;
    private const int LongestText = 8_000;

    /// <summary>How many of a kind a store may have.</summary>
    public const int Most = 1_000;

    /// <summary>Checks a canned reply.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(CannedReply reply)
    {
        CheckId(reply.Id);
        Require(reply.Shortcut is { Length: >= 1 and <= 40 } && reply.Shortcut.All(c => !char.IsWhiteSpace(c) && !char.IsControl(c)), "a shortcut has 1 to 40 characters without spaces");
        Require(IsText(reply.Title, 100), "a title has 1 to 100 characters");
        Require(IsText(reply.Text, LongestText), $"a text has 1 to {LongestText:N0} characters");
        Require(reply.Locale is null or { Length: >= 2 and <= 35 }, "locale is a language tag");
    }

    /// <summary>Checks a macro.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(Macro macro)
    {
        CheckId(macro.Id);
        Require(IsText(macro.Name, 100), "a name has 1 to 100 characters");
        Require(!macro.Actions.IsDefaultOrEmpty && macro.Actions.Length <= MostActions, $"a macro has 1 to {MostActions} actions");
        Require(
            macro.Actions.All(a => a is not null && Enum.IsDefined(a.Action) && (a.Action == MacroCommand.Resolve ? a.Value is null : IsText(a.Value, LongestText))),
            $"an action has a value of 1 to {LongestText:N0} characters, but for resolve, which has none");
    }

    /// <summary>Checks a view.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(SavedView view)
    {
        CheckId(view.Id);
        Require(IsText(view.Name, 100), "a name has 1 to 100 characters");
        Require(view.Filter is not null, "a view has a filter");
        var filter = view.Filter!;
        Require(
            new[] { filter.View, filter.Status, filter.Desk, filter.Agent, filter.Tag, filter.Priority }.All(f => f is null || IsText(f, 100)),
            "what a filter has is 1 to 100 characters");
    }

    /// <summary>Checks an id.</summary>
    /// <exception cref="SupportException">It is none.</exception>
    public static void CheckId(string? id) => Require(
        id is { Length: >= 1 and <= 60 } && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'),
        "an id has 1 to 60 characters of a-z, 0-9 and -");

    private static bool IsText(string? text, int longest) =>
        text is not null && text.Length <= longest && !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal);

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"This is not valid: {rule}.");
    }
}
