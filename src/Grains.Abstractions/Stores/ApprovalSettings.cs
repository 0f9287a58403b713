namespace SupportPlatform.Stores;

/// <summary>Whether staff approve what the assistant says before customers read it.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.approval-settings")]
public sealed record ApprovalSettings
{
    /// <summary>Whether in all conversations; staff can change it for one.</summary>
    [Id(0)] public bool Required { get; init; }

    /// <summary>For how many seconds a draft waits before a person is asked for, 15 to 600.</summary>
    [Id(1)] public int Seconds { get; init; } = 60;
}
