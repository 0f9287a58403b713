namespace SupportPlatform.Conversations;

/// <summary>An attachment as a message in the log names it. Property names are stored; they are never renamed.</summary>
internal sealed record AttachmentReference
{
    /// <summary>Its id.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>One of <see cref="AttachmentKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The file's name, or the page's address.</summary>
    public required string Name { get; init; }

    /// <summary>Its media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>Its length in bytes; 0 for a page.</summary>
    public required long Bytes { get; init; }

    /// <summary>A page's address.</summary>
    public string? Url { get; init; }

    /// <summary>The reference to an attachment.</summary>
    public static AttachmentReference To(AttachmentView view) => new()
    {
        AttachmentId = view.AttachmentId,
        Kind = view.Kind,
        Name = view.Name,
        MediaType = view.MediaType,
        Bytes = view.Bytes,
        Url = view.Url,
    };
}
