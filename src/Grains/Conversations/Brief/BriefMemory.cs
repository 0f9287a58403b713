namespace SupportPlatform.Conversations;

/// <summary>
/// The brief of an activation's conversation. It reads each event once, from the tail in memory; only what a long log has
/// before its tail is read from the database, when somebody asks for the first time.
/// </summary>
/// <param name="feed">The conversation's events.</param>
/// <param name="tail">The end of its log.</param>
internal sealed class BriefMemory(ConversationFeed feed, EventTail tail)
{
    private BriefMaterial _material = BriefMaterial.Empty;
    private ConversationBrief? _brief;

    /// <summary>The material of now.</summary>
    public async ValueTask<BriefMaterial> Material(CancellationToken cancellationToken)
    {
        var material = _material;
        while (material.Through < tail.LastSeq) material = material.After(await feed.Read(material.Through, Limits.PageSize, cancellationToken));

        // Another reader may have come further meanwhile.
        if (material.Through > _material.Through) _material = material;
        return _material;
    }

    /// <summary>The brief of now.</summary>
    public async ValueTask<ConversationBrief> Read(CancellationToken cancellationToken)
    {
        var material = await Material(cancellationToken);
        if (_brief is { } known && known.ThroughSeq == material.Through) return known;
        return _brief = BriefRules.Of(material);
    }
}
