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
}
