using System.Collections.Immutable;

namespace SupportPlatform.Help;

/// <summary>A store's questions with their answers, by category.</summary>
public sealed record HelpQuestions
{
    /// <summary>The categories in alphabetical order, what has none last.</summary>
    public required ImmutableArray<HelpCategory> Categories { get; init; }

    /// <summary>What a store publishes, by category.</summary>
    public static HelpQuestions Of(HelpContents contents) => new()
    {
        Categories =
        [
            .. contents.Questions
                .GroupBy(q => q.Category, StringComparer.Ordinal)
                .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.CurrentCulture)
                .Select(g => new HelpCategory { Name = g.Key, Questions = [.. g] }),
        ],
    };
}
