namespace SupportPlatform.Knowledge;

/// <summary>Questions with their answers as sources, and back.</summary>
internal static class FaqRows
{
    /// <summary>The entry as it is written.</summary>
    public static NewEntry ToEntry(FaqEntry faq) => new(faq.Id!, faq.Question, faq.Locale, faq.Category, faq.State, SourceRules.Stored(faq.Audience), SourceContent.Of(faq));

    /// <summary>What callers see of a stored one.</summary>
    public static FaqView ToView(StoredSource source) => new()
    {
        Id = source.View.Id,
        Question = source.View.Title,
        Variants = source.Content?.Variants ?? [],
        Answer = source.Content?.Answer ?? "",
        Category = source.View.Category,
        Locale = source.View.Locale,
        Revision = source.View.Revision,
        Answers = source.View.Answers,
        UpdatedAt = source.View.UpdatedAt,
        State = source.View.State,
        Audience = source.View.Audience,
    };
}
