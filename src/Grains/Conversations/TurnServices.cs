using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;

namespace SupportPlatform.Conversations;

/// <summary>What turns need of the silo; one for all conversations.</summary>
internal sealed class TurnServices(
    IAssistant assistant,
    IGrainFactory grains,
    IOptions<ConversationOptions> options,
    TurnInstruments instruments,
    CitationCounter citations,
    AttachmentStore attachments,
    RedactionStore redactions,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    /// <summary>Who answers.</summary>
    public IAssistant Assistant { get; } = assistant;

    /// <summary>The way to other grains.</summary>
    public IGrainFactory Grains { get; } = grains;

    /// <summary>How conversations behave.</summary>
    public ConversationOptions Options { get; } = options.Value;

    /// <summary>The meters.</summary>
    public TurnInstruments Instruments { get; } = instruments;

    /// <summary>Counts what answers cite.</summary>
    public CitationCounter Citations { get; } = citations;

    /// <summary>What customers attached.</summary>
    public AttachmentStore Attachments { get; } = attachments;

    /// <summary>Takes the words of removed sources away.</summary>
    public RedactionStore Redactions { get; } = redactions;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>The log of turns.</summary>
    public ILogger<TurnRunner> Logger { get; } = logger;
}
