using System.Collections.Concurrent;
using SupportPlatform.Desk;

namespace SupportPlatform.Fakes;

/// <summary>Keeps replies, macros and views in memory.</summary>
internal sealed class FakeWorkbench : IWorkbenchGrain
{
    private readonly ConcurrentDictionary<(WorkbenchKind Kind, string Id), object> _items = new();

    public Task<CannedReplies> GetReplies(CancellationToken cancellationToken = default) =>
        Task.FromResult(new CannedReplies { Items = [.. _items.Values.OfType<CannedReply>()] });

    public Task<Macros> GetMacros(CancellationToken cancellationToken = default) =>
        Task.FromResult(new Macros { Items = [.. _items.Values.OfType<Macro>()] });

    public Task<SavedViews> GetViews(CancellationToken cancellationToken = default) =>
        Task.FromResult(new SavedViews { Items = [.. _items.Values.OfType<SavedView>()] });

    public Task<CannedReply> PutReply(CannedReply reply, CancellationToken cancellationToken = default) => Put(WorkbenchKind.Reply, reply.Id, reply);

    public Task<Macro> PutMacro(Macro macro, CancellationToken cancellationToken = default) => Put(WorkbenchKind.Macro, macro.Id, macro);

    public Task<SavedView> PutView(SavedView view, CancellationToken cancellationToken = default) => Put(WorkbenchKind.View, view.Id, view);

    public Task<bool> Delete(WorkbenchKind kind, string id, CancellationToken cancellationToken = default) =>
        Task.FromResult(_items.TryRemove((kind, id), out _));

    private Task<T> Put<T>(WorkbenchKind kind, string id, T item)
        where T : class
    {
        if (id == "taken") throw new SupportException(ProblemCodes.NameTaken, "There is another one of this name.");
        _items[(kind, id)] = item;
        return Task.FromResult(item);
    }
}
