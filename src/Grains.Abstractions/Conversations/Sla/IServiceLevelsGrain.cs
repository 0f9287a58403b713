namespace SupportPlatform.Conversations;

/// <summary>How fast a store's people are, read without waking any conversation. The key is the store's id. For staff.</summary>
[Alias("support.conversations.IServiceLevelsGrain")]
public interface IServiceLevelsGrain : IGrainWithStringKey
{
    /// <summary>The clocks of one conversation.</summary>
    /// <param name="conversationId">The conversation's public id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SupportException"><see cref="ProblemCodes.ConversationNotFound"/>.</exception>
    [Alias("GetClocks")]
    Task<SlaView> GetClocks(string conversationId, CancellationToken cancellationToken = default);

    /// <summary>How the store's desks and agents stand, and what happened today.</summary>
    [Alias("GetWall")]
    Task<WallView> GetWall(CancellationToken cancellationToken = default);
}
