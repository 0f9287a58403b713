namespace SupportPlatform.Desk;

/// <summary>Canned replies over HTTP.</summary>
internal sealed class CannedReplyEndpoints() : WorkbenchEndpoints<CannedReply, CannedReplies>(WorkbenchKind.Reply, "canned-replies", "CannedReply", "CannedReplies")
{
    /// <inheritdoc/>
    protected override Task<CannedReplies> ReadAll(IWorkbenchGrain grain, CancellationToken cancellationToken) => grain.GetReplies(cancellationToken);

    /// <inheritdoc/>
    protected override CannedReply? Find(CannedReplies items, string id) => items.Items.FirstOrDefault(i => i.Id == id);

    /// <inheritdoc/>
    protected override Task<CannedReply> Write(IWorkbenchGrain grain, string id, CannedReply item) => grain.PutReply(item with { Id = id }, CancellationToken.None);
}
