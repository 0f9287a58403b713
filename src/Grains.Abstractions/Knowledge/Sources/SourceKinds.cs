namespace SupportPlatform.Knowledge;

/// <summary>What a source is.</summary>
public static class SourceKinds
{
    /// <summary>An uploaded file.</summary>
    public const string Document = "document";

    /// <summary>A page of the web.</summary>
    public const string Page = "page";

    /// <summary>A picture in a conversation; it is kept and not read.</summary>
    public const string Image = "image";

    /// <summary>A question with its answer.</summary>
    public const string Faq = "faq";

    /// <summary>An article of the help centre.</summary>
    public const string Article = "article";
}
