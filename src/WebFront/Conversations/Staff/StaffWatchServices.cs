using SupportPlatform.Hosting;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Staff;

/// <summary>What watches need; one for all of them.</summary>
internal sealed class StaffWatchServices(ISupportGrains grains, StaffSessions sessions, TimeProvider time, ILogger<StaffWatch> logger)
{
    /// <summary>The way to the feeds.</summary>
    public ISupportGrains Grains { get; } = grains;

    /// <summary>Says whether somebody is still signed in.</summary>
    public StaffSessions Sessions { get; } = sessions;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>The log of watches.</summary>
    public ILogger<StaffWatch> Logger { get; } = logger;
}
