using System.Buffers;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>What sources must look like.</summary>
internal static class SourceRules
{
    /// <summary>The most other ways to ask a question.</summary>
    public const int MostVariants = 200;

    private const int LongestQuestion = 1_000;
    private const int LongestAnswer = 20_000;
    private const int LongestTitle = 300;
    private const int LongestBody = 200_000;
    private const int LongestCategory = 100;
    private const int LongestUrl = 2_000;
    private const int LongestName = 255;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    /// <summary>Checks an entry, and gives it an id where it has none.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static FaqEntry Check(FaqEntry entry)
    {
        RequireText(entry.Question, LongestQuestion, "question");
        RequireState(entry.State);
        if (entry.State == SourceStates.Published || entry.Answer is not "") RequireText(entry.Answer, LongestAnswer, "answer");
        var variants = entry.Variants.IsDefault ? [] : entry.Variants;
        Require(variants.Length <= MostVariants, $"variants are at most {MostVariants}");
        foreach (var variant in variants) RequireText(variant, LongestQuestion, "each of the variants");
        CheckPlace(entry.Category, entry.Locale);
        CheckAudience(entry.Audience);
        return entry with { Id = entry.Id is null ? DeriveId("faq", entry.Question) : CheckId(entry.Id), Variants = variants };
    }

    /// <summary>Checks an article, and gives it an id where it has none.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static ArticleEntry Check(ArticleEntry entry)
    {
        RequireText(entry.Title, LongestTitle, "title");
        RequireText(entry.Body, LongestBody, "body");
        RequireState(entry.State);
        CheckPlace(entry.Category, entry.Locale);
        CheckAudience(entry.Audience);
        return entry with { Id = entry.Id is null ? DeriveId("article", entry.Title) : CheckId(entry.Id) };
    }

    /// <summary>Checks a piece of an upload.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(UploadChunk chunk)
    {
        Require(!chunk.Data.IsDefault && chunk.Data.Length <= Limits.ChunkBytes, $"a piece has at most {Limits.ChunkBytes} bytes");
        Require(chunk.Offset >= 0, "a piece does not begin before the file");
    }

    /// <summary>Checks a file's name and where it is listed.</summary>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static void Check(AddDocument document)
    {
        RequireText(document.FileName, LongestName, "the file's name");
        Require(!document.FileName.Any(char.IsControl), "the file's name has no control characters");
        CheckPlace(document.Category, document.Locale);
        CheckAudience(document.Audience);
    }

    /// <summary>Checks a page's address and where it is listed.</summary>
    /// <returns>The address in its plain form, without a fragment.</returns>
    /// <exception cref="SupportException">What is wrong with it.</exception>
    public static string Check(AddPage page)
    {
        RequireText(page.Url, LongestUrl, "url");
        CheckPlace(page.Category, page.Locale);
        CheckAudience(page.Audience);
        var isAddress = Uri.TryCreate(page.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https";
        Require(isAddress && url!.UserInfo.Length == 0, "url is an http or https address without a user");
        return url!.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
    }

    /// <summary>An id that a caller chose.</summary>
    /// <exception cref="SupportException">It is none.</exception>
    public static string CheckId(string? id)
    {
        Require(id is { Length: >= 1 and <= Limits.ClientIdLength } && !id.AsSpan().ContainsAnyExcept(IdCharacters), "id has 1 to 100 letters, digits, '.', '_', ':' and '-'");
        return id!;
    }

    /// <summary>The same id for the same text, so that a second import of entries without ids adds none.</summary>
    public static string DeriveId(string prefix, string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return $"{prefix}-{Digest.Of(words, 16)}";
    }

    /// <summary>Checks how many are asked for.</summary>
    /// <exception cref="SupportException">Too few or too many.</exception>
    public static void CheckLimit(int limit) => Require(limit is >= 1 and <= Limits.PageSize, $"limit is between 1 and {Limits.PageSize}");

    /// <summary>Refuses what does not hold.</summary>
    /// <exception cref="SupportException">It does not hold.</exception>
    public static void Require(bool holds, string rule)
    {
        if (!holds) throw new SupportException(ProblemCodes.InvalidRequest, $"The source is not valid: {rule}.");
    }

    /// <summary>Refuses what is no language tag.</summary>
    /// <exception cref="SupportException">It is none.</exception>
    public static void CheckLocale(string? locale) =>
        Require(locale is { Length: >= 2 and <= 35 } && locale.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "locale is a language tag");

    /// <summary>Refuses what is no audience.</summary>
    /// <exception cref="SupportException">It is none.</exception>
    public static void CheckAudience(string? audience) =>
        Require(audience is Audiences.Customers or Audiences.Staff, "audience is customers or staff");

    /// <summary>An audience as it is stored: what is for everybody has none.</summary>
    public static string? Stored(string audience) => audience == Audiences.Staff ? audience : null;

    /// <summary>Refuses what is no text of a length.</summary>
    /// <exception cref="SupportException">It is none.</exception>
    public static void RequireText(string? text, int longest, string what)
    {
        Require(!string.IsNullOrWhiteSpace(text) && text.Length <= longest, $"{what} has 1 to {longest} characters");

        // The database takes no such characters, and a lone surrogate is no text.
        Require(!text!.Contains('\0', StringComparison.Ordinal) && IsUnicode(text), $"{what} is text");
    }

    private static bool IsUnicode(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out _, out var length) != OperationStatus.Done) return false;
            at += length;
        }

        return true;
    }

    private static void RequireState(string state) =>
        Require(state is SourceStates.Draft or SourceStates.Published, "state is draft or published");

    private static void CheckPlace(string? category, string? locale)
    {
        Require(category is null or { Length: >= 1 and <= LongestCategory }, $"category has 1 to {LongestCategory} characters");
        if (locale is not null) CheckLocale(locale);
    }
}
