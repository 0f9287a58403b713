using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>Lists a store's desks. The key is the store's id; for administrators.</summary>
[Alias("support.desk.IDesksGrain")]
public interface IDesksGrain : IGrainWithStringKey
{
    /// <summary>The desks that were configured, that agents or the store's settings name, or where somebody waits; by id.</summary>
    [Alias("List")]
    Task<ImmutableArray<DeskView>> List(CancellationToken cancellationToken = default);
}
