namespace SupportPlatform.Stores;

/// <summary>A tenant: its settings and the secrets that sign its visitors' tokens. The key is the store's id.</summary>
[Alias("support.stores.IStoreGrain")]
public interface IStoreGrain : IGrainWithStringKey
{
    /// <summary>Creates the store or replaces its settings.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.SettingsChanged"/>: they are not those that were read.</exception>
    [Alias("Configure")]
    Task<StoreProfile> Configure(StoreSettings settings, CancellationToken cancellationToken = default);

    /// <summary>The settings and keys, or null for a store that was never configured.</summary>
    [AlwaysInterleave]
    [Alias("GetProfile")]
    Task<StoreProfile?> GetProfile(CancellationToken cancellationToken = default);

    /// <summary>Fetches a public page and looks whether it has the store's widget.</summary>
    [AlwaysInterleave]
    [Alias("CheckEmbed")]
    Task<EmbedCheck> CheckEmbed(string url, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a new secret that signs from now on; the one before still verifies, older ones no longer do, and neither do
    /// tokens that they signed.
    /// </summary>
    [Alias("RotateKeys")]
    Task<StoreProfile> RotateKeys(CancellationToken cancellationToken = default);

    /// <summary>Says whether a person would be wanted because of a customer's messages, and why.</summary>
    [AlwaysInterleave]
    [Alias("TestEscalation")]
    Task<EscalationVerdict> TestEscalation(EscalationTest test, CancellationToken cancellationToken = default);

    /// <summary>Changes some of the settings.</summary>
    /// <exception cref="SupportException">
    /// <see cref="ProblemCodes.StoreNotFound"/>; <see cref="ProblemCodes.SettingsChanged"/>: they are not those that were read.
    /// </exception>
    [Alias("Change")]
    Task<StoreProfile> Change(StoreSettingsChange change, CancellationToken cancellationToken = default);

    /// <summary>By when people would have to be done with what is asked now, by the rules that conversations go by.</summary>
    /// <exception cref="SupportException"><see cref="ProblemCodes.StoreNotFound"/>, or what is wrong with the settings that are tried.</exception>
    [AlwaysInterleave]
    [Alias("PreviewSla")]
    Task<SlaPreview> PreviewSla(SlaPreviewRequest request, CancellationToken cancellationToken = default);
}
