using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SupportPlatform.Hosting;

/// <summary>
/// Whose word counts for how and by whom this host was reached (<c>X-Forwarded-Proto</c>, <c>X-Forwarded-For</c>): the addresses and
/// networks of the setting <c>Proxies:Known</c>, separated by commas; loopback where it is left out.
/// </summary>
internal sealed class KnownProxies(IConfiguration configuration) : IConfigureOptions<ForwardedHeadersOptions>
{
    private const string Setting = "Proxies:Known";

    /// <inheritdoc/>
    public void Configure(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        if (configuration[Setting] is not { Length: > 0 } known) return;

        // However many there are: each hop has to be known, and the first that is not is whoever asks.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var one in known.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(one, out var network)) options.KnownIPNetworks.Add(network);
            else
                throw new OptionsValidationException(
                    Setting, typeof(ForwardedHeadersOptions), [$"{Setting}: '{one}' is neither an address nor a network such as 10.0.0.0/8."]);
        }
    }
}
