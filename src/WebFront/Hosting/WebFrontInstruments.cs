using System.Diagnostics.Metrics;

namespace SupportPlatform.Hosting;

/// <summary>Measures the front end. No tenant and no key is ever a tag.</summary>
internal sealed class WebFrontInstruments
{
    private readonly UpDownCounter<long> _followers;
    private readonly UpDownCounter<long> _relays;
    private readonly Counter<long> _frames;
    private readonly Counter<long> _restarts;
    private readonly Counter<long> _posts;

    /// <summary>The instruments on a meter.</summary>
    public WebFrontInstruments(IMeterFactory meters)
    {
        var meter = meters.Create("SupportPlatform");
        _followers = meter.CreateUpDownCounter<long>("support.followers", "{follower}", "Sockets and streams that follow a conversation.");
        _relays = meter.CreateUpDownCounter<long>("support.relays", "{relay}", "Conversations followed by this front end.");
        _frames = meter.CreateCounter<long>("support.frames", "{frame}", "Frames received from conversations.");
        _restarts = meter.CreateCounter<long>("support.follow.restarts", "{restart}", "Follows that ended and were begun again.");
        _posts = meter.CreateCounter<long>("support.posts", "{message}", "Messages accepted from customers.");
    }

    /// <summary>A follower came (1) or left (-1).</summary>
    public void FollowersChanged(int by) => _followers.Add(by);

    /// <summary>A relay began (1) or ended (-1).</summary>
    public void RelaysChanged(int by) => _relays.Add(by);

    /// <summary>A relay received a frame.</summary>
    public void FrameReceived() => _frames.Add(1);

    /// <summary>A relay lost its follow and follows again.</summary>
    public void FollowRestarted() => _restarts.Add(1);

    /// <summary>A message was accepted.</summary>
    public void MessageAccepted() => _posts.Add(1);
}
