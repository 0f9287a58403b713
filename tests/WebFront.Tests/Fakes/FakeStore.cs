using System.Security.Cryptography;
using SupportPlatform.Stores;

namespace SupportPlatform.Fakes;

/// <summary>A store in memory.</summary>
internal sealed class FakeStore : IStoreGrain
{
    /// <summary>The profile; null: never configured.</summary>
    public StoreProfile? Profile { get; set; }

    /// <summary>How often the profile was asked for.</summary>
    public int Reads { get; private set; }

    /// <summary>What a read waits for.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public Task<StoreProfile> Configure(StoreSettings settings, CancellationToken cancellationToken = default)
    {
        Profile = new StoreProfile { Settings = settings, VisitorKeys = Profile?.VisitorKeys ?? [NewKey()] };
        return Task.FromResult(Profile);
    }

    public async Task<StoreProfile?> GetProfile(CancellationToken cancellationToken = default)
    {
        Reads++;
        await Gate;
        return Profile;
    }

    public Task<EmbedCheck> CheckEmbed(string url, CancellationToken cancellationToken = default) =>
        Task.FromResult(new EmbedCheck { Live = url == "https://shop.example/" });

    public Task<EscalationVerdict> TestEscalation(EscalationTest test, CancellationToken cancellationToken = default) =>
        Task.FromResult(new EscalationVerdict { Reason = test.Messages[^1], Frustration = 0 });

    public Task<StoreProfile> Change(StoreSettingsChange change, CancellationToken cancellationToken = default) =>
        Configure(change.Over(Profile!.Settings), cancellationToken);

    public Task<SlaPreview> PreviewSla(SlaPreviewRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(new SlaPreview { At = DateTimeOffset.UnixEpoch, IsOpen = true, Promises = [] });

    public Task<StoreProfile> RotateKeys(CancellationToken cancellationToken = default)
    {
        Profile = Profile! with { VisitorKeys = [NewKey(), Profile.VisitorKeys[0]] };
        return Task.FromResult(Profile);
    }

    /// <summary>A new key for tokens.</summary>
    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
