using System.Collections.Immutable;

namespace SupportPlatform.Models;

/// <summary>Messages in another language.</summary>
/// <param name="Texts">The messages.</param>
public sealed record TranslationsBody(ImmutableArray<TranslatedMessage> Texts);
