using System.Collections.Concurrent;
using SupportPlatform.Security;

namespace SupportPlatform.Conversations.Relay;

/// <summary>The relays of this front end: one for each conversation and audience that somebody follows.</summary>
internal sealed class ConversationRelays(RelayServices services)
{
    private readonly ConcurrentDictionary<(ConversationKey Key, Audience Audience), ConversationRelay> _relays = new();

    /// <summary>How many conversations are followed.</summary>
    public int Count => _relays.Count;

    /// <summary>Subscribes somebody to a conversation.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="audience">Whose stream.</param>
    /// <param name="caller">On whose behalf; it has just been allowed to see the conversation.</param>
    /// <param name="last">The number of the conversation's last event, as just read.</param>
    /// <param name="subscriber">Who follows.</param>
    /// <returns>The relay to leave when done.</returns>
    public ConversationRelay Join(ConversationKey key, Audience audience, Caller caller, long last, RelaySubscriber subscriber)
    {
        while (true)
        {
            var relay = _relays.GetOrAdd(
                (key, audience), id => new ConversationRelay(services, key, audience, caller, closed => Remove(id, closed)));
            if (relay.TryJoin(subscriber, last)) return relay;
            Remove((key, audience), relay);
        }
    }

    private void Remove((ConversationKey Key, Audience Audience) id, ConversationRelay relay) => _relays.TryRemove(new(id, relay));
}
