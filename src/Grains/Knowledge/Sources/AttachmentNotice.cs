using Microsoft.Extensions.Logging;
using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Knowledge;

/// <summary>
/// Tells a conversation at once that an attachment has been read. Should that fail, the due row that was written with the
/// outcome does it a little later.
/// </summary>
internal sealed partial class AttachmentNotice(IGrainFactory grains, ILogger<AttachmentNotice> logger)
{
    /// <summary>Tells it.</summary>
    public async Task Give(QueuedSource source, CancellationToken cancellationToken)
    {
        try
        {
            CallerContext.Current = Caller.System;
            await grains.GetGrain<IConversationGrain>(source.Conversation!).WakeUp(DueKinds.Attachment(source.Key.Id), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogLater(source.Key.Store, e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A conversation of store {Store} could not be told of an attachment; its row comes due")]
    private partial void LogLater(string store, Exception exception);
}
