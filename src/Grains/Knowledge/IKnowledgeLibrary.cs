using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>The knowledge of stores, in memory.</summary>
internal interface IKnowledgeLibrary
{
    /// <summary>
    /// A store's knowledge for customers as it is now, or was a moment ago; empty for a store without any. Whoever holds it keeps it,
    /// whatever changes meanwhile.
    /// </summary>
    ValueTask<KnowledgeSnapshot> Of(string store, CancellationToken cancellationToken);

    /// <summary>The published instructions of a store, whether they hold now or not.</summary>
    ValueTask<ImmutableArray<Instruction>> Instructions(string store, CancellationToken cancellationToken);
}
