namespace SupportPlatform;

/// <summary>Bounds of what callers may send.</summary>
public static class Limits
{
    /// <summary>The longest message, in UTF-16 units.</summary>
    public const int MessageLength = 8_000;

    /// <summary>The longest id that a client may choose, in UTF-16 units.</summary>
    public const int ClientIdLength = 100;

    /// <summary>The most attributes that a store's token gives a customer.</summary>
    public const int ContactAttributes = 20;

    /// <summary>The longest name of an attribute, in UTF-16 units.</summary>
    public const int AttributeNameLength = 40;

    /// <summary>The longest value of an attribute or of an order's field, in UTF-16 units.</summary>
    public const int AttributeLength = 200;

    /// <summary>The most orders that a store's token names.</summary>
    public const int ContactOrders = 5;

    /// <summary>The largest uploaded file, in bytes.</summary>
    public const int FileBytes = 25_000_000;

    /// <summary>The largest file that a customer attaches, in bytes.</summary>
    public const int AttachmentBytes = 10_000_000;

    /// <summary>The most attachments of a conversation that wait to be sent with a message.</summary>
    public const int AttachmentsWaiting = 10;

    /// <summary>The most attachments of a message.</summary>
    public const int AttachmentsPerMessage = 5;

    /// <summary>The most attachments of a conversation in all.</summary>
    public const int AttachmentsPerConversation = 100;

    /// <summary>The largest piece of an upload, in bytes.</summary>
    public const int ChunkBytes = 1_048_576;

    /// <summary>The largest spoken message, in bytes.</summary>
    public const int RecordingBytes = 5_000_000;

    /// <summary>The most lines of an import.</summary>
    public const int ImportLines = 10_000;

    /// <summary>How many items a page has where the caller does not say.</summary>
    public const int DefaultPage = 100;

    /// <summary>The most items in one page.</summary>
    public const int PageSize = 500;
}
