using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>A team's queue. The key is a <see cref="DeskKey"/>; a desk needs no making. Administrators only.</summary>
[Alias("support.desk.IDeskGrain")]
public interface IDeskGrain : IGrainWithStringKey
{
    /// <summary>Changes how the desk works.</summary>
    [Alias("Configure")]
    Task<DeskSettings> Configure(DeskSettings settings, CancellationToken cancellationToken = default);

    /// <summary>How the desk works.</summary>
    [AlwaysInterleave]
    [Alias("GetSettings")]
    Task<DeskSettings> GetSettings(CancellationToken cancellationToken = default);

    /// <summary>Who waits.</summary>
    [AlwaysInterleave]
    [Alias("GetQueue")]
    Task<QueueView> GetQueue(CancellationToken cancellationToken = default);

    /// <summary>Called when something may have changed, and from time to time: makes offers and tells those who wait their place.</summary>
    [Alias("WakeUp")]
    Task WakeUp(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says which agents name the desk. Whoever names none serves all desks and stays so; false when nothing changes.
    /// </summary>
    /// <param name="agentIds">The agents, at most 500.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException">
    /// <see cref="ProblemCodes.DeskInUse"/>: somebody would be left with no desk, which would mean all of them.
    /// </exception>
    [Alias("SetMembers")]
    Task<bool> SetMembers(ImmutableArray<string> agentIds, CancellationToken cancellationToken = default);

    /// <summary>Forgets how the desk works and who serves it; false when nothing of it was kept.</summary>
    /// <exception cref="SupportException">
    /// <see cref="ProblemCodes.DeskInUse"/>: somebody waits there, an agent serves no other, or the store's settings name it.
    /// </exception>
    [Alias("Delete")]
    Task<bool> Delete(CancellationToken cancellationToken = default);
}
