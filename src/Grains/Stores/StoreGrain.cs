using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SupportPlatform.Agents;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;
using SupportPlatform.Models;
using SupportPlatform.Security;

namespace SupportPlatform.Stores;

/// <summary>A tenant's settings and secrets.</summary>
[GrainType("store")]
internal sealed class StoreGrain : Grain, IStoreGrain
{
    private readonly IPersistentState<StoreState> _state;
    private readonly SpeechClient _speech;
    private readonly IPageFetcher _pages;
    private readonly WebhookStore _webhooks;
    private readonly WebhookOptions _webhookOptions;
    private readonly TimeProvider _time;

    /// <summary>Made by the engine.</summary>
    public StoreGrain(
        [PersistentState("store", GrainServices.StateStorage)] IPersistentState<StoreState> state, SpeechClient speech, IPageFetcher pages,
        WebhookStore webhooks, IOptions<WebhookOptions> webhookOptions, TimeProvider time) =>
        (_state, _speech, _pages, _webhooks, _webhookOptions, _time) = (state, speech, pages, webhooks, webhookOptions.Value, time);

    /// <inheritdoc/>
    public async Task<StoreProfile> Configure(StoreSettings settings, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        StoreKey.Check(this.GetPrimaryKeyString());
        StoreRules.Check(settings);
        WebhookRules.Check(settings.Webhooks, _webhookOptions.AllowPrivate);
        await _webhooks.Configure(this.GetPrimaryKeyString(), settings.Webhooks, cancellationToken);
        settings = settings with { Webhooks = [.. settings.Webhooks.Select(w => w with { Secret = null })] };
        var state = _state.RecordExists ? _state.State : new StoreState();
        var keys = state.VisitorKeys.IsDefaultOrEmpty ? [NewKey()] : state.VisitorKeys;
        _state.State = state with { Settings = settings, VisitorKeys = keys };
        await _state.WriteStateAsync(cancellationToken);
        return Profile() ?? throw new InvalidOperationException("The store was not kept.");
    }

    /// <inheritdoc/>
    public Task<StoreProfile?> GetProfile(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return Task.FromResult(Profile());
    }

    /// <inheritdoc/>
    public async Task<StoreProfile> RotateKeys(CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var profile = Profile() ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        _state.State = _state.State with { VisitorKeys = [NewKey(), profile.VisitorKeys[0]] };
        await _state.WriteStateAsync(cancellationToken);
        return profile with { VisitorKeys = _state.State.VisitorKeys };
    }

    /// <inheritdoc/>
    public async Task<EmbedCheck> CheckEmbed(string url, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        try
        {
            return EmbedRules.Find(await _pages.FetchHtml(url, cancellationToken), this.GetPrimaryKeyString());
        }
        catch (ExtractionException e)
        {
            return new EmbedCheck { Live = false, Code = e.Code, Reason = e.Message };
        }
        catch (RegexMatchTimeoutException)
        {
            return new EmbedCheck { Live = false, Code = "page_too_large", Reason = "The page is too tangled to be searched." };
        }
    }

    /// <inheritdoc/>
    public Task<EscalationVerdict> TestEscalation(EscalationTest test, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        EscalationSettingsRules.Check(test);
        var profile = Profile() ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");
        return Task.FromResult(EscalationRules.Test(this.GetPrimaryKeyString(), profile.Settings, test, _time.GetUtcNow()));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private StoreProfile? Profile() => _state is { RecordExists: true, State.Settings: { } settings }
        ? new StoreProfile { Settings = settings, VisitorKeys = _state.State.VisitorKeys, Transcribes = _speech.IsConfigured }
        : null;
}
