namespace SupportPlatform.Knowledge;

/// <summary>How a store's answers from knowledge fared with an instruction and without it.</summary>
[GenerateSerializer, Immutable, Alias("support.knowledge.instruction-effect")]
public sealed record InstructionEffect
{
    /// <summary>The instruction's id.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>From when on answers are counted.</summary>
    [Id(1)] public required DateTimeOffset Since { get; init; }

    /// <summary>Those that were given under it, in any version.</summary>
    [Id(2)] public required EffectFigures With { get; init; }

    /// <summary>All others.</summary>
    [Id(3)] public required EffectFigures Without { get; init; }
}
