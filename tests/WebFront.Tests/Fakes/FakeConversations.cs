using SupportPlatform.Conversations;
using SupportPlatform.Security;

namespace SupportPlatform.Fakes;

/// <summary>Lists what the test says, and remembers for whom and what.</summary>
internal sealed class FakeConversations : IConversationsGrain
{
    public (Caller? Caller, ConversationFilter Filter) Asked { get; private set; }

    public Task<ConversationPage> List(ConversationFilter filter, CancellationToken cancellationToken = default)
    {
        Asked = (CallerContext.Current, filter);
        return Task.FromResult(new ConversationPage { Conversations = [] });
    }

    public Task<ConversationCounts> Count(string? agentId, CancellationToken cancellationToken = default)
    {
        Asked = (CallerContext.Current, new ConversationFilter { Of = agentId });
        return Task.FromResult(new ConversationCounts { Mine = 2, Waiting = 3 });
    }

    public Task<ConversationLine> GetLine(string conversationId, CancellationToken cancellationToken = default) =>
        Task.FromResult(Line(conversationId));

    public Task<ConversationContext> GetContext(string conversationId, CancellationToken cancellationToken = default) => Task.FromResult(new ConversationContext
    {
        Line = Line(conversationId),
        Contact = new ContactFacts { ContactId = "c-1", Name = "Mia", IsVerified = true },
    });

    public static ConversationLine Line(string conversationId) => new()
    {
        ConversationId = conversationId,
        Status = ConversationStatus.Waiting,
        ContactId = "c-1",
        Channel = "widget",
        LastSeq = 3,
        StartedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        Priority = ConversationPriority.Urgent,
        Tags = ["vip"],
        LastMessage = new LineMessage { Role = MessageRole.Customer, Text = "Hello", At = DateTimeOffset.UnixEpoch },
    };
}
