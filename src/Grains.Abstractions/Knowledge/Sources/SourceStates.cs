namespace SupportPlatform.Knowledge;

/// <summary>Whether answers may use a source.</summary>
public static class SourceStates
{
    /// <summary>They may not: it is being written.</summary>
    public const string Draft = "draft";

    /// <summary>They may.</summary>
    public const string Published = "published";
}
