namespace SupportPlatform.Stores;

/// <summary>Whether a page has the store's widget.</summary>
[GenerateSerializer, Immutable, Alias("support.stores.embed-check")]
public sealed record EmbedCheck
{
    /// <summary>Whether it has.</summary>
    [Id(0)] public required bool Live { get; init; }

    /// <summary>The script tag that was found, be it another store's; at most 500 characters.</summary>
    [Id(1)] public string? Found { get; init; }

    /// <summary>
    /// Why not: <c>no_script</c>, <c>other_store</c>, or the code of a page that could not be fetched (<c>address_refused</c>,
    /// <c>page_status</c> and so on); null when it is live.
    /// </summary>
    [Id(2)] public string? Code { get; init; }

    /// <summary>The reason in words, and what to do.</summary>
    [Id(3)] public string? Reason { get; init; }
}
