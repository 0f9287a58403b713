using System.Diagnostics.Metrics;

namespace SupportPlatform.Knowledge;

/// <summary>Counts how pages are had. No tenant and no address is ever a tag.</summary>
/// <param name="meters">Makes the meter.</param>
internal sealed class PageInstruments(IMeterFactory meters)
{
    private readonly Counter<long> _pages = meters.Create("SupportPlatform")
        .CreateCounter<long>("support.pages", "{page}", "Pages that were asked for, by how they were had: hit, revalidated, miss or failed.");

    /// <summary>A page was asked for.</summary>
    public void Asked(string result) => _pages.Add(1, new KeyValuePair<string, object?>("result", result));
}
