using System.Collections.Immutable;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Conversations;

/// <summary>
/// The index of one conversation's attachments, beside the store's. It lives and goes with the conversation's activation
/// and is built when a turn wants it, so that an upload costs the store nothing.
/// </summary>
/// <param name="key">The conversation's key.</param>
/// <param name="attachments">The attachments of all conversations.</param>
internal sealed class AttachedKnowledge(string key, AttachmentStore attachments)
{
    // In UTF-16 units; some 3,000 passages, a tenth of a second to index.
    private const int MostText = 2_000_000;

    private ImmutableArray<(string Id, long Revision)> _loaded = [];

    /// <summary>What was loaded last; null where there is nothing to read.</summary>
    public KnowledgeSnapshot? Snapshot { get; private set; }

    /// <summary>Loads what is ready now.</summary>
    /// <param name="wanted">The ids of attachments that are waited for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether one of them is still being read.</returns>
    public async Task<bool> Load(ImmutableArray<string> wanted, CancellationToken cancellationToken)
    {
        var states = await attachments.States(key, cancellationToken);
        ImmutableArray<(string, long)> ready = [.. states.Where(s => s.Revision is not null).Select(s => (s.Id, s.Revision!.Value))];
        if (!ready.SequenceEqual(_loaded))
        {
            var documents = ready.IsEmpty ? [] : await attachments.Texts(key, MostText, cancellationToken);
            var distinct = documents.DistinctBy(d => (d.Name, d.Revision));

            // Away from the grain's scheduler, which has other conversations' turns to run; it touches no state.
            Snapshot = documents.Count == 0 ? null : await Task.Run(() => new KnowledgeSnapshot(distinct), cancellationToken);
            _loaded = ready;
        }

        return states.Any(s => s.IsWaiting && wanted.Contains(s.Id));
    }
}
