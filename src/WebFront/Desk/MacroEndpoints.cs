namespace SupportPlatform.Desk;

/// <summary>Macros over HTTP.</summary>
internal sealed class MacroEndpoints() : WorkbenchEndpoints<Macro, Macros>(WorkbenchKind.Macro, "macros", "Macro", "Macros")
{
    /// <inheritdoc/>
    protected override Task<Macros> ReadAll(IWorkbenchGrain grain, CancellationToken cancellationToken) => grain.GetMacros(cancellationToken);

    /// <inheritdoc/>
    protected override Macro? Find(Macros items, string id) => items.Items.FirstOrDefault(i => i.Id == id);

    /// <inheritdoc/>
    protected override Task<Macro> Write(IWorkbenchGrain grain, string id, Macro item) => grain.PutMacro(item with { Id = id }, CancellationToken.None);
}
