namespace SupportPlatform.Knowledge;

/// <summary>What a proposal would do to which entry.</summary>
/// <param name="Kind">One of <see cref="ProposalKinds"/>.</param>
/// <param name="FaqId">The entry, unless it is a new one.</param>
internal sealed record ProposalTarget(string Kind, string? FaqId);
