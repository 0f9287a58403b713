using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Keeps what each site allows.</summary>
/// <param name="options">How long, and for whom.</param>
/// <param name="time">The clock.</param>
internal sealed class RobotsCache(PageOptions options, TimeProvider time)
{
    private const int MostSites = 10_000;

    // RFC 9309, 2.5: at least 500 kibibytes are read.
    private const int MostBytes = 512 * 1024;
    private readonly Dictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address may be fetched.</summary>
    /// <param name="address">The address.</param>
    /// <param name="get">Fetches the site's robots.txt: its status and as much of it as was asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> Allows(Uri address, Func<Uri, int, CancellationToken, Task<(int Status, byte[] Bytes)>> get, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        (RobotsRules Rules, DateTimeOffset Until) known;
        lock (_sites) _sites.TryGetValue(site, out known);
        if (known.Rules is null || known.Until <= time.GetUtcNow())
        {
            var rules = await Read(new Uri(new Uri(site), "/robots.txt"), get, cancellationToken);
            known = (rules, time.GetUtcNow() + options.RobotsExpiry);
            lock (_sites)
            {
                if (_sites.Count >= MostSites) _sites.Clear();
                _sites[site] = known;
            }
        }

        return known.Rules.Allows(address.PathAndQuery);
    }

    // RFC 9309, 2.3.1: without a file all is allowed, with a failing server nothing.
    private async Task<RobotsRules> Read(Uri robots, Func<Uri, int, CancellationToken, Task<(int Status, byte[] Bytes)>> get, CancellationToken cancellationToken)
    {
        var (status, bytes) = await get(robots, MostBytes, cancellationToken);
        return status switch
        {
            >= 200 and < 300 => RobotsRules.Parse(Encoding.UTF8.GetString(bytes), options.Agent),
            >= 500 => RobotsRules.Nothing,
            _ => RobotsRules.None,
        };
    }
}
