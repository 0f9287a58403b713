using System.Globalization;
using System.Net;
using System.Text;

namespace SupportPlatform.Knowledge;

/// <summary>Reads the addresses of pages, and refuses by their form those that no public page has.</summary>
internal static class PageAddress
{
    /// <summary>The longest address, in UTF-16 units; browsers and sitemaps hold to about as much.</summary>
    public const int Longest = 2_048;

    // Names that never mean a public host: RFC 6761, 6762, 7686, 8375, 9476, ICANN's .internal, and what networks use inside.
    private static readonly string[] InnerNames =
        ["localhost", "localdomain", "local", "internal", "intranet", "corp", "home", "lan", "private", "home.arpa", "test", "invalid", "onion", "alt"];

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address as given, absolute.</param>
    /// <exception cref="ExtractionException"><c>address_refused</c>: it is no address of a public page.</exception>
    public static Uri Parse(string text)
    {
        if (text.Length > Longest) throw Refused("it is too long");

        // Programs differ in what they take these for.
        if (text.Any(c => c is '\\' or <= ' ' or '\u007F' || char.IsWhiteSpace(c) || char.IsControl(c))) throw Refused("it has characters that addresses do not have");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address)) throw Refused("it is not one");
        Check(address, RawHost(text));
        return address;
    }

    /// <summary>Follows a redirection.</summary>
    /// <exception cref="ExtractionException"><c>address_refused</c>: it leads to no public page.</exception>
    public static Uri Follow(Uri from, string location)
    {
        // A relative one is completed here; an absolute one keeps its own spelling, which is checked.
        if (Uri.TryCreate(location, UriKind.Absolute, out var absolute) && !absolute.IsFile) return Parse(location);
        return Uri.TryCreate(from, location, out var address) ? Parse(address.AbsoluteUri) : throw Refused("it leads nowhere");
    }

    /// <summary>The refusal, with its reason.</summary>
    public static ExtractionException Refused(string reason) =>
        new("address_refused", $"This address cannot be fetched: {reason}. Give the https address of a public page.");

    private static void Check(Uri address, string rawHost)
    {
        if (address.Scheme is not ("http" or "https")) throw Refused("only http and https are");
        if (address.UserInfo.Length > 0 || rawHost.Contains('@', StringComparison.Ordinal)) throw Refused("it holds a user name");
        if (address.Port is not (80 or 443)) throw Refused("only the ports 80 and 443 are");
        if (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            // One number has many spellings; pages use the plain one.
            if (address.HostNameType == UriHostNameType.IPv4 && rawHost != address.Host) throw Refused("its number is written in an unusual way");
            if (rawHost.Contains('%', StringComparison.Ordinal) || !PublicAddresses.IsPublic(IPAddress.Parse(address.IdnHost)))
                throw Refused("it is not on the public Internet");
        }
        else
        {
            CheckName(address.IdnHost, rawHost);
        }
    }

    private static void CheckName(string host, string rawHost)
    {
        // Full-width digits and dots become plain ones on the way; a name of another script stays as it is.
        if (!rawHost.IsNormalized(NormalizationForm.FormKC) || rawHost.Any(c => c is '\u3002' or '\uFF0E' or '\uFF61'))
            throw Refused("its name is written in an unusual way");
        var labels = host.ToLowerInvariant().Split('.');
        if (host.Length > 253 || labels.Any(l => l.Length is 0 or > 63 || !l.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            throw Refused("its name is not valid");
        if (labels.Length < 2 || labels[^1].All(char.IsAsciiDigit) || labels[^1].StartsWith("0x", StringComparison.Ordinal))
            throw Refused("it has no public name");
        var name = string.Join('.', labels);
        if (Array.Exists(InnerNames, inner => name == inner || name.EndsWith("." + inner, StringComparison.Ordinal)))
            throw Refused("it is not on the public Internet");
        if (NamesInnerNumber(labels)) throw Refused("it is not on the public Internet");
    }

    // Services exist that answer 10.0.0.1.service.tld with 10.0.0.1.
    private static bool NamesInnerNumber(string[] labels)
    {
        for (var i = 0; i + 4 <= labels.Length; i++)
        {
            var number = labels[i..(i + 4)];
            if (number.All(l => byte.TryParse(l, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                && !PublicAddresses.IsPublic(new IPAddress([.. number.Select(l => byte.Parse(l, CultureInfo.InvariantCulture))]))) return true;
        }

        return false;
    }

    private static string RawHost(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal);
        if (start < 0) return "";
        var rest = text[(start + 3)..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = end < 0 ? rest : rest[..end];
        var colon = authority.LastIndexOf(':');
        return authority.StartsWith('[') || colon < 0 ? authority : authority[..colon];
    }
}
