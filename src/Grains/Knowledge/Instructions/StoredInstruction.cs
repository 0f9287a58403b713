namespace SupportPlatform.Knowledge;

/// <summary>A version of an instruction as it is stored.</summary>
/// <param name="Instruction">The version.</param>
/// <param name="Published">The version that is published; null for none.</param>
/// <param name="At">When this version was written.</param>
internal sealed record StoredInstruction(Instruction Instruction, long? Published, DateTimeOffset At);
