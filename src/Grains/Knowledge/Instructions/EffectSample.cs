namespace SupportPlatform.Knowledge;

/// <summary>Answers with or without an instruction, summed up.</summary>
/// <param name="Used">Whether the instruction was in their prompt.</param>
/// <param name="Answers">How many there are.</param>
/// <param name="Ratings">How many are rated.</param>
/// <param name="Mean">The mean rating; null for none.</param>
/// <param name="Deviation">The ratings' standard deviation (n − 1); null for fewer than 2.</param>
/// <param name="Handoffs">After how many a person was offered or came in.</param>
internal sealed record EffectSample(bool Used, long Answers, long Ratings, double? Mean, double? Deviation, long Handoffs);
