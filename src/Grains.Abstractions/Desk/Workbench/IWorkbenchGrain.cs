namespace SupportPlatform.Desk;

/// <summary>
/// What a store's people keep for their work: canned replies, macros and saved views. Agents use them; supervisors change
/// what all have, and each agent their own views. The key is the store's id.
/// </summary>
[Alias("support.desk.IWorkbenchGrain")]
public interface IWorkbenchGrain : IGrainWithStringKey
{
    /// <summary>The canned replies.</summary>
    [Alias("GetReplies")]
    Task<CannedReplies> GetReplies(CancellationToken cancellationToken = default);

    /// <summary>The macros.</summary>
    [Alias("GetMacros")]
    Task<Macros> GetMacros(CancellationToken cancellationToken = default);

    /// <summary>The views that all have, and the caller's own.</summary>
    [Alias("GetViews")]
    Task<SavedViews> GetViews(CancellationToken cancellationToken = default);

    /// <summary>Adds a canned reply or replaces it.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.NameTaken"/>, <see cref="ProblemCodes.TooManyItems"/>.</exception>
    [Alias("PutReply")]
    Task<CannedReply> PutReply(CannedReply reply, CancellationToken cancellationToken = default);

    /// <summary>Adds a macro or replaces it.</summary>
    /// <exception cref="SupportException">As for <see cref="PutReply"/>.</exception>
    [Alias("PutMacro")]
    Task<Macro> PutMacro(Macro macro, CancellationToken cancellationToken = default);

    /// <summary>Adds a view or replaces it.</summary>
    /// <exception cref="SupportException">As for <see cref="PutReply"/>.</exception>
    [Alias("PutView")]
    Task<SavedView> PutView(SavedView view, CancellationToken cancellationToken = default);

    /// <summary>Removes one; false when there is none.</summary>
    [Alias("Delete")]
    Task<bool> Delete(WorkbenchKind kind, string id, CancellationToken cancellationToken = default);
}
