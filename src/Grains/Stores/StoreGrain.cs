using System.Collections.Immutable;
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
        return await Keep(settings, settings.Webhooks, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<StoreProfile> Change(StoreSettingsChange change, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        return await Keep(change.Over(Known().Settings), change.Webhooks, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<SlaPreview> PreviewSla(SlaPreviewRequest request, CancellationToken cancellationToken = default)
    {
        StaffGate.Require(AgentRole.Administrator);
        var settings = Known().Settings;
        if (request.Change is { } change)
        {
            settings = change.Over(settings);
            StoreRules.Check(settings);
        }

        var desk = request.Desk ?? (settings.Escalation ?? new EscalationSettings()).Desk;
        return Task.FromResult(SlaRules.Preview(settings, desk, _time.GetUtcNow()));
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
        var profile = Known();
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
        var settings = Known().Settings;
        return Task.FromResult(EscalationRules.Test(
            this.GetPrimaryKeyString(), settings with { Escalation = test.Settings ?? settings.Escalation }, test, _time.GetUtcNow()));
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    // Without webhooks, those that there are stay as they are, and so does what is paused or failed of them.
    private async Task<StoreProfile> Keep(StoreSettings settings, ImmutableArray<WebhookSettings>? webhooks, CancellationToken cancellationToken)
    {
        if (settings.Revision is { } read && read != _state.Etag)
            throw new SupportException(ProblemCodes.SettingsChanged, "Somebody else has changed the settings meanwhile.");
        StoreRules.Check(settings);
        if (webhooks is { } given)
        {
            WebhookRules.Check(given, _webhookOptions.AllowPrivate);
            await _webhooks.Configure(this.GetPrimaryKeyString(), given, _time.GetUtcNow(), cancellationToken);
        }

        settings = settings with { Revision = null, Webhooks = [.. settings.Webhooks.Select(w => w with { Secret = null })] };
        var state = _state.RecordExists ? _state.State : new StoreState();
        var keys = state.VisitorKeys.IsDefaultOrEmpty ? [NewKey()] : state.VisitorKeys;
        _state.State = state with { Settings = settings, VisitorKeys = keys };
        await _state.WriteStateAsync(cancellationToken);
        return Known();
    }

    private StoreProfile Known() => Profile() ?? throw new SupportException(ProblemCodes.StoreNotFound, "There is no such store.");

    private StoreProfile? Profile() => _state is { RecordExists: true, State.Settings: { } settings }
        ? new StoreProfile { Settings = settings with { Revision = _state.Etag }, VisitorKeys = _state.State.VisitorKeys, Transcribes = _speech.IsConfigured }
        : null;
}
