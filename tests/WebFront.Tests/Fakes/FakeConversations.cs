using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>Lists nothing, and remembers for whom and what.</summary>
internal sealed class FakeConversations : IConversationsGrain
{
    public (Caller? Caller, ConversationFilter Filter) Asked { get; private set; }

    public Task<ConversationPage> List(ConversationFilter filter, CancellationToken cancellationToken = default)
    {
        Asked = (CallerContext.Current, filter);
        return Task.FromResult(new ConversationPage { Conversations = [] });
    }
}
