using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPlatform.Knowledge;

/// <summary>The text of a source as it is stored. Property names are stored; they are never renamed.</summary>
internal sealed record SourceContent
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>What the original was; see <see cref="ExtractedDocument.Kind"/>. Null for a question.</summary>
    public string? Format { get; init; }

    /// <summary>The title that the source gives itself.</summary>
    public string? Title { get; init; }

    /// <summary>The pages of a document, a page or an article.</summary>
    public ImmutableArray<ExtractedPage>? Pages { get; init; }

    /// <summary>The question of an entry.</summary>
    public string? Question { get; init; }

    /// <summary>Other ways to ask it.</summary>
    public ImmutableArray<string>? Variants { get; init; }

    /// <summary>Its answer as Markdown.</summary>
    public string? Answer { get; init; }

    /// <summary>The content of a file.</summary>
    public static SourceContent Of(ExtractedDocument document) =>
        new() { Format = document.Kind, Title = document.Title, Pages = document.Pages };

    /// <summary>The content of a question with its answer.</summary>
    public static SourceContent Of(FaqEntry entry) =>
        new() { Question = entry.Question, Variants = entry.Variants, Answer = entry.Answer };

    /// <summary>The content of an article.</summary>
    public static SourceContent Of(ArticleEntry entry) =>
        new() { Format = "markdown", Title = entry.Title, Pages = [new ExtractedPage(null, entry.Body)] };

    /// <summary>Reads what was stored.</summary>
    public static SourceContent Parse(string json) =>
        JsonSerializer.Deserialize<SourceContent>(json, Json) ?? throw new JsonException("The content of a source is null.");

    /// <summary>What is stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Cuts it into passages.</summary>
    /// <param name="name">The source's name, which citations show.</param>
    /// <param name="changedAt">When it got this revision.</param>
    /// <param name="locale">Its language as a BCP 47 tag; null for one that serves all.</param>
    public SourceDocument Read(string name, DateTimeOffset? changedAt = null, string? locale = null)
    {
        var document = Question is not null
            ? FaqReader.Read(name, Question, Variants ?? [], Answer ?? "", changedAt)
            : DocumentReader.Read(name, new ExtractedDocument(Format ?? "markdown", Title, Pages ?? []), changedAt);
        return locale is null ? document : document with { Passages = [.. document.Passages.Select(p => p.In(locale))] };
    }
}
