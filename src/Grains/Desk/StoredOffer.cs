using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>What is kept of the offers of one conversation.</summary>
/// <param name="Id">The last offer's id.</param>
/// <param name="AgentId">To whom it is offered; null while it is offered to nobody.</param>
/// <param name="ExpiresAt">Until when it is, or until when those who passed are not asked again.</param>
/// <param name="Passed">The agents who declined or did not answer, since all were asked last.</param>
internal sealed record StoredOffer(string Id, string? AgentId, DateTimeOffset ExpiresAt, ImmutableArray<string> Passed);
