using SupportPlatform.Hosting;

namespace SupportPlatform.Conversations.Relay;

/// <summary>What relays need; one for all of them.</summary>
internal sealed class RelayServices(ISupportGrains grains, WebFrontInstruments instruments, TimeProvider time, ILogger<ConversationRelay> logger)
{
    /// <summary>The way to the conversations.</summary>
    public ISupportGrains Grains { get; } = grains;

    /// <summary>The meters.</summary>
    public WebFrontInstruments Instruments { get; } = instruments;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>The log of relays.</summary>
    public ILogger<ConversationRelay> Logger { get; } = logger;
}
