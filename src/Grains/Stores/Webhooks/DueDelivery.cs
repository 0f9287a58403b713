using System.Text.Json;
using SupportPlatform.Conversations;

namespace SupportPlatform.Stores;

/// <summary>A delivery that somebody has taken to make.</summary>
internal sealed record DueDelivery
{
    /// <summary>The conversation's grain key.</summary>
    public required string Conversation { get; init; }

    /// <summary>The event's number.</summary>
    public required long Seq { get; init; }

    /// <summary>To where.</summary>
    public required string Url { get; init; }

    /// <summary>What signs.</summary>
    public required string Secret { get; init; }

    /// <summary>How often it was tried, this time included.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was to be sent first.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The event's type.</summary>
    public required string Type { get; init; }

    /// <summary>When the event happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's data, as JSON.</summary>
    public required string Data { get; init; }

    /// <summary>The message's id.</summary>
    public string Id => IdOf(Conversation, Seq);

    /// <summary>The id of the message about an event.</summary>
    public static string IdOf(string conversation, long seq) => FormattableString.Invariant($"{ConversationKey.FromGrainKey(conversation).PublicId}_{seq}");

    /// <summary>What is sent.</summary>
    public string Body()
    {
        using var data = JsonDocument.Parse(Data);
        var key = ConversationKey.FromGrainKey(Conversation);
        return JsonSerializer.Serialize(new { type = Type, timestamp = At, data = new { store = key.Store, conversationId = key.PublicId, seq = Seq, data = data.RootElement } });
    }
}
