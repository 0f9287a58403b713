using System.Collections.Immutable;
using System.Globalization;
using SupportPlatform.Hosting;
using SupportPlatform.Security;
using SupportPlatform.Stores;

namespace SupportPlatform.Help;

/// <summary>Reads what the pages show.</summary>
internal sealed class HelpPages(ISupportGrains grains, StoreProfiles profiles)
{
    /// <summary>What all pages of a store have in common; null when there is no such store.</summary>
    /// <param name="http">The request.</param>
    /// <param name="store">The store's id.</param>
    /// <param name="lang">The language that is asked for, if any.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HelpFrame?> Open(HttpContext http, string store, string? lang, CancellationToken cancellationToken)
    {
        if (await profiles.Find(store, cancellationToken) is not { } profile) return null;
        var locale = IsTag(lang) ? lang! : profile.Settings.Locale;
        return new HelpFrame { Store = store, Settings = profile.Settings, Locale = locale, Request = http.Request };
    }

    /// <summary>All that is published in the page's language.</summary>
    public Task<HelpContents> Contents(HelpFrame frame, CancellationToken cancellationToken) =>
        Grain(frame).GetContents(frame.Locale, cancellationToken);

    /// <summary>A published article.</summary>
    public Task<HelpArticle?> Article(HelpFrame frame, string id, CancellationToken cancellationToken) =>
        Grain(frame).GetArticle(id, cancellationToken);

    /// <summary>What fits a query.</summary>
    public Task<ImmutableArray<HelpHit>> Search(HelpFrame frame, string query, CancellationToken cancellationToken) =>
        Grain(frame).Search(query, frame.Locale, cancellationToken);

    private static bool IsTag(string? lang)
    {
        if (lang is not { Length: >= 2 and <= 35 }) return false;
        try
        {
            return CultureInfo.GetCultureInfo(lang) is not null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    // What is published is for everybody, so the platform asks.
    private IHelpCentreGrain Grain(HelpFrame frame)
    {
        CallerContext.Current = Caller.System;
        return grains.HelpCentre(frame.Store);
    }
}
