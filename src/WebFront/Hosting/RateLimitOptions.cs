namespace SupportPlatform.Hosting;

/// <summary>
/// Configuration section <c>RateLimits</c>. Each limit is a bucket: so many at once, and so many a second after that.
/// 0 at once means no limit. The defaults let a person never notice and an office share one address.
/// </summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests of one address (an IPv6 address counts by its /64) at once; static files and health are free.</summary>
    public int AddressBurst { get; set; } = 2_000;

    /// <summary>Requests of one address a second.</summary>
    public int AddressPerSecond { get; set; } = 200;

    /// <summary>Conversations begun from one address at once.</summary>
    public int StartBurst { get; set; } = 500;

    /// <summary>Conversations begun from one address a second.</summary>
    public int StartPerSecond { get; set; } = 10;

    /// <summary>Tries to sign in from one address at once.</summary>
    public int SignInBurst { get; set; } = 50;

    /// <summary>Tries to sign in from one address a second.</summary>
    public int SignInPerSecond { get; set; } = 1;

    /// <summary>Messages of one visitor at once.</summary>
    public int VisitorBurst { get; set; } = 200;

    /// <summary>Messages of one visitor a second.</summary>
    public int VisitorPerSecond { get; set; } = 5;

    /// <summary>Attachments and addresses of one visitor at once.</summary>
    public int AttachmentBurst { get; set; } = 30;

    /// <summary>Attachments and addresses of one visitor a second.</summary>
    public int AttachmentPerSecond { get; set; } = 1;

    /// <summary>Questions of one agent to the copilot at once; the administration key counts as one agent a store.</summary>
    public int CopilotBurst { get; set; } = 30;

    /// <summary>Questions of one agent to the copilot a second.</summary>
    public int CopilotPerSecond { get; set; } = 1;

    /// <summary>Attachments and addresses from one network address at once.</summary>
    public int AttachmentAddressBurst { get; set; } = 200;

    /// <summary>Attachments and addresses from one network address a second.</summary>
    public int AttachmentAddressPerSecond { get; set; } = 5;

    /// <summary>Messages to one store at once.</summary>
    public int StoreBurst { get; set; } = 10_000;

    /// <summary>Messages to one store a second.</summary>
    public int StorePerSecond { get; set; } = 1_000;

    /// <summary>Calls on one socket at once.</summary>
    public int SocketBurst { get; set; } = 400;

    /// <summary>Calls on one socket a second.</summary>
    public int SocketPerSecond { get; set; } = 50;

    /// <summary>Whether the limits by address also hold for loopback, as they do for every other address.</summary>
    public bool LimitLoopback { get; set; }

    /// <summary>Open sockets and streams of one address.</summary>
    public int ConnectionsPerAddress { get; set; } = 1_000;
}
