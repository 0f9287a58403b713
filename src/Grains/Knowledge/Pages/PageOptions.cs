namespace SupportPlatform.Knowledge;

/// <summary>How pages are fetched; section <c>Pages</c> of the configuration.</summary>
internal sealed class PageOptions
{
    /// <summary>The largest page, in bytes after decompression. Default 5 MB.</summary>
    public int MaxBytes { get; set; } = 5_000_000;

    /// <summary>The most time for a page, with redirections and robots.txt, without its extraction. Default 15 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The most redirections. Default 5.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>The least time between two requests to one host. Default 1 s.</summary>
    public TimeSpan HostInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The name that robots.txt and servers know the fetcher by.</summary>
    public string Agent { get; set; } = "SupportPlatform";

    /// <summary>How long a robots.txt is kept. Default 1 h; RFC 9309 asks for at most 24 h.</summary>
    public TimeSpan RobotsExpiry { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a page is fresh when its server does not say. Default 1 h.</summary>
    public TimeSpan Expiry { get; set; } = TimeSpan.FromHours(1);
}
