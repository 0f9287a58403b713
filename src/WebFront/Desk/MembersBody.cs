using System.Collections.Immutable;

namespace SupportPlatform.Desk;

/// <summary>Who serves a desk.</summary>
/// <param name="AgentIds">The agents' ids.</param>
internal sealed record MembersBody(ImmutableArray<string> AgentIds);
