namespace SupportPlatform.Conversations;

/// <summary>Gives a store's log away, page by page, without waking any conversation. The key is the store's id. For administrators.</summary>
[Alias("support.conversations.IConversationExportGrain")]
public interface IConversationExportGrain : IGrainWithStringKey
{
    /// <summary>At most 500 events of the conversations that began within a time, oldest conversation first.</summary>
    /// <param name="from">From when; null for all before.</param>
    /// <param name="to">Before when; null for all after.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [Alias("Read")]
    Task<ExportPage> Read(DateTimeOffset? from, DateTimeOffset? to, string? cursor, CancellationToken cancellationToken = default);
}
