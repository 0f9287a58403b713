namespace SupportPlatform.Grains.Tests.Knowledge;

/// <summary>A question with what its answer must and must not match.</summary>
internal sealed record ProductQuestion(string Text, bool IsAnswerable, string[] Sources, string[] Must, string[] Forbid);
