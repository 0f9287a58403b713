namespace SupportPlatform.Conversations;

/// <summary>What an attachment is.</summary>
public static class AttachmentKinds
{
    /// <summary>A file that the assistant reads.</summary>
    public const string File = "file";

    /// <summary>A picture: kept and shown, not read.</summary>
    public const string Image = "image";

    /// <summary>A page of the web that the assistant reads.</summary>
    public const string Page = "page";
}
