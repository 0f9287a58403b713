using System.Collections.Immutable;

namespace SupportPlatform.Conversations.Staff;

/// <summary>Conversations of a store that changed.</summary>
internal sealed record LinesMessage(string Store, ImmutableArray<ConversationLine> Lines);
