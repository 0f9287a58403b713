namespace SupportPlatform.Conversations;

/// <summary>An attachment to be added.</summary>
/// <param name="Kind">One of <see cref="Knowledge.SourceKinds"/>.</param>
/// <param name="Name">The file's name, or the page's address.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="ClientId">The client's own id of it.</param>
internal sealed record NewAttachment(string Kind, string Name, string MediaType, string? ClientId)
{
    /// <summary>The SHA-256 of its bytes in hexadecimal; null for a page.</summary>
    public string? Hash { get; init; }

    /// <summary>Its length in bytes; 0 for a page.</summary>
    public long Bytes { get; init; }

    /// <summary>What its bytes say of an image.</summary>
    public ImageHeader? Image { get; init; }
}
