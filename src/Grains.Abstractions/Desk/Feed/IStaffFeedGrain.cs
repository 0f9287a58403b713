namespace SupportPlatform.Desk;

/// <summary>
/// What a store's staff see of it at a glance, and what changes of that: lists, counts, agents, offers. The key is the
/// store's id. While nobody follows it, it does nothing.
/// </summary>
[Alias("support.desk.IStaffFeedGrain")]
public interface IStaffFeedGrain : IGrainWithStringKey
{
    /// <summary>The store at this moment, as an agent sees it.</summary>
    /// <param name="agentId">The agent; null for somebody who is none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [AlwaysInterleave]
    [Alias("Get")]
    Task<StaffView> Get(string? agentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// What changes after a moment, until the caller stops reading. Something may come twice and nothing is left out; a slow
    /// reader gets the newest state. When it ends, as it does for a reader who is too far behind, follow again from the last
    /// <see cref="StaffChange.At"/>.
    /// </summary>
    /// <param name="agentId">The agent whose counts and offers they are; null for somebody who is none.</param>
    /// <param name="since">The moment; one of more than ten minutes ago counts as ten minutes ago.</param>
    /// <param name="cancellationToken">Ends it.</param>
    [AlwaysInterleave]
    [Alias("Follow")]
    IAsyncEnumerable<StaffChange> Follow(string? agentId, DateTimeOffset since, CancellationToken cancellationToken = default);
}
