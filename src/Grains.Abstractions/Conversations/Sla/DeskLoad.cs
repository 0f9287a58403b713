namespace SupportPlatform.Conversations;

/// <summary>How a desk stands at this moment.</summary>
[GenerateSerializer, Immutable, Alias("support.conversations.desk-load")]
public sealed record DeskLoad
{
    /// <summary>The desk's id.</summary>
    [Id(0)] public required string Desk { get; init; }

    /// <summary>How many wait.</summary>
    [Id(1)] public required int Waiting { get; init; }

    /// <summary>For how long the first of them does, in seconds.</summary>
    [Id(2)] public required int LongestSeconds { get; init; }

    /// <summary>For how many of them a clock was late.</summary>
    [Id(3)] public required int Breached { get; init; }

    /// <summary>How many agents who serve it are there.</summary>
    [Id(4)] public required int AgentsOnline { get; init; }

    /// <summary>How many more conversations these can take.</summary>
    [Id(5)] public required int FreeSlots { get; init; }
}
