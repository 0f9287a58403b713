using SupportPlatform.Stores;

namespace SupportPlatform.Security;

/// <summary>
/// The wall between tenants: a call reaches a grain only with a caller who may act in the store that the grain's key
/// begins with. Without a caller nothing is allowed.
/// </summary>
internal sealed class TenantFilter : IIncomingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IIncomingGrainCallContext context)
    {
        // The engine's own grains are not a tenant's.
        if (context.Grain?.GetType().Assembly != typeof(TenantFilter).Assembly) return context.Invoke();
        var store = StoreKey.OfGrainKey(context.TargetId.Key.ToString()!);
        return CallerContext.Current switch
        {
            null => throw new SupportException(ProblemCodes.AccessDenied, "The call has no caller."),
            { Store: { } own } when own != store => throw new SupportException(ProblemCodes.WrongStore, "This belongs to another store."),
            { Kind: CallerKind.Visitor or CallerKind.Staff, Store: null } => throw new SupportException(ProblemCodes.AccessDenied, "The caller has no store."),
            _ => context.Invoke(),
        };
    }
}
