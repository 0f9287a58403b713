namespace SupportPlatform.Desk;

/// <summary>Saved views over HTTP.</summary>
internal sealed class SavedViewEndpoints() : WorkbenchEndpoints<SavedView, SavedViews>(WorkbenchKind.View, "views", "View", "Views")
{
    /// <inheritdoc/>
    protected override Task<SavedViews> ReadAll(IWorkbenchGrain grain, CancellationToken cancellationToken) => grain.GetViews(cancellationToken);

    /// <inheritdoc/>
    protected override SavedView? Find(SavedViews items, string id) => items.Items.FirstOrDefault(i => i.Id == id);

    /// <inheritdoc/>
    protected override Task<SavedView> Write(IWorkbenchGrain grain, string id, SavedView item) => grain.PutView(item with { Id = id }, CancellationToken.None);
}
