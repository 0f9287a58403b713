namespace SupportPlatform.Stores;

/// <summary>How webhooks are sent; section <c>Webhooks</c> of the configuration.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Whether addresses that are not on the public Internet are allowed; for development. Default false.</summary>
    public bool AllowPrivate { get; set; }

    /// <summary>The most time for a receiver to answer. Default 10 s.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The pause between two looks. Default 0.5 s.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(0.5);
}
