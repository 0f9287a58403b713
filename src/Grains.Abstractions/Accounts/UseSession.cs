namespace SupportPlatform.Accounts;

/// <summary>Which session is asked for: by its secret id, or by its key where somebody has shown the id before.</summary>
[GenerateSerializer, Immutable, Alias("support.accounts.use-session")]
public sealed record UseSession
{
    /// <summary>The secret id; null: by the key.</summary>
    [Id(0)] public string? Id { get; init; }

    /// <summary>The <see cref="SessionView.Key"/>.</summary>
    [Id(1)] public string? Key { get; init; }

    /// <summary>The store whose membership is wanted; null: all.</summary>
    [Id(2)] public string? Store { get; init; }
}
